//! The product's side: the use cases as the window calls them.

use crate::Outcome;
use crate::measure::timed;
use app::views::{AnswerFact, ShipmentQuery};
use app::{App, Failure};
use chrono::DateTime;
use readiness::{FactId, FactKind, FactLevel, Value};
use std::error::Error;
use std::path::Path;
use std::time::Duration;

/// Shipments that are open, spread over the workspace.
const OPEN: usize = 10;
/// Questions answered in turn.
const QUESTIONS: usize = 12;

/// A failure of the product as an error with its message.
pub(crate) fn worded(failure: Failure) -> Box<dyn Error> {
    failure.message().en.into()
}

/// Opens a workspace with a clock that stands still.
pub(crate) fn open(at: &Path) -> Outcome<App> {
    let now = DateTime::parse_from_rfc3339("2026-11-24T09:00:00+08:00")?;
    App::open(at, Box::new(move || now)).map_err(worded)
}

/// An answer given: shipment, fact, and its value as in the database.
#[derive(Clone, Default)]
pub(crate) struct Given {
    pub(crate) shipment: String,
    pub(crate) fact: String,
    pub(crate) value: String,
}

/// An open workspace in which questions are answered in turn.
pub(crate) struct Office {
    app: App,
    ids: Vec<String>,
    facts: Vec<FactId>,
    given: usize,
    /// The last answer given.
    pub(crate) last: Given,
}

impl Office {
    pub(crate) fn open(at: &Path, ids: Vec<String>) -> Outcome<Self> {
        let app = open(at)?;
        let facts = app
            .library()
            .rulebook
            .facts()
            .iter()
            .filter(|fact| fact.kind == FactKind::YesNo && fact.level == FactLevel::Shipment)
            .map(|fact| fact.id.clone())
            .take(QUESTIONS)
            .collect();
        let step = (ids.len() / OPEN).max(1);
        let ids = ids.into_iter().step_by(step).collect();
        let mut office = Self { app, ids, facts, given: 0, last: Given::default() };
        for id in office.ids.clone() {
            office.show(&id)?;
        }
        Ok(office)
    }

    fn show(&mut self, shipment: &str) -> Outcome<app::views::ShipmentView> {
        let query = ShipmentQuery { shipment: shipment.to_owned(), on: None };
        self.app.shipment_view(&query).map_err(worded)
    }

    /// Answers the next question; each time around, the other way.
    pub(crate) fn answer(&mut self) -> Outcome<Duration> {
        let (ships, asks) = (self.ids.len(), self.facts.len());
        let shipment = self.ids[self.given % ships].clone();
        let fact = self.facts[self.given / ships % asks].clone();
        let value = Value::YesNo((self.given / ships / asks).is_multiple_of(2));
        self.given += 1;
        self.last = Given {
            shipment: shipment.clone(),
            fact: fact.0.clone(),
            value: serde_json::to_string(&value)?,
        };
        let request = AnswerFact { shipment, product: None, fact, value: Some(value) };
        let (took, done) = timed(|| self.app.answer(&request));
        done.map_err(worded)?;
        Ok(took)
    }

    /// Shows the shipment answered last.
    pub(crate) fn view(&mut self) -> Outcome<Duration> {
        let shipment = self.last.shipment.clone();
        let (took, view) = timed(|| self.show(&shipment));
        view?;
        Ok(took)
    }

    /// What the window shows of every open shipment, their ids; closes the workspace.
    pub(crate) fn close(mut self) -> Outcome<(Vec<serde_json::Value>, Vec<String>)> {
        let mut views = Vec::new();
        for id in self.ids.clone() {
            views.push(serde_json::to_value(self.show(&id)?)?);
        }
        Ok((views, self.ids))
    }
}
