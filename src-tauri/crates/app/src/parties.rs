//! Who takes part in a shipment, and what each of them owes by when.

use crate::changes::Act;
use crate::failure::Failure;
use crate::findings::finding_id;
use crate::judged::{Judged, Loaded};
use crate::lookup::Titles;
use crate::office::App;
use crate::views::{
    CalendarTitle, Changes, OwedDocument, OwedDue, OwedMilestone, OwedNext, PartiesView, PartyDay,
    PartyView, SaveParty, ShipmentQuery,
};
use chrono::NaiveDate;
use chrono_tz::{TZ_VARIANTS, Tz};
use readiness::{
    Calendar, Judgement, OpenDocument, Party, PartyRole, Rulebook, Subject, Text, day_off,
    open_documents, open_milestones,
};
use serde_json::json;
use std::collections::BTreeSet;
use std::sync::Arc;
use wording::Lookup;

/// The most contacts of a party.
const MOST_CONTACTS: usize = 40;

impl App {
    /// All parties of a shipment with what they owe.
    ///
    /// # Errors
    /// There is no such shipment, or it cannot be judged.
    pub fn parties(&mut self, query: &ShipmentQuery) -> Result<PartiesView, Failure> {
        let present = Arc::clone(&self.library);
        let judged = self.judge(&query.shipment, query.on)?;
        let calendars = calendars(&judged.loaded)
            .map(|calendar| CalendarTitle {
                id: calendar.id.clone(),
                title: calendar.title.clone(),
            })
            .collect();
        let time_zones = TZ_VARIANTS.iter().map(|zone| zone.name().to_owned()).collect();
        Ok(PartiesView { parties: party_views(judged, &present.rulebook), calendars, time_zones })
    }

    /// Names who fills a role, or takes the name away.
    ///
    /// # Errors
    /// A field does not fit: the failure names it; or the workspace cannot be written.
    pub fn save_party(&mut self, request: &SaveParty) -> Result<Changes, Failure> {
        let mut row = self.row(&request.shipment)?;
        let loaded = self.load(&request.shipment)?;
        match &request.party {
            Some(party) => {
                let party = tidy(party);
                check(&party, &loaded)?;
                row.data.order.parties.insert(request.role, party);
            }
            None => {
                row.data.order.parties.remove(&request.role);
            }
        }
        let mut order = row.data.order.clone();
        if let Some((field, message)) =
            packs::complete(&mut order, &loaded.library).into_iter().next()
        {
            return Err(Failure::Field { field: field.to_owned(), message });
        }
        let act = Act {
            name: "party.save",
            params: json!({ "role": request.role }),
            shipment: Some(&request.shipment),
        };
        let ((), changes) = self.act(&act, |write| Ok(write.update_shipment(&row)?))?;
        Ok(changes)
    }
}

/// The calendars that a party's days can be counted in.
fn calendars(loaded: &Loaded) -> impl Iterator<Item = &Calendar> {
    loaded.shipment.network.calendars.values()
}

/// The calendar of a party.
pub(crate) fn calendar_of<'a>(loaded: &'a Loaded, party: Option<&Party>) -> Option<&'a Calendar> {
    let id = party?.calendar.as_ref()?;
    loaded.shipment.network.calendars.get(id)
}

/// Without blanks around what was typed, and without what was left empty.
fn tidy(party: &Party) -> Party {
    let mut party = party.clone();
    let trim = |text: &mut String| *text = text.trim().to_owned();
    let optional = |text: &mut Option<String>| {
        *text = text.take().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    };
    trim(&mut party.name);
    for text in [&mut party.name_zh, &mut party.country, &mut party.address, &mut party.time_zone] {
        optional(text);
    }
    for contact in &mut party.contacts {
        trim(&mut contact.name);
        optional(&mut contact.position);
        optional(&mut contact.email);
        optional(&mut contact.phone);
    }
    party.contacts.retain(|contact| *contact != readiness::Contact::default());
    party.languages = party.languages.iter().map(|code| code.trim().to_owned()).collect();
    party.languages.retain(|code| !code.is_empty());
    party
}

fn refused(field: impl Into<String>, en: impl Into<String>, zh: impl Into<String>) -> Failure {
    Failure::Field { field: field.into(), message: Text::new(en, zh) }
}

