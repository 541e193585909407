//! The page "today": what to start, what waits for whom, what was asked and not answered, what is to
//! be sent, what expires, across all open shipments.

mod communication;

use crate::failure::Failure;
use crate::findings::{evidence_name, finding_id};
use crate::judged::Judged;
use crate::library::through;
use crate::lookup::Titles;
use crate::office::App;
use crate::views::{
    ShipmentName, ShipmentQuery, StartWhen, TodayExpiry, TodayStart, TodayUnreadable, TodayView,
    TodayWait, WaitGroup,
};
use chrono::NaiveDate;
use readiness::{
    Evidence, EvidenceId, Judgement, PartyRole, Progress, Severity, State, Subject, Text,
    open_milestones,
};
use std::collections::BTreeMap;

/// Days ahead that "this week" looks.
const WEEK: i64 = 7;
/// Days ahead that expiries are told.
const EXPIRY: i64 = 90;

/// What is gathered over the shipments.
#[derive(Default)]
struct Gathered {
    start: Vec<TodayStart>,
    waits: BTreeMap<(Option<PartyRole>, String), WaitGroup>,
    expires: BTreeMap<(NaiveDate, EvidenceId), TodayExpiry>,
    said: communication::Said,
}

impl App {
    /// The page "today". A shipment that cannot be judged is named with the reason.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn today_view(&mut self) -> Result<TodayView, Failure> {
        let today = self.today();
        let rows = self.workspace.read().shipments::<serde_json::Value>()?;
        let mut gathered = Gathered::default();
        let mut unreadable = Vec::new();
        let mut open = 0;
        for row in rows.into_iter().filter(|row| !row.archived) {
            open += 1;
            if let Err(failure) = self.gather(&row.id, &mut gathered) {
                unreadable.push(TodayUnreadable {
                    shipment: row.id,
                    title: row.title,
                    failure: failure.failed(),
                });
            }
        }
        Ok(gathered.view(today, open, unreadable))
    }

    /// All of one shipment, or nothing of it.
    fn gather(&mut self, shipment: &str, gathered: &mut Gathered) -> Result<(), Failure> {
        let query = ShipmentQuery { shipment: shipment.to_owned(), on: None };
        let communication = self.communication(&query)?;
        let judged = self.judge(shipment, None)?;
        gathered.take(judged);
        gathered.said.take(judged, communication);
        Ok(())
    }
}

impl Gathered {
    fn take(&mut self, judged: &Judged) {
        let judgement = judged.judgement();
        self.starts(judged, &judgement);
        self.milestones(judged, &judgement);
        self.expiries(judged, &judgement);
    }

    fn starts(&mut self, judged: &Judged, judgement: &Judgement) {
        let loaded = &judged.loaded;
        let titles = Titles::new(&loaded.library, &loaded.shipment.network.milestones);
        for finding in &judgement.findings {
            let Some(by) = finding.start_by else { continue };
            let days = (by - judgement.today).num_days();
            if finding.severity == Severity::Info || days > WEEK {
                continue;
            }
            self.start.push(TodayStart {
                shipment: loaded.id.clone(),
                shipment_title: loaded.title.clone(),
                finding: Some(finding_id(finding)),
                milestone: None,
                title: wording::finding_title(finding, &titles),
                severity: Some(finding.severity),
                by,
                days,
                when: when(days),
            });
        }
    }

