//! Signals of the watch list: claims about policy and market that are not law yet, or not known to
//! be. How far each has come, who says so, and when it is to be looked at again.
//!
//! Nothing that judges a shipment takes a signal: it becomes a requirement only when somebody
//! writes one into a pack.

use crate::{CheckId, RequirementId, SignalId, Step, Text};
use chrono::{Months, NaiveDate};

/// How far a claim has come. Ordered.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    serde::Serialize,
    serde::Deserialize,
    schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Somebody says so.
    Reported,
    /// An authority has said so.
    Announced,
    /// The official text is published.
    OfficialText,
    /// The rules for carrying it out are published.
    ImplementingRules,
    /// It applies.
    InForce,
}

impl Stage {
    /// All stages, in their order.
    pub const ALL: [Self; 5] = [
        Self::Reported,
        Self::Announced,
        Self::OfficialText,
        Self::ImplementingRules,
        Self::InForce,
    ];
}

/// How far the claim itself has been verified, whatever its stage.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum SignalStatus {
    /// Said by one source that nobody has confirmed.
    Unverified,
    /// Said by several sources, none of them official.
    Corroborated,
    /// Read in the official text.
    Official,
    /// Another source says otherwise.
    Contradicted,
    /// An opinion about what may come, not a fact.
    Analysis,
    /// The official source must be opened before anybody relies on it.
    Verify,
}

/// Where something was found.
#[derive(
    Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct SignalSource {
    /// What it says.
    pub text: Text,
    /// Where it stands: publisher, number, address. None where that is not known.
    #[serde(default)]
    #[schemars(length(min = 1, max = 600))]
    pub reference: Option<String>,
    /// The day it bears; none where that is not known.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub dated: Option<NaiveDate>,
}

/// A stage that was reached.
#[derive(
    Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct StageReached {
    /// Which.
    pub stage: Stage,
    /// When; none where that is not known.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub on: Option<NaiveDate>,
    /// Where that was found; none where that is not known.
    #[serde(default)]
    #[schemars(length(min = 1, max = 600))]
    pub source: Option<String>,
}

/// When a signal is to be looked at again.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum NextReview {
    /// On this day.
    On(
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        #[schemars(regex(pattern = r"^\d{4}-\d{2}-\d{2}$"))]
        NaiveDate,
    ),
    /// At once: something has happened, on this day where it is known.
    Now(#[cfg_attr(feature = "ts", ts(type = "string | null"))] Option<NaiveDate>),
    /// A month after it was last looked at.
    Monthly,
}

/// What a signal could touch if it came true.
#[derive(
    Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum CouldAffect {
    /// A requirement.
    Requirement(RequirementId),
    /// A cross-document check.
    Check(CheckId),
    /// A kind of milestone.
    Milestone(Step),
    /// Something the program does not judge, in words.
    Other(Text),
}

/// A look that somebody took at a signal.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct SignalReview {
    /// The day.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub on: NaiveDate,
    /// Who.
    pub by: String,
    /// What was found.
    pub found: String,
    /// Where it was found.
    #[serde(default)]
    pub reference: Option<String>,
    /// The stage as found; none where nothing new was found. A claim can fall back.
    #[serde(default)]
    pub stage: Option<StageReached>,
    /// How far it is verified since; none where that is as before. Contradicted is told by
    /// `found`.
    #[serde(default)]
    pub status: Option<SignalStatus>,
    /// When to look again.
    pub next: NextReview,
}

