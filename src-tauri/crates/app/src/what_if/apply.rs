//! One function that applies a what-if, for the preview, for saving and for scenarios.

use crate::evidence::check_dates;
use crate::failure::Failure;
use crate::judged::{Judged, Loaded, network_of};
use crate::schedule::unplannable;
use crate::views::{AnswerTried, Misfit, WhatIf};
use chrono::NaiveDate;
use readiness::{
    AnswerError, Evidence, EvidenceId, FactLevel, MAX_DAYS, MilestoneId, Planner, Schedule, Text,
};
use std::collections::BTreeSet;

/// The longest place and the most documents that a what-if may name.
const MAX_PLACE: usize = 200;
const MAX_ASSUMED: usize = 200;

fn misfit(field: &str, en: impl Into<String>, zh: impl Into<String>) -> Misfit {
    Misfit { field: field.to_owned(), message: Text::new(en, zh) }
}

/// The shipment with a what-if applied, and the parts of it that find no place. Those are left
/// out of what is returned.
///
/// # Errors
/// The schedule could not be planned.
pub(crate) fn tried_on(
    what_if: &WhatIf,
    present: &Judged,
) -> Result<(Loaded, Vec<Misfit>), Failure> {
    let mut loaded = present.loaded.clone();
    let mut misfits = Vec::new();
    order(what_if, &mut loaded, &mut misfits);
    for tried in &what_if.answers {
        if let Err(unfit) = answer(tried, &mut loaded) {
            misfits.push(unfit);
        }
    }
    if what_if.incoterm.is_some() {
        plan_again(&mut loaded)?;
    }
    for (milestone, days) in &what_if.durations {
        if let Err(unfit) = duration(milestone, *days, &mut loaded) {
            misfits.push(unfit);
        }
    }
    if !what_if.durations.is_empty() {
        plan_again(&mut loaded)?;
    }
    if let Some(ships) = what_if.ships {
        let kept = loaded.edits.clone();
        if let Some(unfit) = ship_on(ships, &mut loaded)? {
            misfits.push(unfit);
            loaded.edits = kept;
            plan_again(&mut loaded)?;
        }
    }
    for id in &what_if.without {
        let held = &mut loaded.shipment.evidence;
        match held.iter().position(|record| record.id == *id) {
            Some(index) => drop(held.remove(index)),
            None => misfits.push(misfit(
                "without",
                format!("document {id} is not used for this shipment"),
                format!("本发运未引用文件 {id}"),
            )),
        }
    }
    assume(what_if, &mut loaded, &mut misfits);
    Ok((loaded, misfits))
}

/// Sets dates by hand so that the last departure is on a day, exactly: the last one leaves
/// then, and no other leaves later. What is wrong, if it cannot be.
fn ship_on(day: NaiveDate, loaded: &mut Loaded) -> Result<Option<Misfit>, Failure> {
    let mut moved = BTreeSet::new();
    // One that is moved may take others along that wait for it.
    loop {
        let network = &loaded.shipment.network;
        let schedule = plan(loaded)?;
        let Some(last) = network.ships(&schedule) else {
            return Ok(Some(misfit(
                "ships",
                "the schedule has no departure to be moved",
                "计划中没有可移动的发运节点",
            )));
        };
        if !moved.is_empty() && last.day(&schedule) == day {
            return Ok(None);
        }
        let late = network.departures().into_iter().filter(|departure| {
            departure.milestone == last.milestone || departure.day(&schedule) > day
        });
        let mut edits = Vec::new();
        for departure in late {
            let milestone = &network.milestones[departure.milestone];
            if departure.happened(milestone) {
                return Ok(Some(misfit(
                    "ships",
                    "it has departed; what happened is not to be moved",
                    "货物已发运，已发生的日期不能改动",
                )));
            }
            if !moved.insert(milestone.id.clone()) {
                let title = &milestone.title;
                return Ok(Some(misfit(
                    "ships",
                    format!(
                        "{}: not on that day, which is a day off in its calendar or lies before it began",
                        title.en
                    ),
                    format!("{}：不能在该日，该日在其日历中为休息日或早于实际开始日", title.zh),
                )));
            }
            edits.push((milestone.id.clone(), departure.at_start));
        }
        for (id, at_start) in edits {
            let edit = loaded.edits.entry(id).or_default();
            if at_start {
                // Its end follows from its length.
                edit.pinned_start = Some(day);
                edit.pinned_finish = None;
            } else {
                edit.pinned_finish = Some(day);
                edit.pinned_start = None;
            }
        }
        plan_again(loaded)?;
    }
}

fn plan_again(loaded: &mut Loaded) -> Result<(), Failure> {
    let products = &loaded.shipment.products;
    let (network, needed_at) = network_of(&loaded.frame, &loaded.edits, products, &loaded.library)?;
    loaded.shipment.network = network;
    loaded.shipment.needed_at = needed_at;
    Ok(())
}

