//! Recorded exceptions: what they were recorded for, and whether that still stands.

use crate::normal::normalised;
use crate::{Exception, Reason};
use std::collections::BTreeSet;

/// One value that takes part in a difference.
struct Part {
    /// With who says it and about what.
    tied: String,
    /// The value alone, as a shipment file written by hand names it.
    plain: String,
}

/// A difference between two values already named is worked out from them.
fn is_worked_out(what: &str) -> bool {
    what == "difference"
}

fn parts(reasons: &[Reason]) -> Vec<Part> {
    let mut parts = Vec::new();
    for reason in reasons {
        match reason {
            Reason::Compared { field, says } => parts.extend(says.iter().map(|saying| {
                let plain = saying.value.as_deref().map(normalised).unwrap_or_default();
                Part { tied: format!("{} {field}: {plain}", saying.document), plain }
            })),
            Reason::Limit { what, found, limit } if !is_worked_out(what) => {
                for (side, value) in [("", found), (" limit", limit)] {
                    let plain = normalised(value);
                    parts.push(Part { tied: format!("{what}{side}: {plain}"), plain });
                }
            }
            _ => {}
        }
    }
    parts
}

/// The values of a difference, normalised, each with who says it: what an exception is recorded
/// for. When any of them changes, or another document speaks, the exception no longer holds.
#[must_use]
pub fn exception_values(reasons: &[Reason]) -> Vec<String> {
    parts(reasons).into_iter().map(|part| part.tied).collect::<BTreeSet<_>>().into_iter().collect()
}

/// Whether an exception was recorded for just this difference. Values without a document, as files
/// written by hand have them, must be the very set of values that differ. No values at all hold
/// for whatever differs.
pub(super) fn holds(exception: &Exception, reasons: &[Reason]) -> bool {
    if exception.values.is_empty() {
        return true;
    }
    let parts = parts(reasons);
    let recorded: BTreeSet<&str> = exception.values.iter().map(String::as_str).collect();
    let known = parts.iter().all(|part| {
        recorded.contains(part.tied.as_str())
            || part.plain.is_empty()
            || recorded.contains(part.plain.as_str())
    });
    // Exceptions recorded by earlier versions name the size of the difference as well.
    let worked_out: BTreeSet<String> = reasons
        .iter()
        .filter_map(|reason| match reason {
            Reason::Limit { what, found, limit } if is_worked_out(what) => Some([found, limit]),
            _ => None,
        })
        .flatten()
        .map(|value| normalised(value))
        .collect();
    let still_said = recorded.iter().all(|value| {
        parts.iter().any(|part| part.tied == *value || part.plain == *value)
            || worked_out.contains(*value)
    });
    known && still_said
}