/// A claim that is watched.
#[derive(
    Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Signal {
    /// Stable id.
    pub id: SignalId,
    /// What is claimed.
    pub claim: Text,
    /// What is known about it and what is not, in a few words.
    #[serde(default)]
    pub detail: Option<Text>,
    /// How far it is verified.
    pub status: SignalStatus,
    /// The stages it has reached, in any order; none where nothing has been heard of it yet.
    #[serde(default)]
    #[schemars(length(max = 5))]
    pub reached: Vec<StageReached>,
    /// What says otherwise, where it is contradicted.
    #[serde(default)]
    pub contradicted_by: Option<SignalSource>,
    /// Who says so.
    #[serde(default)]
    #[schemars(length(max = 20))]
    pub sources: Vec<SignalSource>,
    /// What would verify it.
    pub would_verify: Text,
    /// The day it was noted, as it stands here.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub noted_on: NaiveDate,
    /// When to look again.
    pub next_review: NextReview,
    /// What it could touch.
    #[schemars(length(max = 40))]
    pub could_affect: Vec<CouldAffect>,
}

impl Signal {
    /// The furthest stage reached; none where nothing has been heard of it yet.
    #[must_use]
    pub fn stage(&self) -> Option<Stage> {
        self.reached.iter().map(|reached| reached.stage).max()
    }

    /// Whether it is shown as contradicted instead of by its stage.
    #[must_use]
    pub fn is_contradicted(&self) -> bool {
        self.status == SignalStatus::Contradicted
    }

    /// The signal as it stands after the looks that were taken at it, in their order.
    #[must_use]
    pub fn reviewed(&self, reviews: &[SignalReview]) -> Self {
        let mut signal = self.clone();
        for review in reviews {
            if let Some(reached) = &review.stage {
                // What lies beyond a stage found now was wrong; what lies before it stays told.
                signal.reached.retain(|earlier| earlier.stage < reached.stage);
                signal.reached.push(reached.clone());
            }
            if let Some(status) = review.status {
                signal.status = status;
                signal.contradicted_by =
                    (status == SignalStatus::Contradicted).then(|| SignalSource {
                        text: Text::same(review.found.clone()),
                        reference: review.reference.clone(),
                        dated: Some(review.on),
                    });
            }
            signal.next_review = review.next;
        }
        signal
    }

    /// The day of the next review, where there is one: a signal to be looked at once has none
    /// when the day that called for it is not known.
    #[must_use]
    pub fn due(&self, reviews: &[SignalReview]) -> Option<NaiveDate> {
        match self.next_review {
            NextReview::On(day) => Some(day),
            NextReview::Now(since) => since,
            NextReview::Monthly => {
                let last = reviews.iter().map(|review| review.on).max().unwrap_or(self.noted_on);
                Some(last.checked_add_months(Months::new(1)).unwrap_or(NaiveDate::MAX))
            }
        }
    }

    /// Whether its review should have been done: its day is past, or it is wanted now.
    #[must_use]
    pub fn is_overdue(&self, reviews: &[SignalReview], today: NaiveDate) -> bool {
        let wanted = matches!(self.next_review, NextReview::Now(_));
        wanted || self.due(reviews).is_some_and(|day| day < today)
    }

