//! Materials for the customer and everything said about a shipment.

use crate::changes::Act;
use crate::failure::Failure;
use crate::judged::Judged;
use crate::office::App;
use crate::views::{
    Changes, CommunicationView, MaterialConsignment, MaterialDue, MaterialLanguage, MaterialView,
    SaveMaterial, ShipmentQuery, TicketKind,
};
use chrono::{Days, NaiveDate};
use readiness::{Material, MaterialState, Measure, Rendering, Text};
use serde_json::json;
use std::collections::BTreeMap;
use store::MaterialRow;

/// What was made of a material, by language.
type Renderings = BTreeMap<String, Rendering>;

/// What was made of a material for the whole shipment (`None`) and for single consignments.
type Made = BTreeMap<Option<u8>, Renderings>;

impl App {
    /// Materials, tickets with their clocks, and what both are measured by.
    ///
    /// # Errors
    /// There is no such shipment, or it cannot be planned.
    pub fn communication(&mut self, query: &ShipmentQuery) -> Result<CommunicationView, Failure> {
        let now = self.instant();
        let mut made: BTreeMap<String, Made> = BTreeMap::new();
        for row in self.workspace.read().materials::<Rendering>(&query.shipment)? {
            let made = made.entry(row.material).or_default();
            made.entry(row.consignment).or_default().insert(row.language, row.data);
        }
        self.judge(&query.shipment, query.on)?;
        let judged = self
            .judged
            .get(&query.shipment)
            .ok_or_else(|| Failure::NoShipment { id: query.shipment.clone() })?;
        let order = &judged.loaded.shipment.order;
        let market = order.market.as_deref();
        let catalogue = &self.library.materials;
        let own = self.own_times()?;
        let materials = catalogue
            .iter()
            .map(|material| {
                let measures = own.measures(material, market);
                let made = made.remove(&material.id).unwrap_or_default();
                material_view(material, judged, made, measures)
            })
            .collect();
        let kinds = catalogue
            .iter()
            .map(|material| TicketKind {
                id: material.id.clone(),
                title: material.title.clone(),
                measures: own.measures(material, market),
            })
            .filter(|kind| !kind.measures.is_empty())
            .collect();
        Ok(CommunicationView {
            now,
            materials,
            tickets: self.tickets_of(&query.shipment, &judged.loaded.frame, now)?,
            kinds,
            parties: self.ticket_parties(&judged.loaded.frame)?,
        })
    }

    /// Records how far a material is in a language.
    ///
    /// # Errors
    /// There is no such material, something is missing that its state needs, or the workspace
    /// cannot be written.
    pub fn save_material(&mut self, request: &SaveMaterial) -> Result<Changes, Failure> {
        let SaveMaterial { shipment, material, language, consignment, rendering } = request;
        let found = self.library.materials.iter().find(|known| known.id == *material);
        let found = found.ok_or_else(|| Failure::Field {
            field: "material".to_owned(),
            message: Text::new(
                format!("there is no material {material}"),
                format!("没有资料 {material}"),
            ),
        })?;
        let code = |text: &str| {
            (2..=20).contains(&text.len())
                && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        };
        if !code(language) {
            return Err(Failure::Field {
                field: "language".to_owned(),
                message: Text::new(
                    format!("\"{language}\" is no language code, such as de or pt-BR"),
                    format!("“{language}”不是语言代码，例如 de 或 pt-BR"),
                ),
            });
        }
        if let Some(rendering) = rendering {
            rendering.check(language, found.safety, self.today()).map_err(|error| {
                let (field, message) = wording::rendering_error(error, language);
                Failure::Field { field: field.to_owned(), message }
            })?;
            lengths(rendering)?;
            if let Some(evidence) = &rendering.evidence {
                let known =
                    self.workspace.read().evidence::<serde_json::Value>(evidence.as_str())?;
                if known.is_none() {
                    return Err(Failure::NoEvidence { id: evidence.0.clone() });
                }
            }
        }
        let title = found.title.clone();
        if let (Some(number), Some(_)) = (consignment, rendering) {
            let milestones = self.load(shipment)?.shipment.network.milestones;
            if !found.consignments(&milestones).contains(number) {
                return Err(Failure::Field {
                    field: "consignment".to_owned(),
                    message: Text::new(
                        format!("{} is not recorded for consignment {number}", title.en),
                        format!("{}不按第 {number} 批登记", title.zh),
                    ),
                });
            }
        }
        self.row(shipment)?;
        let known = self.workspace.read().materials::<serde_json::Value>(shipment)?;
        let known = known.iter().any(|row| {
            row.material == *material
                && row.language == *language
                && row.consignment == *consignment
        });
        let act = Act {
            name: "material.save",
            params: json!({ "title": title, "language": language, "consignment": consignment }),
            shipment: Some(shipment),
        };
        let ((), changes) = self.act(&act, |write| {
            match rendering {
                Some(rendering) => write.put_material(&MaterialRow {
                    shipment_id: shipment.clone(),
                    material: material.clone(),
                    language: language.clone(),
                    consignment: *consignment,
                    data: rendering.clone(),
                })?,
                None if known => {
                    write.delete_material(shipment, material, language, *consignment)?
                }
                None => {}
            }
            Ok(())
        })?;
        Ok(changes)
    }
}

