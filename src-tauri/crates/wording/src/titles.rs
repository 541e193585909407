//! The heading of a finding or verdict.

use crate::lookup::{Lookup, milestone, requirement};
use crate::phrase::{and_list, same_all};
use readiness::{Finding, Subject, Text, Verdict};

/// The title of a requirement, check or milestone; of the order itself only its bare id.
#[must_use]
pub fn subject_title(subject: &Subject, lookup: &dyn Lookup) -> Text {
    match subject {
        Subject::Requirement(id) => requirement(id, lookup),
        Subject::Check(id) => {
            crate::checks::check_title(id).unwrap_or_else(|| Text::same(id.as_str()))
        }
        Subject::Milestone(id) => milestone(id, lookup),
        Subject::Order(id) => Text::same(id),
    }
}

/// The title of a finding: of its requirement, check or milestone, with the models where it is not
/// about all of them, and with the consignment where there are several.
#[must_use]
pub fn finding_title(finding: &Finding, lookup: &dyn Lookup) -> Text {
    let (title, legs) = match &finding.subject {
        Subject::Order(_) => (crate::delivery::order_title(finding, lookup), None),
        // A milestone's own title says which consignment it belongs to.
        Subject::Milestone(_) => (subject_title(&finding.subject, lookup), None),
        Subject::Requirement(_) | Subject::Check(_) => {
            (subject_title(&finding.subject, lookup), finding.consignment)
        }
    };
    let title = if finding.models.is_empty() {
        title
    } else {
        let models = and_list(&same_all(&finding.models));
        Text::new(format!("{}, {}", title.en, models.en), format!("{}，{}", title.zh, models.zh))
    };
    of_consignment(title, legs)
}

/// The title of a verdict, with the consignment where there are several.
#[must_use]
pub fn verdict_title(verdict: &Verdict, lookup: &dyn Lookup) -> Text {
    of_consignment(subject_title(&verdict.subject, lookup), verdict.consignment)
}

fn of_consignment(title: Text, consignment: Option<u8>) -> Text {
    match consignment {
        None => title,
        Some(n) => {
            Text::new(format!("{}, consignment {n}", title.en), format!("{}，第 {n} 批", title.zh))
        }
    }
}
