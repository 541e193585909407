//! What-ifs: the difference another state would make, before anything is saved.

mod apply;
mod compare;
mod save;
mod scenarios;
mod tried;

use crate::failure::Failure;
use crate::judged::{Judged, Loaded};
use crate::office::App;
use crate::views::{Misfit, WhatIf, WhatIfView};
use chrono::NaiveDate;
use readiness::Evaluation;
use std::sync::Arc;

use apply::tried_on;
pub(crate) use compare::output;

impl From<Misfit> for Failure {
    fn from(misfit: Misfit) -> Self {
        Self::Field { field: misfit.field, message: misfit.message }
    }
}

impl Judged {
    /// Judges what was loaded on a day.
    pub(crate) fn of(loaded: Loaded, on: NaiveDate) -> Result<Self, Failure> {
        let rulebook = Arc::clone(&loaded.library.rulebook);
        let evaluation = Evaluation::new(rulebook, loaded.shipment.clone(), on)?;
        Ok(Self { loaded, on, evaluation })
    }
}

/// The other state, judged.
///
/// # Errors
/// A value does not fit, or the schedule could not be planned.
pub(crate) fn other(request: &WhatIf, present: &Judged) -> Result<Judged, Failure> {
    let (loaded, misfits) = tried_on(request, present)?;
    match misfits.into_iter().next() {
        Some(misfit) => Err(misfit.into()),
        None => Judged::of(loaded, present.on),
    }
}

impl App {
    /// What would change.
    ///
    /// # Errors
    /// A value does not fit, or the schedule could not be planned.
    pub fn what_if(&mut self, request: &WhatIf) -> Result<WhatIfView, Failure> {
        self.judge(&request.shipment, request.on)?;
        let present = self.present(&request.shipment)?;
        Ok(self.compared(present, &other(request, present)?))
    }

    /// The shipment as judged last.
    fn present(&self, shipment: &str) -> Result<&Judged, Failure> {
        self.judged.get(shipment).ok_or_else(|| Failure::NoShipment { id: shipment.to_owned() })
    }
}