fn lengths(rendering: &Rendering) -> Result<(), Failure> {
    let texts = [
        ("version", rendering.version.as_str()),
        ("source_version", rendering.source_version.as_deref().unwrap_or_default()),
        ("source_language", rendering.source_language.as_deref().unwrap_or_default()),
        ("reviewer", rendering.reviewer.as_str()),
        ("reviewed_version", rendering.reviewed_version.as_str()),
    ];
    texts.into_iter().try_for_each(|(field, text)| at_most(field, text, 200))
}

/// A text that is not too long to be shown in a list.
pub(crate) fn at_most(field: &str, text: &str, most: usize) -> Result<(), Failure> {
    if text.chars().count() <= most {
        return Ok(());
    }
    Err(Failure::Field {
        field: field.to_owned(),
        message: Text::new(
            format!("the text is longer than {most} characters"),
            format!("文本超过 {most} 个字符"),
        ),
    })
}

/// How a material stands, for the whole shipment or for one consignment.
struct Standing {
    languages: Vec<MaterialLanguage>,
    due: Vec<MaterialDue>,
    overdue: bool,
    complete: bool,
}

fn material_view(
    material: &Material,
    judged: &Judged,
    mut made: Made,
    measures: Vec<Measure>,
) -> MaterialView {
    let order = &judged.loaded.shipment.order;
    let needed = material.consignments(&judged.loaded.shipment.network.milestones);
    let whole = made.remove(&None).unwrap_or_default();
    let mut numbers = needed.clone();
    if !needed.is_empty() {
        // What was recorded for a consignment that is gone stays in sight.
        numbers.extend(made.keys().flatten().filter(|number| !needed.contains(number)));
    }
    let consignments: Vec<MaterialConsignment> = numbers
        .into_iter()
        .map(|number| {
            let own = made.remove(&Some(number)).unwrap_or_default();
            let of_all = |code: &str| !own.contains_key(code) && whole.contains_key(code);
            let mut all = whole.clone();
            all.extend(own.iter().map(|(code, made)| (code.clone(), made.clone())));
            let mut standing = standing(material, judged, all, Some(number));
            for language in &mut standing.languages {
                language.of_all = of_all(&language.code);
            }
            let Standing { languages, due, overdue, complete } = standing;
            MaterialConsignment { consignment: number, languages, due, overdue, complete }
        })
        .collect();
    let mut all = standing(material, judged, whole, None);
    if !needed.is_empty() {
        all.overdue = consignments.iter().any(|one| one.overdue);
        all.complete = consignments
            .iter()
            .filter(|one| needed.contains(&one.consignment))
            .all(|one| one.complete);
    }
    MaterialView {
        id: material.id.clone(),
        phase: material.phase,
        title: material.title.clone(),
        about: material.about.clone(),
        safety: material.safety,
        one_language: material.one_language,
        language_note: material.language_note.clone(),
        language_open: material.open_languages(order).next().is_some(),
        languages: all.languages,
        consignments,
        due: all.due,
        overdue: all.overdue,
        complete: all.complete,
        measures,
        source: material.source.clone(),
    }
}