fn check(party: &Party, loaded: &Loaded) -> Result<(), Failure> {
    if let Some(zone) = &party.time_zone
        && zone.parse::<Tz>().is_err()
    {
        return Err(refused(
            "time_zone",
            format!("{zone} is not a time zone; choose one from the list, e.g. Europe/Berlin"),
            format!("{zone} 不是时区；请从列表中选择，例如 Asia/Shanghai"),
        ));
    }
    if let Some(calendar) = &party.calendar
        && !calendars(loaded).any(|known| known.id == *calendar)
    {
        return Err(refused(
            "calendar",
            format!("there is no calendar {calendar}; choose one from the list"),
            format!("没有日历 {calendar}；请从列表中选择"),
        ));
    }
    if party.contacts.len() > MOST_CONTACTS {
        return Err(refused(
            "contacts",
            format!("there are more than {MOST_CONTACTS}; take some out"),
            format!("超过 {MOST_CONTACTS} 个，请删去一些"),
        ));
    }
    for (index, contact) in party.contacts.iter().enumerate() {
        let Some(email) = &contact.email else { continue };
        if !email_address::EmailAddress::is_valid(email) {
            return Err(refused(
                format!("contacts[{index}].email"),
                format!("{email} is not an e-mail address; write it like name@example.com"),
                format!("{email} 不是电子邮件地址；应如 name@example.com"),
            ));
        }
    }
    for code in &party.languages {
        let shape = (2..=3).contains(&code.len()) && code.chars().all(|c| c.is_ascii_lowercase());
        if !shape {
            return Err(refused(
                "languages",
                format!("{code} is not a language; write its code, e.g. de"),
                format!("{code} 不是语言代码；应如 de"),
            ));
        }
    }
    Ok(())
}

/// The roles that take part or owe something, with what they owe. What the packs in force keep in
/// the house stays there, also where the shipment is judged by an older version that did not say so.
pub(crate) fn party_views(judged: &Judged, present: &Rulebook) -> Vec<PartyView> {
    let judgement = judged.judgement();
    let loaded = &judged.loaded;
    let shipment = &loaded.shipment;
    let titles = Titles::new(&loaded.library, &shipment.network.milestones);
    let milestones = open_milestones(shipment, &judgement);
    let mut documents = open_documents(shipment, &judgement, judged.evaluation.rulebook());
    documents.retain(|open| {
        present.requirement(&open.requirement).is_none_or(|requirement| !requirement.internal)
    });
    let mut roles: BTreeSet<PartyRole> = shipment.order.parties.keys().copied().collect();
    for milestone in &milestones {
        roles.extend(&shipment.network.milestones[milestone.index].roles);
    }
    for document in &documents {
        roles.extend(&document.roles);
    }
    roles
        .into_iter()
        .map(|role| {
            let party = shipment.order.parties.get(&role);
            let calendar = calendar_of(loaded, party);
            let day = |date: NaiveDate| PartyDay { date, off: day_off(calendar, date) };
            let milestones: Vec<OwedMilestone> = milestones
                .iter()
                .map(|open| (open, &shipment.network.milestones[open.index]))
                .filter(|(_, milestone)| milestone.roles.contains(&role))
                .map(|(open, milestone)| OwedMilestone {
                    milestone: milestone.id.clone(),
                    title: milestone.title.clone(),
                    closes_with: milestone.closes_with.clone(),
                    consignment: milestone.consignment,
                    start: day(open.start),
                    finish: day(open.finish),
                    latest_finish: day(open.latest_finish),
                    total_float: open.total_float,
                    critical: open.critical,
                    progress: open.progress,
                })
                .collect();
            let documents: Vec<OwedDocument> = documents
                .iter()
                .filter(|open| open.roles.contains(&role))
                .map(|open| OwedDocument {
                    requirement: open.requirement.clone(),
                    item: item_of(open, &judgement),
                    title: open.title.clone(),
                    consignment: open.consignment,
                    severity: open.severity,
                    needed_for: open.milestone.as_ref().and_then(|id| titles.milestone_title(id)),
                    start_by: open.start_by.map(day),
                    needed: open.needed.map(day),
                })
                .collect();
            let next = next(&milestones, &documents);
            PartyView {
                role,
                title: wording::role(role),
                party: party.cloned(),
                milestones,
                documents,
                next,
            }
        })
        .collect()
}

/// What is due first.
fn next(milestones: &[OwedMilestone], documents: &[OwedDocument]) -> Option<OwedNext> {
    let of_milestones = milestones.iter().map(|owed| OwedNext {
        title: owed.title.clone(),
        due: OwedDue::Finish,
        day: owed.finish,
    });
    let of_documents = documents.iter().filter_map(|owed| {
        let start = owed.start_by.map(|day| (OwedDue::Start, day));
        let (due, day) = start.or(owed.needed.map(|day| (OwedDue::Need, day)))?;
        Some(OwedNext { title: owed.title.clone(), due, day })
    });
    of_milestones.chain(of_documents).min_by_key(|next| next.day.date)
}

/// Where the checklist shows a document that is wanting.
fn item_of(open: &OpenDocument, judgement: &Judgement) -> String {
    let subject = Subject::Requirement(open.requirement.clone());
    judgement
        .findings
        .iter()
        .find(|finding| finding.subject == subject && finding.consignment == open.consignment)
        .map_or_else(
            || match open.consignment {
                Some(consignment) => format!("{}.{consignment}", open.requirement),
                None => open.requirement.0.clone(),
            },
            finding_id,
        )
}