    /// Calendar days by which its review is late; 0 where it is not, or not known since when.
    #[must_use]
    pub fn days_overdue(&self, reviews: &[SignalReview], today: NaiveDate) -> i64 {
        self.due(reviews).map_or(0, |day| (today - day).num_days().max(0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn signal(next_review: NextReview) -> Signal {
        Signal {
            id: SignalId::from("w-test"),
            claim: Text::same("claim"),
            detail: None,
            status: SignalStatus::Unverified,
            reached: vec![StageReached {
                stage: Stage::Reported,
                on: Some(day("2026-06-24")),
                source: Some("a portal".to_owned()),
            }],
            contradicted_by: None,
            sources: Vec::new(),
            would_verify: Text::same("the notice"),
            noted_on: day("2026-11-24"),
            next_review,
            could_affect: Vec::new(),
        }
    }

    fn review(on: &str, next: NextReview) -> SignalReview {
        SignalReview {
            on: day(on),
            by: "Lin".to_owned(),
            found: "looked".to_owned(),
            reference: None,
            stage: None,
            status: None,
            next,
        }
    }

    fn found(stage: Stage, on: &str) -> SignalReview {
        let stage = StageReached { stage, on: Some(day(on)), source: None };
        SignalReview { stage: Some(stage), ..review(on, NextReview::Monthly) }
    }

    #[test]
    fn a_review_is_overdue_only_after_its_day() {
        let signal = signal(NextReview::On(day("2026-12-01")));
        for (today, overdue, days) in
            [("2026-11-30", false, 0), ("2026-12-01", false, 0), ("2026-12-02", true, 1)]
        {
            assert_eq!(signal.is_overdue(&[], day(today)), overdue, "{today}");
            assert_eq!(signal.days_overdue(&[], day(today)), days, "{today}");
        }
    }

    #[test]
    fn a_review_wanted_now_is_overdue_at_once_and_counts_from_what_called_for_it() {
        let since = signal(NextReview::Now(Some(day("2026-11-10"))));
        assert!(since.is_overdue(&[], day("2026-11-24")));
        assert_eq!(since.days_overdue(&[], day("2026-11-24")), 14);
        let unknown = signal(NextReview::Now(None));
        assert!(unknown.is_overdue(&[], day("2026-11-24")));
        assert_eq!(unknown.days_overdue(&[], day("2026-11-24")), 0);
    }

    #[test]
    fn monthly_counts_from_the_last_review_and_ends_short_months_on_their_last_day() {
        let signal = signal(NextReview::Monthly);
        assert_eq!(signal.due(&[]), Some(day("2026-12-24")), "from the day it was noted");
        let reviews =
            [review("2027-01-31", NextReview::Monthly), review("2026-12-20", NextReview::Monthly)];
        assert_eq!(signal.due(&reviews), Some(day("2027-02-28")));
        assert!(!signal.is_overdue(&reviews, day("2027-02-28")));
        assert!(signal.is_overdue(&reviews, day("2027-03-01")));
    }

    #[test]
    fn the_stage_shown_is_the_furthest_reached() {
        let first = signal(NextReview::Monthly);
        assert_eq!(first.stage(), Some(Stage::Reported));
        let later = first.reviewed(&[
            found(Stage::Announced, "2026-12-01"),
            found(Stage::OfficialText, "2027-01-05"),
        ]);
        assert_eq!(later.stage(), Some(Stage::OfficialText));
        assert_eq!(later.reached.len(), 3, "the way there stays told");
        let silent = Signal { reached: Vec::new(), ..first };
        assert_eq!(silent.stage(), None);
    }

    #[test]
    fn a_claim_can_fall_back() {
        let signal = signal(NextReview::Monthly).reviewed(&[
            found(Stage::OfficialText, "2026-12-01"),
            found(Stage::Reported, "2026-12-15"),
        ]);
        assert_eq!(signal.stage(), Some(Stage::Reported));
        assert_eq!(signal.reached.len(), 1);
        assert_eq!(signal.reached[0].on, Some(day("2026-12-15")));
    }

    #[test]
    fn a_contradiction_says_what_contradicts_and_ends_when_it_is_settled() {
        let mut no = review("2026-12-01", NextReview::On(day("2027-01-31")));
        no.status = Some(SignalStatus::Contradicted);
        no.found = "The portal says eight.".to_owned();
        let told = signal(NextReview::Monthly).reviewed(std::slice::from_ref(&no));
        assert!(told.is_contradicted());
        let by = told.contradicted_by.clone().unwrap();
        assert_eq!(by.text.en, "The portal says eight.");
        assert_eq!(by.dated, Some(day("2026-12-01")));

        let mut yes = review("2027-01-31", NextReview::Monthly);
        yes.status = Some(SignalStatus::Official);
        let settled = signal(NextReview::Monthly).reviewed(&[no, yes]);
        assert!(!settled.is_contradicted());
        assert_eq!(settled.contradicted_by, None);
    }

    #[test]
    fn a_review_sets_the_next_one() {
        let looked = review("2026-11-24", NextReview::On(day("2027-01-10")));
        let after = signal(NextReview::Now(None)).reviewed(std::slice::from_ref(&looked));
        assert!(!after.is_overdue(&[looked], day("2026-11-25")));
    }
}