fn standing(
    material: &Material,
    judged: &Judged,
    mut made: Renderings,
    consignment: Option<u8>,
) -> Standing {
    let order = &judged.loaded.shipment.order;
    let needed = material.languages_for(order);
    let mut codes = needed.clone();
    codes.extend(made.keys().filter(|code| !needed.contains(code)).cloned());
    let stale: Vec<bool> = codes
        .iter()
        .map(|code| {
            let rendering = made.get(code);
            let original = rendering
                .and_then(|rendering| rendering.source_language.as_ref())
                .and_then(|source| made.get(source));
            rendering.is_some_and(|rendering| rendering.stale(original))
        })
        .collect();
    let languages: Vec<MaterialLanguage> = codes
        .into_iter()
        .zip(stale)
        .map(|(code, stale)| MaterialLanguage {
            title: wording::language_name(&code),
            needed: needed.contains(&code),
            rendering: made.remove(&code).unwrap_or_default(),
            stale,
            of_all: false,
            code,
        })
        .collect();
    let open = material.open_languages(order).next().is_some();
    let sent = |language: &MaterialLanguage| {
        language.rendering.state == MaterialState::Sent && !language.stale
    };
    let mut wanted = languages.iter().filter(|language| language.needed);
    let complete = if material.one_language {
        wanted.any(sent)
    } else {
        !open && !needed.is_empty() && wanted.all(sent)
    };
    let due = due_dates(material, judged, &languages, consignment);
    let tolerance = material.every.map_or(0, |every| u64::from(every.tolerance));
    let overdue = due.first().is_some_and(|first| {
        let last = first.on.checked_add_days(Days::new(tolerance)).unwrap_or(first.on);
        // What comes again and again is not done with before the machine has left.
        judged.on > last && (material.every.is_some() || !complete)
    });
    Standing { languages, due, overdue, complete }
}

/// The dates by the schedule, of one consignment or of all; milestones that are done ask for nothing
/// more.
fn due_dates(
    material: &Material,
    judged: &Judged,
    languages: &[MaterialLanguage],
    consignment: Option<u8>,
) -> Vec<MaterialDue> {
    if let Some(every) = material.every {
        let last: Option<NaiveDate> = languages
            .iter()
            .filter(|language| language.rendering.state == MaterialState::Sent)
            .filter_map(|language| language.rendering.sent_on)
            .max();
        let network = &judged.loaded.shipment.network;
        let departures = network.departures();
        let left = |departure: &readiness::Departure| {
            departure.happened(&network.milestones[departure.milestone])
        };
        if !departures.is_empty() && departures.iter().all(left) {
            return Vec::new();
        }
        // The first one counts from the start.
        let next = last.unwrap_or(network.start).checked_add_days(Days::new(u64::from(every.days)));
        return next
            .map(|on| MaterialDue { on, milestone: None, title: None })
            .into_iter()
            .collect();
    }
    let milestones = &judged.loaded.shipment.network.milestones;
    let schedule = judged.judgement().schedule;
    let mut due: Vec<MaterialDue> = material
        .due_at(milestones)
        .filter(|(index, _)| {
            let milestone = &milestones[*index];
            // A milestone of no consignment is one of each.
            let own = consignment.zip(milestone.consignment).is_none_or(|(one, of)| one == of);
            // A leg that stands for the loading has left once it has begun.
            let stands_in = material.due.as_ref().is_some_and(|due| due.step != milestone.step);
            let over = milestone.closed
                || milestone.actual_finish.is_some()
                || (stands_in && milestone.actual_start.is_some());
            own && !over
        })
        .map(|(index, days)| {
            let start = schedule.planned_start(index);
            MaterialDue {
                on: start.checked_sub_days(Days::new(u64::from(days))).unwrap_or(start),
                milestone: Some(milestones[index].id.clone()),
                title: Some(wording::due_title(&milestones[index].title, days)),
            }
        })
        .collect();
    due.sort_by_key(|due| due.on);
    due
}
