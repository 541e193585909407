//! The list of shipments and what to start soon.

use crate::failure::Failure;
use crate::findings::finding_id;
use crate::lookup::Titles;
use crate::office::App;
use crate::show::gate_views;
use crate::stored::Frame;
use crate::views::{Home, ShipmentRow, StartItem};
use readiness::{Code, Counts, GateState, PartyRole, Severity};

/// Days ahead that "start soon" looks.
const SOON: i64 = 7;

impl App {
    /// The first page. A shipment that cannot be read or judged is listed with the reason instead
    /// of being left out.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn home(&mut self) -> Result<Home, Failure> {
        let today = self.today();
        let rows = self.workspace.read().shipments::<serde_json::Value>()?;
        let mut shipments = Vec::with_capacity(rows.len());
        let mut start = Vec::new();
        for row in rows {
            match self.judge(&row.id, None) {
                Ok(_) => {
                    let (line, items) = self.line(&row.id);
                    shipments.extend(line);
                    if !row.archived {
                        start.extend(items);
                    }
                }
                Err(failure) => shipments.push(ShipmentRow {
                    id: row.id,
                    reference: row.reference,
                    title: row.title,
                    buyer: String::new(),
                    terms: String::new(),
                    ships: None,
                    gates: Vec::new(),
                    next_gate: None,
                    counts: Counts::default(),
                    unknown: 0,
                    archived: row.archived,
                    failure: Some(failure.failed()),
                }),
            }
        }
        start.sort_by(|a, b| {
            (a.start_by, std::cmp::Reverse(a.severity), &a.shipment, &a.finding).cmp(&(
                b.start_by,
                std::cmp::Reverse(b.severity),
                &b.shipment,
                &b.finding,
            ))
        });
        Ok(Home {
            upgrades: self.upgrades()?,
            today,
            folder: self.workspace.folder().to_string_lossy().into_owned(),
            shipments,
            start,
            evidence: self.workspace.read().all_evidence::<serde_json::Value>()?.len(),
            overdue_signals: self.overdue_signals()?,
            settings: self.settings()?,
            undo: self.undo_label()?,
            redo: self.redo_label()?,
        })
    }

    fn line(&self, id: &str) -> (Option<ShipmentRow>, Vec<StartItem>) {
        let Some(judged) = self.judged.get(id) else {
            return (None, Vec::new());
        };
        let judgement = judged.judgement();
        let loaded = &judged.loaded;
        let order = &loaded.shipment.order;
        let titles = Titles::new(&loaded.library, &loaded.shipment.network.milestones);
        let items = judgement
            .findings
            .iter()
            .filter(|finding| finding.severity > Severity::Info)
            .filter_map(|finding| {
                let start_by = finding.start_by?;
                let days = (start_by - judgement.today).num_days();
                (days <= SOON).then(|| StartItem {
                    shipment: id.to_owned(),
                    shipment_title: loaded.title.clone(),
                    finding: finding_id(finding),
                    title: wording::finding_title(finding, &titles),
                    severity: finding.severity,
                    start_by,
                    days,
                })
            })
            .collect();
        let gates = gate_views(&judgement);
        let terms = [order.incoterm.map(|rule| rule.as_str()), order.incoterm_place.as_deref()];
        let row = ShipmentRow {
            id: id.to_owned(),
            reference: order.reference.clone(),
            title: loaded.title.clone(),
            buyer: order
                .parties
                .get(&PartyRole::Buyer)
                .map(|party| party.name.clone())
                .unwrap_or_default(),
            terms: terms.into_iter().flatten().collect::<Vec<_>>().join(" "),
            ships: loaded
                .shipment
                .network
                .ships(&judgement.schedule)
                .map(|departure| departure.day(&judgement.schedule)),
            next_gate: gates.iter().position(|gate| gate.state != GateState::Passed),
            gates,
            counts: judgement.counts,
            unknown: judgement.findings.iter().filter(|f| f.code == Code::UnknownFact).count(),
            archived: loaded.archived,
            failure: None,
        };
        (Some(row), items)
    }

    /// Throws away what was judged in memory; it is judged again when asked for.
    pub fn forget(&mut self) {
        self.judged.clear();
    }

    /// Whether the stored data of every shipment can be read, for a check after a crash.
    ///
    /// # Errors
    /// The first row that cannot be read.
    pub fn read_all(&self) -> Result<usize, Failure> {
        Ok(self.workspace.read().shipments::<Frame>()?.len())
    }
}
