//! The network of milestones: what must happen, in which order, how long each takes.

use crate::{Calendar, CalendarId, MilestoneId, PartyRole, Step, Text};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;

/// How a milestone waits for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LinkKind {
    /// Starts after the other's finish.
    FinishToStart,
    /// Starts after the other's start.
    StartToStart,
}

/// A dependency, written `contract+20`, `mech-install(SS)+15` or `packing+2w`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Link {
    /// The milestone waited for.
    pub from: MilestoneId,
    /// Which end of it.
    pub kind: LinkKind,
    /// Days to wait after it.
    pub lag: u16,
    /// The lag counts working days of this milestone's calendar.
    pub working: bool,
}

/// Why a text is not a dependency.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "{text:?} is not a predecessor; write an id, then (SS) for start-to-start, then +days, with w for working days, e.g. mech-install(SS)+15 or packing+2w"
)]
pub struct LinkError {
    /// What was written.
    pub text: String,
}

impl FromStr for Link {
    type Err = LinkError;

    fn from_str(text: &str) -> Result<Self, LinkError> {
        let bad = || LinkError { text: text.chars().take(80).collect() };
        let (head, lag) = match text.split_once('+') {
            Some((head, lag)) => (head, Some(lag)),
            None => (text, None),
        };
        let (id, kind) = head
            .strip_suffix("(SS)")
            .map_or((head, LinkKind::FinishToStart), |id| (id, LinkKind::StartToStart));
        let valid = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        if id.is_empty() || !id.chars().all(valid) {
            return Err(bad());
        }
        let (lag, working) = match lag {
            None => (0, false),
            Some(lag) => {
                let (digits, working) =
                    lag.strip_suffix('w').map_or((lag, false), |digits| (digits, true));
                (digits.parse().ok().filter(|lag| *lag <= MAX_DAYS).ok_or_else(bad)?, working)
            }
        };
        Ok(Self { from: id.into(), kind, lag, working })
    }
}

impl fmt::Display for Link {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.from)?;
        if self.kind == LinkKind::StartToStart {
            out.write_str("(SS)")?;
        }
        if self.lag > 0 {
            write!(out, "+{}{}", self.lag, if self.working { "w" } else { "" })?;
        }
        Ok(())
    }
}

impl serde::Serialize for Link {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Link {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

impl schemars::JsonSchema for Link {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Link".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A predecessor: its id, (SS) for start-to-start, +lag in calendar days, w for working days. E.g. mech-install(SS)+15",
            "type": "string",
            "pattern": "^[A-Za-z0-9_-]{1,64}(\\(SS\\))?(\\+[0-9]{1,4}w?)?$"
        })
    }
}

#[cfg(feature = "ts")]
impl ts_rs::TS for Link {
    type WithoutGenerics = Self;
    type OptionInnerType = Self;
    fn name(_: &ts_rs::Config) -> String {
        "string".to_owned()
    }
    fn inline(_: &ts_rs::Config) -> String {
        "string".to_owned()
    }
}

/// The longest duration or lag: about ten years.
pub const MAX_DAYS: u16 = 3650;

/// How long a milestone takes, in days of its calendar.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    serde::Serialize,
    serde::Deserialize,
    schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Duration {
    /// At best.
    #[schemars(range(max = 3650))]
    pub shortest: u16,
    /// As planned.
    #[schemars(range(max = 3650))]
    pub base: u16,
    /// At worst.
    #[schemars(range(max = 3650))]
    pub longest: u16,
}