/// The schedule as it now stands.
fn plan(loaded: &Loaded) -> Result<Schedule, Failure> {
    let network = &loaded.shipment.network;
    let planner = Planner::new(network).map_err(|error| unplannable(loaded, network, &error))?;
    Ok(planner.plan(network))
}

fn order(what_if: &WhatIf, loaded: &mut Loaded, misfits: &mut Vec<Misfit>) {
    let order = &mut loaded.frame.order;
    if let Some(country) = &what_if.country {
        let before = order.clone();
        order.country = Some(country.clone());
        // Another country is another market and speaks another language.
        order.market = None;
        order.local_languages.clear();
        let unfit = packs::complete(order, &loaded.library).into_iter().next();
        if let Some((field, message)) = unfit {
            *order = before;
            misfits.push(Misfit { field: field.to_owned(), message });
        }
    }
    if what_if.incoterm.is_some() {
        order.incoterm = what_if.incoterm;
    }
    if let Some(place) = &what_if.incoterm_place {
        let place = place.trim();
        if place.chars().count() > MAX_PLACE {
            misfits.push(misfit(
                "incoterm_place",
                format!("the place is longer than {MAX_PLACE} characters"),
                format!("地点超过 {MAX_PLACE} 个字符"),
            ));
        } else {
            order.incoterm_place = Some(place.to_owned()).filter(|place| !place.is_empty());
        }
    }
    loaded.shipment.order = loaded.frame.order.clone();
}

fn answer(tried: &AnswerTried, loaded: &mut Loaded) -> Result<(), Misfit> {
    let AnswerTried { product, fact, value } = tried;
    let unfit = |error: AnswerError| Misfit {
        field: "answers".to_owned(),
        message: Failure::from(error).failed().message,
    };
    let definition = loaded
        .library
        .rulebook
        .fact(fact)
        .ok_or_else(|| unfit(AnswerError::UnknownFact(fact.clone())))?;
    if definition.level == FactLevel::Derived {
        return Err(unfit(AnswerError::Derived(fact.clone())));
    }
    if (definition.level == FactLevel::Product) != product.is_some() {
        return Err(misfit(
            "answers",
            format!(
                "{} is asked of the shipment or of each product, not as given",
                definition.title.en
            ),
            format!("“{}”的回答对象（发运或产品）有误", definition.title.zh),
        ));
    }
    if let Some(value) = value {
        definition.check(value).map_err(|error| unfit(error.into()))?;
    }
    let answers = match product {
        None => &mut loaded.shipment.answers,
        Some(id) => {
            let index = loaded.products.iter().position(|known| known == id).ok_or_else(|| {
                misfit(
                    "answers",
                    format!("{}: the product is no longer in the shipment", definition.title.en),
                    format!("“{}”：该产品已不在本发运中", definition.title.zh),
                )
            })?;
            &mut loaded.shipment.products[index].answers
        }
    };
    match value {
        Some(value) => drop(answers.insert(fact.clone(), value.clone())),
        None => drop(answers.remove(fact)),
    }
    Ok(())
}

fn duration(milestone: &MilestoneId, days: u16, loaded: &mut Loaded) -> Result<(), Misfit> {
    let network = &loaded.shipment.network;
    let Some(found) = network.milestones.iter().find(|other| other.id == *milestone) else {
        return Err(misfit(
            "durations",
            format!("the schedule has no milestone {milestone}"),
            format!("计划中没有里程碑 {milestone}"),
        ));
    };
    if days > MAX_DAYS {
        return Err(misfit(
            "durations",
            format!("{}: {days} days; at most {MAX_DAYS}", found.title.en),
            format!("{}：{days} 天；最多 {MAX_DAYS} 天", found.title.zh),
        ));
    }
    loaded.edits.entry(milestone.clone()).or_default().base_days = Some(days);
    Ok(())
}

fn assume(what_if: &WhatIf, loaded: &mut Loaded, misfits: &mut Vec<Misfit>) {
    if what_if.assumed.len() > MAX_ASSUMED {
        misfits.push(misfit(
            "assumed",
            format!("at most {MAX_ASSUMED} documents can be assumed"),
            format!("最多可假设 {MAX_ASSUMED} 份文件"),
        ));
        return;
    }
    for (index, record) in what_if.assumed.iter().enumerate() {
        let kind = &record.document_type;
        let known = loaded.library.rulebook.requirements().any(|one| one.accepts().contains(kind));
        if !known {
            misfits.push(misfit(
                "assumed",
                format!("no requirement takes a document of type {kind}"),
                format!("没有要求接受类型为 {kind} 的文件"),
            ));
        } else if let Err(Failure::Field { message, .. }) = check_dates(record) {
            misfits.push(Misfit { field: "assumed".to_owned(), message });
        } else {
            let id = EvidenceId(format!("assumed-{}", index + 1));
            loaded.shipment.evidence.push(Evidence { id, ..record.clone() });
        }
    }
}
