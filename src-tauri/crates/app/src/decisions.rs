//! Waivers and "not applicable": who, when, why, until when.

use crate::changes::Act;
use crate::failure::Failure;
use crate::office::{App, new_id};
use crate::views::{Changes, Decide, RevokeDecision};
use readiness::{Decision, Text};
use serde_json::json;
use store::DecisionRow;

impl App {
    /// Decides on a requirement or check.
    ///
    /// # Errors
    /// Nobody decides, no reason is given, or the workspace cannot be written.
    pub fn decide(&mut self, request: &Decide) -> Result<Changes, Failure> {
        let needed = |field: &str, text: &str, message: Text| {
            if text.trim().is_empty() {
                Err(Failure::Field { field: field.to_owned(), message })
            } else {
                Ok(text.trim().to_owned())
            }
        };
        let by = needed("by", &request.by, Text::new("say who decides", "请填写决定人"))?;
        let reason =
            needed("reason", &request.reason, Text::new("a reason is needed", "请填写理由"))?;
        let on = self.today();
        if request.until.is_some_and(|until| until < on) {
            return Err(Failure::Field {
                field: "until".to_owned(),
                message: Text::new("the last day is already past", "截止日已过"),
            });
        }
        let decision = Decision {
            subject: request.subject.clone(),
            kind: request.kind,
            by,
            on,
            reason,
            until: request.until,
        };
        let act = Act {
            name: "decision.make",
            params: json!({ "subject": request.subject, "kind": request.kind }),
            shipment: Some(&request.shipment),
        };
        let ((), changes) = self.act(&act, |write| {
            Ok(write.insert_decision(&DecisionRow {
                id: new_id(),
                shipment_id: request.shipment.clone(),
                subject: request.subject.clone(),
                data: decision,
            })?)
        })?;
        Ok(changes)
    }

    /// Takes a decision back.
    ///
    /// # Errors
    /// There is no such decision, or the workspace cannot be written.
    pub fn revoke_decision(&mut self, request: &RevokeDecision) -> Result<Changes, Failure> {
        let act =
            Act { name: "decision.revoke", params: json!({}), shipment: Some(&request.shipment) };
        let ((), changes) =
            self.act(&act, |write| Ok(write.delete_decision(&request.decision)?))?;
        Ok(changes)
    }
}