/// One milestone of a network.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Milestone {
    /// Its id in this network.
    pub id: MilestoneId,
    /// What kind of step it is.
    pub step: Step,
    /// Further steps it stands for where the network has none of their own.
    pub stands_for: Vec<Step>,
    /// What the user reads.
    pub title: Text,
    /// Who carries it.
    pub roles: Vec<PartyRole>,
    /// What closes it, in words.
    pub closes_with: Text,
    /// The shipment is held up here while a blocker stands.
    pub gate: bool,
    /// The consignment it belongs to, counted from 1.
    pub consignment: Option<u8>,
    /// How long it takes.
    pub duration: Duration,
    /// Its working calendar; calendar days when none.
    pub calendar: Option<CalendarId>,
    /// What it waits for.
    pub after: Vec<Link>,
    /// Carried out by a plant in China: holidays there are warned of.
    pub in_origin: bool,
    /// Done.
    pub closed: bool,
    /// The day it really began.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub actual_start: Option<NaiveDate>,
    /// The last day of it, as it really was.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub actual_finish: Option<NaiveDate>,
    /// A first day set by hand, whatever the predecessors say: the day a vessel or train leaves.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub pinned_start: Option<NaiveDate>,
    /// A last day set by hand, whatever the predecessors say.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub pinned_finish: Option<NaiveDate>,
    /// The last day by which it has to be finished, by contract.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub deadline: Option<NaiveDate>,
}

impl Milestone {
    /// The milestone on a day before dates that it says have happened: nothing has happened in the
    /// future, so those are days set by hand. None where it has no such date.
    #[must_use]
    pub(crate) fn as_of(&self, today: NaiveDate) -> Option<Self> {
        let ahead = |date: Option<NaiveDate>| date.is_some_and(|date| date > today);
        let (begins, ends) = (ahead(self.actual_start), ahead(self.actual_finish));
        if !begins && !ends {
            return None;
        }
        let mut planned = self.clone();
        if begins {
            planned.pinned_start = planned.actual_start.take();
        }
        if ends {
            planned.pinned_finish = planned.actual_finish.take();
            planned.closed = false;
        }
        Some(planned)
    }
}

/// All milestones of a shipment and the calendars they use.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Network {
    /// Day 0.
    pub start: NaiveDate,
    /// The milestones, in the order shown.
    pub milestones: Vec<Milestone>,
    /// The calendars by id.
    pub calendars: BTreeMap<CalendarId, Calendar>,
    /// Whose holidays are warned of at `in_origin` milestones.
    pub origin_calendar: Option<CalendarId>,
    /// Milestones that stay only where a machine is likely listed: [`Network::settle_listing`].
    pub listed_only: Vec<MilestoneId>,
    /// For each consignment, the modes of its main legs, as choices of `transport-mode`.
    pub modes: BTreeMap<u8, BTreeSet<String>>,
}

/// Why a network cannot be planned.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NetworkError {
    /// Two milestones have one id.
    #[error("two milestones are called {id}")]
    Duplicate {
        /// The id.
        id: MilestoneId,
    },
    /// A predecessor does not exist.
    #[error("{milestone} waits for {missing}, which is not in the network")]
    MissingPredecessor {
        /// The milestone that waits.
        milestone: MilestoneId,
        /// What it waits for.
        missing: MilestoneId,
    },
    /// Milestones wait for each other.
    #[error("these milestones wait for each other: {}", milestones.iter().map(MilestoneId::as_str).collect::<Vec<_>>().join(" → "))]
    Cycle {
        /// The milestones of the loop, in order.
        milestones: Vec<MilestoneId>,
    },
    /// A calendar does not exist.
    #[error("{milestone} uses calendar {calendar}, which is not known")]
    MissingCalendar {
        /// The milestone.
        milestone: MilestoneId,
        /// The calendar.
        calendar: CalendarId,
    },
    /// A date is outside the years that can be planned.
    #[error("{date} is outside the years 1990 to 2200")]
    DateOutOfRange {
        /// The date.
        date: NaiveDate,
    },
    /// A duration or lag is longer than can be planned.
    #[error("{milestone} lasts or waits longer than {MAX_DAYS} days")]
    TooLong {
        /// The milestone.
        milestone: MilestoneId,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_reads_back_as_it_was_written() {
        for text in ["contract", "contract+20", "mech-install(SS)+15", "export-1+2", "packing+2w"] {
            assert_eq!(text.parse::<Link>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn broken_links_are_refused() {
        for text in ["", "+3", "a+", "a+x", "a b", "a+99999", "a(FF)"] {
            assert!(text.parse::<Link>().is_err(), "{text:?}");
        }
    }
}
