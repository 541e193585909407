//! Saving what was tried.

use crate::changes::Act;
use crate::failure::Failure;
use crate::findings::evidence_name;
use crate::office::App;
use crate::stored::title;
use crate::views::{Changes, MilestoneEdit, WhatIf};
use crate::what_if::apply::tried_on;
use readiness::{MilestoneId, ProductFrame, Text, Value};
use serde_json::json;
use store::{AnswerRow, MilestoneEditRow};

impl App {
    /// Saves what was tried, as one step of the history: judging afterwards gives what the preview
    /// gave.
    ///
    /// # Errors
    /// A value does not fit, a document is only assumed, or the workspace cannot be written;
    /// nothing is saved then.
    pub fn save_what_if(&mut self, request: &WhatIf) -> Result<Changes, Failure> {
        refuse_assumed(request)?;
        // What cannot be judged must not be saved.
        self.what_if(request)?;
        let shipment = request.shipment.as_str();
        let present = self.present(shipment)?;
        let (loaded, _) = tried_on(request, present)?;
        let tried = self.tried_words(request, &present.loaded);
        let mut row = self.row(shipment)?;
        let order_changes = loaded.frame.order != present.loaded.frame.order;
        if order_changes {
            let frames: Vec<ProductFrame> =
                loaded.shipment.products.iter().map(|product| product.frame.clone()).collect();
            row.title = title(&loaded.frame.order, &frames);
            row.data.order = loaded.frame.order.clone();
        }
        let edits: Vec<(MilestoneId, MilestoneEdit)> = loaded
            .edits
            .iter()
            .filter(|(id, edit)| present.loaded.edits.get(*id) != Some(*edit))
            .map(|(id, edit)| (id.clone(), edit.clone()))
            .collect();
        let mut gone = Vec::new();
        for tried in request.answers.iter().filter(|tried| tried.value.is_none()) {
            let product = tried.product.clone().unwrap_or_default();
            let read = self.workspace.read();
            let stored = read.answer::<Value>(shipment, &product, tried.fact.as_str())?;
            // The last word on a fact counts, as in the preview.
            let last = request
                .answers
                .iter()
                .rev()
                .find(|other| (&other.product, &other.fact) == (&tried.product, &tried.fact));
            let taken_back = last.is_some_and(|last| last.value.is_none());
            let key = (product, tried.fact.clone());
            if stored.is_some() && taken_back && !gone.contains(&key) {
                gone.push(key);
            }
        }
        let act = Act {
            name: "what-if.save",
            params: json!({ "tried": tried }),
            shipment: Some(shipment),
        };
        let ((), changes) = self.act(&act, |write| {
            if order_changes {
                write.update_shipment(&row)?;
            }
            for (product, fact) in &gone {
                write.delete_answer(shipment, product, fact.as_str())?;
            }
            for tried in &request.answers {
                let product_id = tried.product.clone().unwrap_or_default();
                if gone.contains(&(product_id.clone(), tried.fact.clone())) {
                    continue;
                }
                let Some(value) = &tried.value else { continue };
                write.put_answer(&AnswerRow {
                    shipment_id: shipment.to_owned(),
                    product_id,
                    fact: tried.fact.0.clone(),
                    data: value,
                })?;
            }
            for (milestone, edit) in &edits {
                write.put_milestone_edit(&MilestoneEditRow {
                    shipment_id: shipment.to_owned(),
                    milestone: milestone.0.clone(),
                    data: edit.clone(),
                })?;
            }
            for evidence in &request.without {
                write.unlink_evidence(shipment, evidence.as_str())?;
            }
            Ok(())
        })?;
        self.judged.remove(shipment);
        Ok(changes)
    }
}

/// A document that nobody holds is nothing to save: kept, it would pass for evidence.
fn refuse_assumed(request: &WhatIf) -> Result<(), Failure> {
    if request.assumed.is_empty() {
        return Ok(());
    }
    let names: Vec<String> = request.assumed.iter().map(evidence_name).collect();
    Err(Failure::Field {
        field: "assumed".to_owned(),
        message: Text::new(
            format!(
                "only assumed to be held: {}; attach the file first, or take it out of the what-if",
                names.join(", ")
            ),
            format!("仅假设持有：{}；请先附上文件，或从假设方案中去掉", names.join("、")),
        ),
    })
}
