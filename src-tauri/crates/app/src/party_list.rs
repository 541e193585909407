//! The list that a party is sent: as a document, a workbook or a calendar file.

use crate::agenda::{agenda_of_party, done_of_party, picked};
use crate::failure::Failure;
use crate::office::App;
use crate::parties::{calendar_of, party_views};
use crate::reports::{exporter, file_stem, language_of};
use crate::told::{Telling, Told};
use crate::views::{
    OwedDocument, OwedMilestone, PartyDay, PartyListFormat, PartyListRequest, PartyView,
};
use readiness::{Progress, Text};
use report::{PartyDocument, PartyList, PartyStep};
use std::sync::Arc;

/// A file ready to be written.
pub struct ListFile {
    /// A name for it.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
    /// Pages, where it has some.
    pub pages: usize,
    /// What a calendar file tells: see [`App::list_saved`].
    pub telling: Option<Telling>,
}

impl App {
    /// The list for one party.
    ///
    /// # Errors
    /// There is no such shipment or role, the shipment cannot be judged, or the file cannot be
    /// made.
    pub fn party_list(&mut self, request: &PartyListRequest) -> Result<ListFile, Failure> {
        let now = self.instant();
        let company = self.settings()?.company;
        let present = Arc::clone(&self.library);
        let judged = self.judge(&request.shipment, None)?;
        let loaded = &judged.loaded;
        let order = &loaded.shipment.order;
        let view = party_views(judged, &present.rulebook)
            .into_iter()
            .find(|view| view.role == request.role)
            .ok_or_else(|| Failure::Field {
                field: "role".to_owned(),
                message: Text::new(
                    "this party takes no part in the shipment",
                    "该参与方未参与此票发运",
                ),
            })?;
        let company = if company.name.is_empty() {
            exporter(&loaded.shipment)
        } else {
            let zh = if company.name_zh.is_empty() { &company.name } else { &company.name_zh };
            Text::new(company.name.clone(), zh.clone())
        };
        let list = PartyList {
            company,
            reference: order.reference.clone(),
            shipment: loaded.title.clone(),
            role: view.title.clone(),
            party: name_of(&view),
            contact: contact_of(&view),
            time_zone: view
                .party
                .as_ref()
                .and_then(|party| party.time_zone.clone())
                .unwrap_or_default(),
            calendar: calendar_of(loaded, view.party.as_ref())
                .map(|calendar| calendar.title.clone())
                .unwrap_or_default(),
            judged_on: judged.on,
            steps: view.milestones.iter().map(step).collect(),
            documents: view.documents.iter().map(document).collect(),
        };
        // What is done is owed no more, but whoever has it in a calendar reads there that it is done.
        let done = done_of_party(&request.shipment, judged, request.role, request.language);
        let language = language_of(request.language);
        let stem = format!(
            "{} {} {}",
            file_stem(&list.reference),
            file_stem(&picked(&list.role, request.language, "-")),
            list.judged_on
        );
        Ok(match request.format {
            PartyListFormat::Pdf => {
                let pdf = self.reporter()?.party_list_pdf(&list, language)?;
                ListFile {
                    name: format!("{stem}.pdf"),
                    bytes: pdf.bytes,
                    pages: pdf.pages,
                    telling: None,
                }
            }
            PartyListFormat::Xlsx => ListFile {
                name: format!("{stem}.xlsx"),
                bytes: report::party_list_xlsx(&list, language)?,
                pages: 0,
                telling: None,
            },
            PartyListFormat::Ics => {
                let mut agenda =
                    agenda_of_party(&request.shipment, &list, &view, request.language, now);
                let told = Told {
                    shipment: request.shipment.clone(),
                    party: request.role.as_str().to_owned(),
                };
                let known = self.told_uids(&told)?;
                let done = done.into_iter().filter(|entry| known.contains(&entry.uid()));
                agenda.entries.extend(done);
                let telling = self.tell(told, &mut agenda, |_, _| Ok(false))?;
                let bytes = report::agenda_ics(&agenda)?.into_bytes();
                ListFile { name: format!("{stem}.ics"), bytes, pages: 0, telling: Some(telling) }
            }
        })
    }
}

fn name_of(view: &PartyView) -> Text {
    view.party.as_ref().map_or_else(Text::default, |party| {
        let zh = party.name_zh.clone().unwrap_or_else(|| party.name.clone());
        Text::new(party.name.clone(), zh)
    })
}

fn contact_of(view: &PartyView) -> String {
    view.party
        .as_ref()
        .and_then(|party| party.contacts.first())
        .map(|contact| contact.name.clone())
        .unwrap_or_default()
}

fn day(day: PartyDay) -> report::PartyDay {
    (day.date, day.off)
}

fn consigned(title: &Text, consignment: Option<u8>) -> Text {
    match consignment {
        Some(n) => Text::new(
            format!("{} (consignment {n})", title.en),
            format!("{}（第 {n} 批）", title.zh),
        ),
        None => title.clone(),
    }
}

fn step(owed: &OwedMilestone) -> PartyStep {
    PartyStep {
        name: consigned(&owed.title, owed.consignment),
        closes_with: owed.closes_with.clone(),
        start: day(owed.start),
        finish: day(owed.finish),
        latest_finish: day(owed.latest_finish),
        float_days: i64::from(owed.total_float),
        critical: owed.critical,
        state: match owed.progress {
            Progress::Ahead => Text::new("Planned", "计划中"),
            Progress::Due => Text::new("Should be under way", "应已开工"),
            Progress::Running => Text::new("Under way", "进行中"),
            Progress::Overdue => Text::new("Overdue", "逾期"),
        },
    }
}

fn document(owed: &OwedDocument) -> PartyDocument {
    PartyDocument {
        name: consigned(&owed.title, owed.consignment),
        needed_for: owed.needed_for.clone().unwrap_or_default(),
        start_by: owed.start_by.map(day),
        needed: owed.needed.map(day),
    }
}
