//! What-ifs that were kept: listed, compared, renamed, removed. Each is judged anew on the
//! shipment as it is now.

use super::compare::state;
use crate::changes::Act;
use crate::failure::Failure;
use crate::judged::Judged;
use crate::office::{App, new_id};
use crate::views::{
    Changes, CompareScenarios, Misfit, SaveScenario, ScenarioChoice, ScenarioComparison,
    ScenarioQuery, ScenarioView, WhatIf,
};
use crate::what_if::apply::tried_on;
use readiness::Text;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::ScenarioRow;

/// The longest name of a scenario, in characters, and the most that a shipment may have.
const MAX_NAME: usize = 120;
const MAX_KEPT: usize = 100;

/// A scenario as stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Kept {
    name: String,
    kept_at: String,
    what_if: WhatIf,
}

impl App {
    /// The scenarios of a shipment, by name.
    ///
    /// # Errors
    /// There is no such shipment, or the workspace cannot be read.
    pub fn scenarios(&mut self, request: &ScenarioQuery) -> Result<Vec<ScenarioView>, Failure> {
        self.judge(&request.shipment, request.on)?;
        let present = self.present(&request.shipment)?;
        let end = present.judgement();
        let end = end.schedule.date(end.schedule.end);
        let mut views = Vec::new();
        for row in self.workspace.read().scenarios::<Kept>(&request.shipment)? {
            let Kept { name, kept_at, what_if } = row.data;
            let tried = self.tried_words(&what_if, &present.loaded);
            let (misfits, state) = match self.scenario_on(&what_if, present) {
                Ok((judged, misfits)) => (misfits, Some(state(&judged, &judged.judgement()))),
                // A plan that no longer holds is told at its scenario; the others are shown.
                Err(failure) => {
                    let message = failure.failed().message;
                    (vec![Misfit { field: "schedule".to_owned(), message }], None)
                }
            };
            views.push(ScenarioView {
                id: row.id,
                name,
                kept_at,
                what_if,
                tried,
                misfits,
                end_moves: state.as_ref().map_or(0, |state| (state.end - end).num_days()),
                state,
            });
        }
        views.sort_by(|a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
        Ok(views)
    }

    /// A what-if judged on the shipment as it is now, without the parts that find no place.
    fn scenario_on(
        &self,
        what_if: &WhatIf,
        present: &Judged,
    ) -> Result<(Judged, Vec<Misfit>), Failure> {
        let (loaded, misfits) = tried_on(what_if, present)?;
        Ok((Judged::of(loaded, present.on)?, misfits))
    }

    /// Keeps a what-if under a name, or changes one that was kept.
    ///
    /// # Errors
    /// The name is missing, too long or taken, the what-if does not fit, or the workspace cannot
    /// be written.
    pub fn save_scenario(&mut self, request: &SaveScenario) -> Result<Changes, Failure> {
        let SaveScenario { scenario, name, what_if } = request;
        let shipment = what_if.shipment.as_str();
        let kept = self.workspace.read().scenarios::<Kept>(shipment)?;
        let name = check_name(name, scenario.as_deref(), &kept)?;
        let mut what_if = what_if.clone();
        // It is judged on the day it is looked at.
        what_if.on = None;
        let known = scenario.as_ref().map(|id| self.scenario(id)).transpose()?;
        match &known {
            // A new name for what was kept before: it need not fit any more.
            Some(row) if row.shipment_id == shipment && row.data.what_if == what_if => {}
            Some(row) if row.shipment_id != shipment => {
                return Err(Failure::NoScenario { id: row.id.clone() });
            }
            Some(_) | None => drop(self.what_if(&what_if)?),
        }
        if known.is_none() && kept.len() >= MAX_KEPT {
            return Err(field(
                format!("at most {MAX_KEPT} scenarios are kept for a shipment; remove one first"),
                format!("每个发运最多保存 {MAX_KEPT} 个方案；请先删除一个"),
            ));
        }
        let kept_at = known.as_ref().map_or_else(|| self.now(), |row| row.data.kept_at.clone());
        let row = ScenarioRow {
            id: known.map_or_else(new_id, |row| row.id),
            shipment_id: shipment.to_owned(),
            data: Kept { name, kept_at, what_if },
        };
        let act = Act {
            name: "scenario.save",
            params: json!({ "title": row.data.name }),
            shipment: Some(shipment),
        };
        let ((), changes) = self.act(&act, |write| Ok(write.put_scenario(&row)?))?;
        Ok(changes)
    }

    /// Removes a scenario.
    ///
    /// # Errors
    /// There is no such scenario, or the workspace cannot be written.
    pub fn remove_scenario(&mut self, request: &ScenarioChoice) -> Result<Changes, Failure> {
        let row = self.scenario(&request.scenario)?;
        let act = Act {
            name: "scenario.remove",
            params: json!({ "title": row.data.name }),
            shipment: Some(&row.shipment_id),
        };
        let ((), changes) = self.act(&act, |write| Ok(write.delete_scenario(&row.id)?))?;
        Ok(changes)
    }

    /// Two scenarios side by side, or one with the present.
    ///
    /// # Errors
    /// There is no such scenario, or a schedule can no longer be planned.
    pub fn compare_scenarios(
        &mut self,
        request: &CompareScenarios,
    ) -> Result<ScenarioComparison, Failure> {
        self.judge(&request.shipment, request.on)?;
        let present = self.present(&request.shipment)?;
        let side = |id: &Option<String>| -> Result<(Judged, Vec<Misfit>), Failure> {
            let Some(id) = id else {
                return Ok((Judged::of(present.loaded.clone(), present.on)?, Vec::new()));
            };
            let row = self.scenario(id)?;
            if row.shipment_id != request.shipment {
                return Err(Failure::NoScenario { id: id.clone() });
            }
            self.scenario_on(&row.data.what_if, present)
        };
        let (a, misfits_a) = side(&request.a)?;
        let (b, misfits_b) = side(&request.b)?;
        Ok(ScenarioComparison { misfits_a, misfits_b, difference: self.compared(&a, &b) })
    }

    fn scenario(&self, id: &str) -> Result<ScenarioRow<Kept>, Failure> {
        self.workspace
            .read()
            .scenario::<Kept>(id)?
            .ok_or_else(|| Failure::NoScenario { id: id.to_owned() })
    }
}

fn field(en: impl Into<String>, zh: impl Into<String>) -> Failure {
    Failure::Field { field: "name".to_owned(), message: Text::new(en, zh) }
}

/// The name without spaces around it, if it can be one.
fn check_name(
    name: &str,
    own: Option<&str>,
    kept: &[ScenarioRow<Kept>],
) -> Result<String, Failure> {
    let name = name.trim();
    if name.is_empty() {
        return Err(field("give the scenario a name", "请为方案命名"));
    }
    if name.chars().count() > MAX_NAME {
        return Err(field(
            format!("the name is longer than {MAX_NAME} characters"),
            format!("名称超过 {MAX_NAME} 个字符"),
        ));
    }
    let taken = |row: &&ScenarioRow<Kept>| {
        Some(row.id.as_str()) != own && row.data.name.to_lowercase() == name.to_lowercase()
    };
    match kept.iter().find(taken) {
        Some(row) => Err(field(
            format!("a scenario is already called {}", row.data.name),
            format!("已有名为“{}”的方案", row.data.name),
        )),
        None => Ok(name.to_owned()),
    }
}