    /// Those about to begin are to be started; those begun or late wait for whoever carries them.
    fn milestones(&mut self, judged: &Judged, judgement: &Judgement) {
        let loaded = &judged.loaded;
        for open in open_milestones(&loaded.shipment, judgement) {
            let milestone = &loaded.shipment.network.milestones[open.index];
            if open.progress == Progress::Ahead {
                let days = (open.start - judgement.today).num_days();
                if days <= WEEK {
                    self.start.push(TodayStart {
                        shipment: loaded.id.clone(),
                        shipment_title: loaded.title.clone(),
                        finding: None,
                        milestone: Some(milestone.id.clone()),
                        title: milestone.title.clone(),
                        severity: None,
                        by: open.start,
                        days,
                        when: when(days),
                    });
                }
                continue;
            }
            let role = milestone.roles.first().copied();
            let party = role.and_then(|role| loaded.shipment.order.parties.get(&role));
            let party = party.filter(|party| !party.name.is_empty()).map(|party| {
                let zh = party.name_zh.clone().unwrap_or_else(|| party.name.clone());
                Text::new(party.name.clone(), zh)
            });
            let name = party.as_ref().map(|party| party.en.clone()).unwrap_or_default();
            let group = self.waits.entry((role, name)).or_insert_with(|| WaitGroup {
                role,
                title: role
                    .map_or_else(|| Text::new("Nobody named", "未指定责任方"), wording::role),
                party,
                rows: Vec::new(),
            });
            group.rows.push(TodayWait {
                shipment: loaded.id.clone(),
                shipment_title: loaded.title.clone(),
                milestone: milestone.id.clone(),
                title: milestone.title.clone(),
                roles: milestone.roles.iter().map(|role| wording::role(*role)).collect(),
                finish: open.finish,
                days: (open.finish - judgement.today).num_days(),
                progress: open.progress,
                critical: open.critical,
            });
        }
    }

    fn expiries(&mut self, judged: &Judged, judgement: &Judgement) {
        let loaded = &judged.loaded;
        let titles = Titles::new(&loaded.library, &loaded.shipment.network.milestones);
        for evidence in &loaded.shipment.evidence {
            let Some(expires) = evidence.expires else { continue };
            let days = (expires - judgement.today).num_days();
            if days > EXPIRY {
                continue;
            }
            let Some(needed) = needed(evidence, judged, judgement) else { continue };
            let entry =
                self.expires.entry((expires, evidence.id.clone())).or_insert_with(|| TodayExpiry {
                    evidence: evidence.id.clone(),
                    title: titles.document_type(&evidence.document_type),
                    name: evidence_name(evidence),
                    expires,
                    days,
                    shipments: Vec::new(),
                });
            entry.shipments.push(ShipmentName {
                shipment: loaded.id.clone(),
                title: loaded.title.clone(),
                needed,
            });
        }
    }

    fn view(
        mut self,
        today: NaiveDate,
        open: usize,
        unreadable: Vec<TodayUnreadable>,
    ) -> TodayView {
        self.start.sort_by(|a, b| {
            (a.by, std::cmp::Reverse(a.severity), &a.shipment, &a.finding, &a.milestone).cmp(&(
                b.by,
                std::cmp::Reverse(b.severity),
                &b.shipment,
                &b.finding,
                &b.milestone,
            ))
        });
        let mut waits: Vec<WaitGroup> = self.waits.into_values().collect();
        for group in &mut waits {
            group.rows.sort_by(|a, b| {
                (a.finish, &a.shipment, &a.milestone).cmp(&(b.finish, &b.shipment, &b.milestone))
            });
        }
        waits.sort_by_key(|group| group.rows.first().map(|row| row.finish));
        let expires = self.expires.into_values().collect();
        let (tickets, materials) = self.said.in_order();
        TodayView { today, open, start: self.start, waits, tickets, materials, expires, unreadable }
    }
}

fn when(days: i64) -> StartWhen {
    match days {
        ..0 => StartWhen::Overdue,
        0 => StartWhen::Today,
        _ => StartWhen::Week,
    }
}

/// Whether a shipment still needs a document, and through which day it must hold. What another
/// document has taken the place of is needed no more.
fn needed(
    evidence: &Evidence,
    judged: &Judged,
    judgement: &Judgement,
) -> Option<Option<NaiveDate>> {
    let rulebook = judged.evaluation.rulebook();
    let mut found = false;
    let mut last = None;
    for verdict in &judgement.verdicts {
        let Subject::Requirement(id) = &verdict.subject else { continue };
        let Some(requirement) = rulebook.requirement(id) else { continue };
        let out = matches!(
            verdict.state,
            State::NotApplicable | State::DecidedNotApplicable | State::Waived
        );
        let replaced =
            verdict.state == State::Ready && !verdict.satisfied_by.contains(&evidence.id);
        if out || replaced || !requirement.accepts().contains(&evidence.document_type) {
            continue;
        }
        found = true;
        let network = &judged.loaded.shipment.network;
        last = last.max(through(requirement, judgement, network).or(verdict.need_plan));
    }
    found.then_some(last)
}
