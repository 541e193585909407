//! The response times that are promised: those of the catalogue, where the workspace has no own.

use crate::changes::Act;
use crate::failure::Failure;
use crate::findings::joined;
use crate::office::App;
use crate::views::{
    Changes, OwnTime, PromisedKind, PromisedMeasure, PromisedTimes, SavePromisedTimes,
};
use readiness::{FactId, Material, Measure, Target, Text};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeMap;

/// The setting they stand under: apart from the other settings, so that either can be undone alone.
const KEY: &str = "promised-times";

/// The workspace's own response times, by material and measure. One that the catalogue no longer
/// has is kept, not shown: another version may have it again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct OwnTimes(BTreeMap<String, BTreeMap<String, Target>>);

impl OwnTimes {
    fn within(&self, material: &str, measure: &str) -> Option<Target> {
        self.0.get(material)?.get(measure).copied()
    }

    /// The measures of a material that apply in a market, as they are promised.
    pub(crate) fn measures(&self, material: &Material, market: Option<&str>) -> Vec<Measure> {
        material
            .measures_in(market)
            .map(|measure| Measure {
                within: self.within(&material.id, &measure.id).unwrap_or(measure.within),
                ..measure.clone()
            })
            .collect()
    }

    fn set(&mut self, time: &OwnTime) {
        let own = self.0.entry(time.material.clone()).or_default();
        match time.within {
            Some(within) => own.insert(time.measure.clone(), within),
            None => own.remove(&time.measure),
        };
        self.0.retain(|_, own| !own.is_empty());
    }
}

impl App {
    /// The workspace's own response times.
    pub(crate) fn own_times(&self) -> Result<OwnTimes, Failure> {
        Ok(self.workspace.read().setting(KEY)?.unwrap_or_default())
    }

    /// All response times that can be promised, with the workspace's own.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn promised_times(&self) -> Result<PromisedTimes, Failure> {
        let own = self.own_times()?;
        let kinds = self.library.materials.iter().filter(|material| !material.measures.is_empty());
        let measure = |material: &Material, measure: &Measure| PromisedMeasure {
            own: own.within(&material.id, &measure.id),
            id: measure.id.clone(),
            title: measure.title.clone(),
            until: measure.until,
            markets: measure.markets.iter().map(|market| self.market_title(market)).collect(),
            standard: measure.within,
        };
        Ok(PromisedTimes {
            kinds: kinds
                .map(|material| PromisedKind {
                    id: material.id.clone(),
                    phase: material.phase,
                    title: material.title.clone(),
                    source: material.source.clone(),
                    measures: material.measures.iter().map(|one| measure(material, one)).collect(),
                })
                .collect(),
        })
    }

    fn market_title(&self, market: &str) -> Text {
        let fact = self.library.rulebook.fact(&FactId::from("market"));
        let choices = fact.map(|fact| fact.choices.as_slice()).unwrap_or_default();
        let found = choices.iter().find(|choice| choice.id == market);
        found.map_or_else(|| Text::same(market), |choice| choice.title.clone())
    }

    /// Changes what new tickets promise. Tickets there are keep what was promised then.
    ///
    /// # Errors
    /// The catalogue has no such response time, it is too long, or the workspace cannot be written.
    pub fn save_promised_times(&mut self, request: &SavePromisedTimes) -> Result<Changes, Failure> {
        let mut own = self.own_times()?;
        let mut titles: Vec<Text> = Vec::new();
        for time in &request.times {
            let found = self.library.materials.iter().find(|one| one.id == time.material);
            let found = found.and_then(|one| one.measures.iter().find(|m| m.id == time.measure));
            let Some(measure) = found else {
                let name = format!("{}/{}", time.material, time.measure);
                return Err(Failure::Field {
                    field: "times".to_owned(),
                    message: Text::new(
                        format!("the catalogue has no response time {name}"),
                        format!("目录中没有时限 {name}"),
                    ),
                });
            };
            if let Some(within) = time.within {
                short_enough("times", within)?;
            }
            if !titles.contains(&measure.title) {
                titles.push(measure.title.clone());
            }
            own.set(time);
        }
        let act = Act {
            name: "promises.save",
            params: json!({ "title": joined(&titles) }),
            shipment: None,
        };
        let ((), changes) = self.act(&act, |write| Ok(write.put_setting(KEY, &own)?))?;
        Ok(changes)
    }
}

/// A response time that can be counted.
pub(crate) fn short_enough(field: &str, within: Target) -> Result<(), Failure> {
    let fits = match within {
        Target::BusinessHours(hours) => hours <= 2000,
        Target::WorkingDays(days) => days <= 500,
        Target::Hours(hours) => hours <= 9000,
    };
    if fits {
        return Ok(());
    }
    Err(Failure::Field {
        field: field.to_owned(),
        message: Text::new(
            "give at most 2000 business hours, 500 working days or 9000 hours",
            "最长为 2000 个工作小时、500 个工作日或 9000 小时",
        ),
    })
}
