//! The days of shipments as a calendar file: milestones, days to start by, expiries.

use crate::failure::Failure;
use crate::judged::Judged;
use crate::lookup::Titles;
use crate::office::App;
use crate::party_list::ListFile;
use crate::reports::file_stem;
use crate::told::Told;
use crate::views::{CalendarRequest, PartyView, ReportLanguage};
use chrono::{DateTime, Datelike, FixedOffset};
use packs::Library;
use readiness::{EvidenceId, Judgement, PartyRole, Severity, Shipment, Text};
use report::{Agenda, Entry, PartyList};

/// Days before a start-by date at which the calendar reminds.
const REMIND_START: u16 = 1;
/// Days before an expiry at which it does.
const REMIND_EXPIRY: u16 = 30;

/// A text in the languages asked for.
pub(crate) fn picked(text: &Text, language: ReportLanguage, between: &str) -> String {
    match language {
        ReportLanguage::En => text.en.clone(),
        ReportLanguage::Zh => text.zh.clone(),
        ReportLanguage::Both if text.en == text.zh => text.en.clone(),
        ReportLanguage::Both => format!("{}{between}{}", text.en, text.zh),
    }
}

/// What the entries of one shipment are made of.
pub struct AgendaSource<'a> {
    /// The shipment's id, stable over exports.
    pub id: &'a str,
    /// Its title.
    pub title: &'a str,
    /// What it is.
    pub shipment: &'a Shipment,
    /// How it is judged.
    pub judgement: &'a Judgement,
    /// What it is judged by.
    pub library: &'a Library,
    /// Whether ids of documents mean the same in every shipment, as in a workspace.
    pub shared_evidence: bool,
}

/// Writes entries in the languages asked for.
struct Pen<'a> {
    language: ReportLanguage,
    id: &'a str,
    title: &'a str,
}

impl Pen<'_> {
    fn say(&self, text: &Text) -> String {
        picked(text, self.language, " / ")
    }

    fn key(&self, kind: &str, parts: &[&str]) -> Vec<String> {
        [self.id, kind].iter().chain(parts).map(|part| (*part).to_owned()).collect()
    }

    fn title(&self, en: &str, zh: &str, what: &Text) -> String {
        let text = Text::new(format!("{en}{}", what.en), format!("{zh}{}", what.zh));
        format!("{} [{}]", self.say(&text), self.title)
    }

    fn milestone(
        &self,
        id: &str,
        title: &Text,
        closes_with: &Text,
        done: bool,
        (from, to): (chrono::NaiveDate, chrono::NaiveDate),
    ) -> Entry {
        let (en, zh) = if done { ("Done: ", "已完成：") } else { ("", "") };
        let closed = Text::new(
            format!("Closed by: {}", closes_with.en),
            format!("完成依据：{}", closes_with.zh),
        );
        Entry {
            key: self.key("milestone", &[id]),
            title: self.title(en, zh, title),
            details: self.say(&closed),
            category: self.say(&Text::new("Milestone", "里程碑")),
            from,
            to,
            remind_days: None,
        }
    }

    fn start_by(
        &self,
        requirement: &str,
        consignment: Option<u8>,
        title: &Text,
        by: chrono::NaiveDate,
    ) -> Entry {
        let consignment = consignment.unwrap_or_default().to_string();
        Entry {
            key: self.key("start", &[requirement, &consignment]),
            title: self.title("Start by: ", "最晚启动：", title),
            details: String::new(),
            category: self.say(&Text::new("Start by", "最晚启动")),
            from: by,
            to: by,
            remind_days: Some(REMIND_START),
        }
    }
}

/// The entries of one shipment.
#[must_use]
pub fn agenda_entries(source: &AgendaSource<'_>, language: ReportLanguage) -> Vec<Entry> {
    let AgendaSource { id, title, shipment, judgement, library, shared_evidence } = source;
    let pen = Pen { language, id, title };
    let schedule = &judgement.schedule;
    let titles = Titles::new(library, &shipment.network.milestones);
    let mut entries: Vec<Entry> = shipment
        .network
        .milestones
        .iter()
        .enumerate()
        .map(|(index, milestone)| {
            let done = milestone.closed || milestone.actual_finish.is_some();
            let days = (schedule.planned_start(index), schedule.shown_finish(index));
            let closes_with = &milestone.closes_with;
            pen.milestone(milestone.id.as_str(), &milestone.title, closes_with, done, days)
        })
        .collect();
    let mut starts: Vec<_> = judgement
        .findings
        .iter()
        .filter(|finding| finding.severity > Severity::Info)
        .filter_map(|finding| Some((finding.start_by?, finding)))
        .collect();
    starts.sort_by_key(|(by, _)| *by);
    entries.extend(starts.into_iter().map(|(by, finding)| {
        let title = wording::finding_title(finding, &titles);
        pen.start_by(finding.subject.id(), finding.consignment, &title, by)
    }));
    for evidence in &shipment.evidence {
        // The year 9999 stands for no end, and calendar files know no year after it.
        let end = evidence.valid_until().filter(|day| day.year() < 9999);
        let Some(expires) = end else { continue };
        let EvidenceId(evidence_id) = &evidence.id;
        let what = titles.document_type(&evidence.document_type);
        let number = evidence.number.as_deref().or(evidence.title.as_deref()).unwrap_or_default();
        let text = Text::new(format!("Expires: {}", what.en), format!("到期：{}", what.zh));
        let mut said = pen.say(&text);
        if !number.is_empty() {
            said.push_str(&format!(" ({number})"));
        }
        entries.push(Entry {
            key: if *shared_evidence {
                vec!["evidence".to_owned(), evidence_id.clone()]
            } else {
                pen.key("evidence", &[evidence_id])
            },
            title: said,
            details: evidence.holder.clone().unwrap_or_default(),
            category: pen.say(&Text::new("Expiry", "到期")),
            from: expires,
            to: expires,
            remind_days: Some(REMIND_EXPIRY),
        });
    }
    entries
}

