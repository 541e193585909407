//! Every sentence that the engine can cause, English and Simplified Chinese side by side.
//!
//! Short, plain, imperative: the document, the date and the number are named, and the last sentence
//! is the next step. Matches have no wildcard arm over the engine's own types, so that a new kind of
//! finding does not compile until it is worded.

mod because;
mod change;
mod checks;
mod communication;
mod condition;
mod dates;
mod defects;
mod delivery;
mod documents;
mod errors;
mod facts;
mod fields;
mod gap;
mod languages;
mod limits;
mod lookup;
mod next_step;
mod phrase;
mod reasons;
mod requirement_fields;
mod says;
mod statements;
mod summary;
mod timing;
mod titles;
mod words;

#[cfg(test)]
mod tests;

pub use because::{Because, because, because_of_verdict};
pub use change::{difference, gate_changes};
pub use checks::{check_rule, check_title};
pub use communication::{ClockNote, clock_note, due_title, rendering_error, ticket_error};
pub use condition::condition;
pub use dates::{date, date_with_weekday, day_month, days, days_between, quantity};
pub use defects::defect;
pub use documents::document_title;
pub use errors::{answer_error, fact_kind, link_error, network_error, quantity_error, value_error};
pub use facts::{answer, fact_title, question, yes_no};
pub use fields::field_title;
pub use gap::gap;
pub use languages::{language_name, languages};
pub use lookup::{Book, Lookup};
pub use next_step::next_step;
pub use readiness::Text;
pub use requirement_fields::requirement_field;
pub use summary::summary;
pub use timing::timing_words;
pub use titles::{finding_title, subject_title, verdict_title};
pub use words::{
    code, coverage, decision, dual_use, dual_use_class, gate_state, kind, obliged, payment,
    relation, relation_of_dates, role, severity, state, timing, verification, waits,
};
