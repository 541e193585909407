//! Trade documents and accepted differences between them.

use crate::changes::Act;
use crate::failure::Failure;
use crate::office::{App, new_id};
use crate::views::{
    Changes, RecordException, RevokeException, SaveDocument, SaveTolerances, TolerancesView,
};
use readiness::{CheckId, Exception, Quantity, Subject, Text, Tolerances};
use serde_json::json;
use store::{ExceptionRow, TradeDocumentRow};

/// The tolerances as the engine takes them; what cannot be read is the usual one.
pub(crate) fn tolerances(view: &TolerancesView) -> Tolerances {
    let usual = Tolerances::default();
    let read = |text: &str, usual: Quantity| {
        let number = text.parse::<Quantity>().map(|given| given.value);
        number.map_or(usual, |value| Quantity { value, unit: usual.unit })
    };
    Tolerances {
        gross_weight: read(&view.gross_weight, usual.gross_weight),
        vgm_percent: read(&view.vgm_percent, usual.vgm_percent),
        vgm_mass: read(&view.vgm_mass, usual.vgm_mass),
        dimensions: read(&view.dimensions, usual.dimensions),
    }
}

/// The tolerances of a shipment file for the screen; none where they are the usual ones.
pub(crate) fn tolerances_view(given: &Tolerances) -> Option<TolerancesView> {
    let usual = Tolerances::default();
    let text = |given: Quantity, usual: Quantity| {
        let value = given.to_unit(usual.unit).unwrap_or(usual).value;
        value.normalize().to_string()
    };
    (*given != usual).then(|| TolerancesView {
        gross_weight: text(given.gross_weight, usual.gross_weight),
        vgm_percent: text(given.vgm_percent, usual.vgm_percent),
        vgm_mass: text(given.vgm_mass, usual.vgm_mass),
        dimensions: text(given.dimensions, usual.dimensions),
    })
}

impl App {
    /// Changes the fields of a trade document, or removes it.
    ///
    /// # Errors
    /// There is no such kind of document, or the workspace cannot be written.
    pub fn save_document(&mut self, request: &SaveDocument) -> Result<Changes, Failure> {
        let SaveDocument { shipment, kind, document } = request;
        if !readiness::document::kind::ALL.contains(&kind.as_str()) {
            return Err(Failure::Field {
                field: "kind".to_owned(),
                message: Text::new(
                    format!("there is no trade document {kind}"),
                    format!("没有单证类型 {kind}"),
                ),
            });
        }
        let misfit = document.as_ref().and_then(|document| document.misfits().into_iter().next());
        if let Some(misfit) = misfit {
            let message = packs::misfit_text(&misfit);
            return Err(Failure::Field { field: misfit.field, message });
        }
        let act = Act {
            name: "document.save",
            params: json!({ "kind": kind }),
            shipment: Some(shipment),
        };
        let ((), changes) = self.act(&act, |write| {
            match document {
                Some(document) => write.put_trade_document(&TradeDocumentRow {
                    shipment_id: shipment.clone(),
                    kind: kind.clone(),
                    data: document.clone(),
                })?,
                None => write.delete_trade_document(shipment, kind)?,
            }
            Ok(())
        })?;
        Ok(changes)
    }

    /// Changes how far the documents of a shipment may differ.
    ///
    /// # Errors
    /// A value is no decimal of zero or more, or the workspace cannot be written.
    pub fn save_tolerances(&mut self, request: &SaveTolerances) -> Result<Changes, Failure> {
        let given = &request.tolerances;
        for (field, text) in [
            ("gross_weight", &given.gross_weight),
            ("vgm_percent", &given.vgm_percent),
            ("vgm_mass", &given.vgm_mass),
            ("dimensions", &given.dimensions),
        ] {
            let digits = text.chars().filter(char::is_ascii_digit).count();
            let plain = text.chars().all(|c| c.is_ascii_digit() || c == '.')
                && (1..=12).contains(&digits)
                && text.parse::<Quantity>().is_ok();
            if !plain {
                return Err(Failure::Field {
                    field: field.to_owned(),
                    message: Text::new(
                        format!("\"{text}\" is no number of zero or more, such as 0 or 2.5"),
                        format!("“{text}”不是大于或等于零的数，例如 0 或 2.5"),
                    ),
                });
            }
        }
        let mut row = self.row(&request.shipment)?;
        row.data.tolerances = (*given != TolerancesView::default()).then(|| given.clone());
        let act =
            Act { name: "tolerances.save", params: json!({}), shipment: Some(&request.shipment) };
        let ((), changes) = self.act(&act, |write| Ok(write.update_shipment(&row)?))?;
        Ok(changes)
    }

    /// Takes back that a difference was accepted: from then on it counts again.
    ///
    /// # Errors
    /// There is none of this id, or the workspace cannot be written.
    pub fn revoke_exception(&mut self, request: &RevokeException) -> Result<Changes, Failure> {
        let row = self.workspace.read().exception::<Exception>(&request.exception)?;
        let check = row.map(|row| row.check_id).unwrap_or_default();
        let act = Act {
            name: "exception.revoke",
            params: json!({ "check": check }),
            shipment: Some(&request.shipment),
        };
        let ((), changes) =
            self.act(&act, |write| Ok(write.delete_exception(&request.exception)?))?;
        Ok(changes)
    }

    /// Records that the present difference between documents is right. Another difference of the
    /// same check is not covered by it.
    ///
    /// # Errors
    /// No reason is given, the check finds no difference, or the workspace cannot be written.
    pub fn record_exception(&mut self, request: &RecordException) -> Result<Changes, Failure> {
        let reason = request.reason.trim();
        if reason.is_empty() {
            return Err(Failure::Field {
                field: "reason".to_owned(),
                message: Text::new("a reason is needed", "请填写理由"),
            });
        }
        let author = self.settings()?.author;
        let today = self.today();
        let subject = Subject::Check(CheckId(request.check.clone()));
        let judgement = self.judge(&request.shipment, None)?.judgement();
        let finding = judgement.findings.iter().find(|finding| finding.subject == subject);
        let Some(finding) = finding else {
            return Err(Failure::Field {
                field: "check".to_owned(),
                message: Text::new("these documents do not differ", "单证之间没有差异"),
            });
        };
        let exception = Exception {
            check: CheckId(request.check.clone()),
            reason: reason.to_owned(),
            by: author,
            on: today,
            values: readiness::checks::exception_values(&finding.because),
        };
        let act = Act {
            name: "exception.record",
            params: json!({ "check": request.check }),
            shipment: Some(&request.shipment),
        };
        let ((), changes) = self.act(&act, |write| {
            Ok(write.insert_exception(&ExceptionRow {
                id: new_id(),
                shipment_id: request.shipment.clone(),
                check_id: request.check.clone(),
                data: exception,
            })?)
        })?;
        Ok(changes)
    }
}