/// The entries of one party's list. They have the ids of the whole calendar: whoever imports both
/// has each day once.
pub(crate) fn agenda_of_party(
    shipment: &str,
    list: &PartyList,
    view: &PartyView,
    language: ReportLanguage,
    made: DateTime<FixedOffset>,
) -> Agenda {
    let pen = Pen { language, id: shipment, title: &list.shipment };
    let mut entries: Vec<Entry> = view
        .milestones
        .iter()
        .map(|owed| {
            let days = (owed.start.date, owed.finish.date);
            pen.milestone(owed.milestone.as_str(), &owed.title, &owed.closes_with, false, days)
        })
        .collect();
    entries.extend(view.documents.iter().filter_map(|owed| {
        let by = owed.start_by?.date;
        let requirement = owed.requirement.as_str();
        Some(pen.start_by(requirement, owed.consignment, &owed.title, by))
    }));
    Agenda {
        name: format!("{}: {}", picked(&list.role, language, " / "), list.shipment),
        made,
        after: None,
        cancelled: Vec::new(),
        entries,
    }
}

/// The entries of the milestones that a party carried and that are done.
pub(crate) fn done_of_party(
    id: &str,
    judged: &Judged,
    role: PartyRole,
    language: ReportLanguage,
) -> Vec<Entry> {
    let pen = Pen { language, id, title: &judged.loaded.title };
    let schedule = judged.evaluation.schedule();
    let milestones = judged.loaded.shipment.network.milestones.iter().enumerate();
    milestones
        .filter(|(_, milestone)| milestone.roles.contains(&role))
        .filter(|(_, milestone)| milestone.closed || milestone.actual_finish.is_some())
        .map(|(index, milestone)| {
            let days = (schedule.planned_start(index), schedule.shown_finish(index));
            let closes_with = &milestone.closes_with;
            pen.milestone(milestone.id.as_str(), &milestone.title, closes_with, true, days)
        })
        .collect()
}

impl App {
    /// The days of one shipment or of all open ones as a calendar file.
    ///
    /// # Errors
    /// There is no such shipment, one cannot be judged, or the file cannot be made.
    pub fn calendar_file(&mut self, request: &CalendarRequest) -> Result<ListFile, Failure> {
        let made = self.instant();
        let (ids, archived): (Vec<String>, Vec<String>) = match &request.shipment {
            Some(id) => (vec![id.clone()], Vec::new()),
            None => {
                let rows = self.workspace.read().shipments::<serde_json::Value>()?;
                let (archived, open): (Vec<_>, Vec<_>) =
                    rows.into_iter().partition(|row| row.archived);
                let ids =
                    |rows: Vec<store::ShipmentRow<_>>| rows.into_iter().map(|row| row.id).collect();
                (ids(open), ids(archived))
            }
        };
        let mut unreadable = Vec::new();
        let mut entries = Vec::new();
        let mut name = "Shipshape".to_owned();
        let mut stem = name.clone();
        for id in &ids {
            // Where all are asked for, a broken one must not cost the others their days; what is
            // wrong with it is told where shipments are listed.
            let judged = match self.judge(id, None) {
                Ok(judged) => judged,
                Err(_) if request.shipment.is_none() => {
                    unreadable.push(id.clone());
                    continue;
                }
                Err(failure) => return Err(failure),
            };
            let loaded = &judged.loaded;
            if request.shipment.is_some() {
                name = loaded.title.clone();
                stem = file_stem(&loaded.shipment.order.reference);
            }
            let source = AgendaSource {
                id,
                title: &loaded.title,
                shipment: &loaded.shipment,
                judgement: &judged.judgement(),
                library: &loaded.library,
                shared_evidence: true,
            };
            entries.extend(agenda_entries(&source, request.language));
        }
        let mut agenda = Agenda { name, made, after: None, cancelled: Vec::new(), entries };
        let told =
            Told { shipment: request.shipment.clone().unwrap_or_default(), ..Told::default() };
        let today = made.date_naive();
        let telling = self.tell(told, &mut agenda, |key, last| match key {
            [kind, document] if kind == "evidence" => self.expiry_stands(document),
            [shipment, ..] if unreadable.contains(shipment) => Ok(true),
            // What is put away takes along what lies ahead; what was, was.
            [shipment, ..] => Ok(archived.contains(shipment) && last < today),
            [] => Ok(false),
        })?;
        let bytes = report::agenda_ics(&agenda)?.into_bytes();
        Ok(ListFile { name: format!("{stem}.ics"), bytes, pages: 0, telling: Some(telling) })
    }
}
