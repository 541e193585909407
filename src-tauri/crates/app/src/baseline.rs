//! The baseline: the dates that a shipment's schedule is compared with.

use crate::changes::Act;
use crate::failure::Failure;
use crate::office::App;
use crate::stored::Baseline;
use crate::views::{Changes, ShipmentId};
use serde_json::json;
use store::BaselineRow;

impl App {
    /// Keeps the dates as they are planned today as the baseline, in place of an earlier one.
    ///
    /// # Errors
    /// There is no such shipment, or the workspace cannot be written.
    pub fn set_baseline(&mut self, request: &ShipmentId) -> Result<Changes, Failure> {
        let id = &request.shipment;
        let set_on = self.today();
        let judged = self.judge(id, None)?;
        let schedule = judged.evaluation.schedule();
        let milestones = judged
            .loaded
            .shipment
            .network
            .milestones
            .iter()
            .enumerate()
            .map(|(index, milestone)| {
                let dates = (schedule.planned_start(index), schedule.shown_finish(index));
                (milestone.id.clone(), dates)
            })
            .collect();
        let row = BaselineRow { shipment_id: id.clone(), data: Baseline { set_on, milestones } };
        let act = Act { name: "baseline.set", params: json!({}), shipment: Some(id) };
        let ((), changes) = self.act(&act, |write| Ok(write.put_baseline(&row)?))?;
        Ok(changes)
    }

    /// Forgets the baseline.
    ///
    /// # Errors
    /// There is none, or the workspace cannot be written.
    pub fn clear_baseline(&mut self, request: &ShipmentId) -> Result<Changes, Failure> {
        let id = &request.shipment;
        let act = Act { name: "baseline.clear", params: json!({}), shipment: Some(id) };
        let ((), changes) = self.act(&act, |write| Ok(write.delete_baseline(id)?))?;
        Ok(changes)
    }

    /// The baseline of a shipment, where one is set.
    pub(crate) fn baseline(&self, shipment: &str) -> Result<Option<Baseline>, Failure> {
        Ok(self.workspace.read().baseline::<Baseline>(shipment)?.map(|row| row.data))
    }
}
