//! What one party owes, as the list that it is sent. It names steps, documents and days only: no
//! price, no screening, nothing of what the house thinks of a gap.

mod xlsx;

use chrono::NaiveDate;
use readiness::Text;
use serde_json::{Value, json};
use typst::foundations::Bytes;

use crate::error::Error;
use crate::fonts::Coverage;
use crate::labels::{days, label};
use crate::options::Language;
use crate::scribe::Scribe;
use crate::view::{self, Files, is_long};

pub use xlsx::party_list_xlsx;

/// A list for one party.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PartyList {
    /// Whose list it is: the exporter's name.
    pub company: Text,
    /// The exporter's reference.
    pub reference: String,
    /// Title of the shipment.
    pub shipment: String,
    /// The role, e.g. forwarder.
    pub role: Text,
    /// The party's name.
    pub party: Text,
    /// Whom it goes to there.
    pub contact: String,
    /// The party's time zone by IANA name.
    pub time_zone: String,
    /// The calendar of its working days.
    pub calendar: Text,
    /// The day it was made.
    pub judged_on: NaiveDate,
    /// The steps it carries that are not done.
    pub steps: Vec<PartyStep>,
    /// The documents it is to bring.
    pub documents: Vec<PartyDocument>,
}

/// A day, and whether the party does not work on it.
pub type PartyDay = (NaiveDate, bool);

/// A step that a party carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartyStep {
    /// Its name.
    pub name: Text,
    /// What closes it.
    pub closes_with: Text,
    /// Planned start.
    pub start: PartyDay,
    /// Planned last day.
    pub finish: PartyDay,
    /// Latest last day that does not delay the end.
    pub latest_finish: PartyDay,
    /// Days it can slip.
    pub float_days: i64,
    /// No float.
    pub critical: bool,
    /// How it stands: planned, under way, overdue.
    pub state: Text,
}

/// A document that a party is to bring.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartyDocument {
    /// Its name.
    pub name: Text,
    /// The step that needs it.
    pub needed_for: Text,
    /// Start by this day.
    pub start_by: Option<PartyDay>,
    /// The day it is needed.
    pub needed: Option<PartyDay>,
}

/// The title of the list.
pub(crate) fn title(list: &PartyList) -> Text {
    Text::new(
        format!("Open points: {}, {}", list.role.en, list.shipment),
        format!("待办清单：{}，{}", list.role.zh, list.shipment),
    )
}

/// The facts at the top, those without a value left out.
pub(crate) fn facts(list: &PartyList) -> Vec<(Text, Text)> {
    let to: Vec<&str> =
        [list.party.en.as_str(), list.contact.as_str()].into_iter().filter(filled).collect();
    let to_zh: Vec<&str> =
        [list.party.zh.as_str(), list.contact.as_str()].into_iter().filter(filled).collect();
    [
        (label("for-party"), Text::new(to.join(", "), to_zh.join("，"))),
        (label("from-company"), list.company.clone()),
        (label("shipment"), Text::same(&list.reference)),
        (label("time-zone"), Text::same(&list.time_zone)),
        (label("working-days"), list.calendar.clone()),
    ]
    .into_iter()
    .filter(|(_, value)| !value.en.trim().is_empty())
    .collect()
}

fn filled(text: &&str) -> bool {
    !text.trim().is_empty()
}

/// The virtual files of a list.
pub(crate) fn files(
    list: &PartyList,
    language: Language,
    coverage: &Coverage,
) -> Result<Files, Error> {
    let mut scribe = Scribe::new(language, coverage);
    let s = &mut scribe;
    let english = language.english();
    let pick = |text: Text| if english { text.en } else { text.zh };
    let setup = json!({
        "language": language,
        "lang": if english { "en" } else { "zh" },
        "region": if english { "gb" } else { "cn" },
        "paper": "a4",
        "title": s.property(&pick(title(list))),
        "author": s.property(&pick(list.company.clone())),
        "date": view::date_parts(list.judged_on),
        "draft": false,
        "logo": Value::Null,
    });
    let facts: Vec<Value> =
        facts(list).iter().map(|(label, value)| json!([s.text(label), s.text(value)])).collect();
    let steps: Vec<Value> = list.steps.iter().map(|item| step(s, item)).collect();
    let documents: Vec<Value> = list.documents.iter().map(|item| document(s, item)).collect();
    let parts = [
        ("setup", setup),
        ("labels", view::all_labels(s)),
        (
            "frame",
            json!({
                "company": s.short(&list.company),
                "reference": s.short(&Text::same(&list.reference)),
                "judged-on": s.date(list.judged_on),
            }),
        ),
        (
            "list",
            json!({
                "title": s.heading(&title(list)),
                "facts": facts,
                "steps": steps,
                "documents": documents,
                "days-off": has_days_off(list),
            }),
        ),
    ];
    let files = parts
        .into_iter()
        .map(|(name, value)| {
            Ok((format!("/data/{name}.json"), Bytes::new(serde_json::to_vec(&value)?)))
        })
        .collect::<Result<Vec<_>, Error>>()?;
    Ok(Files { files, replaced: scribe.replaced() })
}

fn has_days_off(list: &PartyList) -> bool {
    list.steps.iter().any(|step| step.start.1 || step.finish.1 || step.latest_finish.1)
        || list
            .documents
            .iter()
            .any(|item| [item.start_by, item.needed].into_iter().flatten().any(|day| day.1))
}

fn day(s: &mut Scribe<'_>, (date, off): PartyDay) -> Value {
    json!({ "date": s.date(date), "off": off })
}

fn step(s: &mut Scribe<'_>, item: &PartyStep) -> Value {
    json!({
        "name": s.text(&item.name),
        "closes-with": s.text(&item.closes_with),
        "start": day(s, item.start),
        "finish": day(s, item.finish),
        "latest-finish": day(s, item.latest_finish),
        "float": s.text(&days(item.float_days)),
        "critical": item.critical,
        "state": s.text(&item.state),
        "long": is_long(&[&item.name, &item.closes_with]),
    })
}

fn document(s: &mut Scribe<'_>, item: &PartyDocument) -> Value {
    json!({
        "name": s.text(&item.name),
        "needed-for": s.text(&item.needed_for),
        "start-by": item.start_by.map(|it| day(s, it)),
        "needed": item.needed.map(|it| day(s, it)),
        "long": is_long(&[&item.name, &item.needed_for]),
    })
}
