//! Answering facts.

use crate::changes::Act;
use crate::failure::Failure;
use crate::office::App;
use crate::views::{AnswerFact, Changes};
use readiness::AnswerError;
use serde_json::json;
use std::sync::Arc;
use store::AnswerRow;

impl App {
    /// Answers a fact, or makes it unknown again: on disk first, then the findings that hang on
    /// it, and only those, are judged again.
    ///
    /// # Errors
    /// The answer does not fit the fact, or the workspace cannot be written; nothing is changed.
    pub fn answer(&mut self, request: &AnswerFact) -> Result<Changes, Failure> {
        let AnswerFact { shipment, product, fact, value } = request;
        let library = match self.judged.get(shipment) {
            Some(judged) => Arc::clone(&judged.loaded.library),
            None => self.library_of(&self.row(shipment)?.data)?,
        };
        let definition =
            library.rulebook.fact(fact).ok_or_else(|| AnswerError::UnknownFact(fact.clone()))?;
        if definition.level == readiness::FactLevel::Derived {
            return Err(AnswerError::Derived(fact.clone()).into());
        }
        if let Some(value) = value {
            definition.check(value).map_err(AnswerError::from)?;
        }
        let product_id = product.clone().unwrap_or_default();
        let params = json!({ "fact": fact, "value": value });
        let act = Act { name: "answer.set", params, shipment: Some(shipment) };
        // What was judged is brought up to date below instead of being thrown away.
        let kept = self.judged.remove(shipment);
        let ((), changes) = self.act(&act, |write| {
            match value {
                Some(value) => write.put_answer(&AnswerRow {
                    shipment_id: shipment.clone(),
                    product_id: product_id.clone(),
                    fact: fact.0.clone(),
                    data: value,
                })?,
                None => write.delete_answer(shipment, &product_id, fact.as_str())?,
            }
            Ok(())
        })?;
        if let Some(mut judged) = kept {
            let index = match product {
                None => None,
                Some(id) => {
                    let index = judged.loaded.products.iter().position(|known| known == id);
                    Some(index.ok_or(AnswerError::NoProduct(0))?)
                }
            };
            judged.loaded.aside.retain(|(of, aside, _)| (of, aside) != (product, fact));
            judged.evaluation.set_answer(index, fact, value.clone())?;
            let held = judged.evaluation.shipment();
            judged.loaded.shipment.answers.clone_from(&held.answers);
            if let Some(index) = index {
                let answers = held.products[index].answers.clone();
                judged.loaded.shipment.products[index].answers = answers;
            }
            self.judged.insert(shipment.clone(), judged);
        }
        Ok(changes)
    }
}
