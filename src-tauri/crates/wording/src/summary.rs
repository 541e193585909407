//! A finding in a sentence or two, the last of which says what to do.

use crate::gap::gap;
use crate::lookup::Lookup;
use crate::next_step::next_step;
use crate::phrase::sentences;
use readiness::{Finding, Requirement, Text};

/// What is wrong, and what to do by when. The last sentence is the next step.
#[must_use]
pub fn summary(finding: &Finding, requirement: Option<&Requirement>, lookup: &dyn Lookup) -> Text {
    sentences([gap(finding, requirement, lookup), next_step(finding, requirement, lookup)])
}
