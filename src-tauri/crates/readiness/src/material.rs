//! Materials for the customer: what is due in which language, and when a translation is stale.

use crate::{Milestone, Order, PartyRole, Step, Target, Text};
use chrono::NaiveDate;
use std::cmp::Ordering;

/// Part of the project in which a material is sent.
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
pub enum Phase {
    /// Until the offer is accepted.
    Quotation,
    /// Until the contract is signed.
    Contract,
    /// While the machine is built.
    Production,
    /// On the way.
    Shipping,
    /// On site.
    Installation,
    /// After the hand-over.
    AfterSales,
}

/// A language by its part in the order.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum LanguageOf {
    /// English.
    En,
    /// Chinese.
    Zh,
    /// What the buyer prefers to be written to in.
    Buyer,
    /// Every language accepted for instructions where the machine is used.
    Local,
}

/// What ends a clock.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum TicketStage {
    /// The first reply of a human.
    Reply,
    /// The first useful answer.
    Answer,
    /// The matter is solved.
    Solved,
    /// An event of its own, such as the arrival on site.
    Event,
}

/// A response time that is promised.
#[derive(
    Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// Stable id within the material, e.g. `first-reply`.
    #[schemars(regex(pattern = "^[a-z0-9][a-z0-9-]{0,63}$"))]
    pub id: String,
    /// What is measured.
    pub title: Text,
    /// How long it may take.
    pub within: Target,
    /// What ends it.
    pub until: TicketStage,
    /// Only in these markets; in all when empty.
    #[serde(default)]
    #[schemars(length(max = 40))]
    pub markets: Vec<String>,
}

/// A date that lies before a milestone.
#[derive(
    Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct DueBefore {
    /// The kind of milestone.
    pub step: Step,
    /// Calendar days before its planned start.
    #[schemars(range(max = 365))]
    pub days: u16,
}

/// A material that comes again and again.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Every {
    /// Calendar days between two of them.
    #[schemars(range(min = 1, max = 365))]
    pub days: u16,
    /// Days by which it may come earlier or later.
    #[schemars(range(max = 30))]
    pub tolerance: u16,
}

/// A material for the customer, as the catalogue describes it.
#[derive(
    Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Material {
    /// Stable id, e.g. `cm-manual-set`.
    #[schemars(regex(pattern = "^[a-z0-9][a-z0-9-]{0,63}$"))]
    pub id: String,
    /// When it is sent.
    pub phase: Phase,
    /// What it is.
    pub title: Text,
    /// What is in it.
    pub about: Text,
    /// The languages it is needed in.
    #[schemars(length(min = 1, max = 4))]
    pub languages: Vec<LanguageOf>,
    /// One of these languages is enough.
    #[serde(default)]
    pub one_language: bool,
    /// What else is to be known about its language.
    #[serde(default)]
    pub language_note: Option<Text>,
    /// Its text is about safety: it needs a reviewer by name before it is sent.
    #[serde(default)]
    pub safety: bool,
    /// The milestone it is due before.
    #[serde(default)]
    pub due: Option<DueBefore>,
    /// Made and sent anew for each consignment, where the milestones that it is due before belong
    /// to several.
    #[serde(default)]
    pub per_consignment: bool,
    /// It comes again and again.
    #[serde(default)]
    pub every: Option<Every>,
    /// The response times promised.
    #[serde(default)]
    #[schemars(length(max = 20))]
    pub measures: Vec<Measure>,
    /// Where this comes from.
    pub source: Text,
}

impl Material {
    /// The measures that apply in a market.
    pub fn measures_in<'a>(&'a self, market: Option<&'a str>) -> impl Iterator<Item = &'a Measure> {
        self.measures.iter().filter(move |measure| {
            measure.markets.is_empty()
                || market.is_some_and(|market| measure.markets.iter().any(|own| own == market))
        })
    }

    /// The languages it is needed in for an order, by code. Nothing for a part that the order
    /// leaves open: see [`Material::open_languages`].
    #[must_use]
    pub fn languages_for(&self, order: &Order) -> Vec<String> {
        let mut codes: Vec<String> = Vec::new();
        for language in &self.languages {
            for code in codes_of(*language, order) {
                if !codes.contains(&code) {
                    codes.push(code);
                }
            }
        }
        codes
    }

    /// The languages that the order does not say yet.
    pub fn open_languages<'a>(&'a self, order: &'a Order) -> impl Iterator<Item = LanguageOf> + 'a {
        self.languages.iter().copied().filter(|language| codes_of(*language, order).is_empty())
    }

    /// The milestones it is due before.
    pub fn due_at<'a>(
        &'a self,
        milestones: &'a [Milestone],
    ) -> impl Iterator<Item = (usize, u16)> + 'a {
        let own = self
            .due
            .as_ref()
            .is_some_and(|due| milestones.iter().any(|milestone| milestone.step == due.step));
        milestones.iter().enumerate().filter_map(move |(index, milestone)| {
            let due = self.due.as_ref()?;
            // Where a network has no such step, another stands for it.
            let here =
                milestone.step == due.step || (!own && milestone.stands_for.contains(&due.step));
            here.then_some((index, due.days))
        })
    }

    /// The consignments that each need one of their own, in order; empty where one for the whole
    /// shipment is enough.
    #[must_use]
    pub fn consignments(&self, milestones: &[Milestone]) -> Vec<u8> {
        if !self.per_consignment {
            return Vec::new();
        }
        let mut all: Vec<u8> = self
            .due_at(milestones)
            .filter_map(|(index, _)| milestones.get(index)?.consignment)
            .collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}

fn codes_of(language: LanguageOf, order: &Order) -> Vec<String> {
    match language {
        LanguageOf::En => vec!["en".to_owned()],
        LanguageOf::Zh => vec!["zh".to_owned()],
        LanguageOf::Local => order.local_languages.clone(),
        LanguageOf::Buyer => order
            .parties
            .get(&PartyRole::Buyer)
            .and_then(|buyer| buyer.languages.first())
            .or_else(|| order.local_languages.first())
            .cloned()
            .into_iter()
            .collect(),
    }
}

/// How far a material is in one language.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    serde::Serialize,
    serde::Deserialize,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum MaterialState {
    /// Nothing is there.
    #[default]
    NotStarted,
    /// Being written.
    Draft,
    /// Translated, nobody looked at it.
    Translated,
    /// Looked at.
    Reviewed,
    /// The customer has it.
    Sent,
}

/// A material in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct Rendering {
    /// How far it is.
    pub state: MaterialState,
    /// Its version, e.g. `1.2`.
    pub version: String,
    /// The language it was translated from; none for an original.
    pub source_language: Option<String>,
    /// The version of the original it was made from.
    pub source_version: Option<String>,
    /// The document record with the file.
    pub evidence: Option<crate::EvidenceId>,
    /// Who looked at it.
    pub reviewer: String,
    /// The version that was looked at.
    pub reviewed_version: String,
    /// The day it was sent.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub sent_on: Option<NaiveDate>,
}

/// Why a material cannot be recorded like this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RenderingError {
    /// What is more than not started has a version.
    NoVersion,
    /// A translation says which version it was made from.
    NoSourceVersion,
    /// It cannot be a translation of itself.
    OwnSource,
    /// Safety text that was looked at or sent needs the name of who looked at it.
    NoReviewer,
    /// Safety text: another version was looked at than this one.
    OtherVersionReviewed,
    /// What was sent has a day.
    NoSentDay,
    /// The day it was sent is still to come.
    SentLater,
}

impl Rendering {
    /// Whether it can be recorded like this.
    ///
    /// # Errors
    /// The first thing that is missing or wrong.
    pub fn check(
        &self,
        language: &str,
        safety: bool,
        today: NaiveDate,
    ) -> Result<(), RenderingError> {
        if self.state == MaterialState::NotStarted {
            return Ok(());
        }
        if self.version.trim().is_empty() {
            return Err(RenderingError::NoVersion);
        }
        if let Some(source) = &self.source_language {
            if source == language {
                return Err(RenderingError::OwnSource);
            }
            if self.source_version.as_ref().is_none_or(|version| version.trim().is_empty()) {
                return Err(RenderingError::NoSourceVersion);
            }
        }
        if safety && self.state >= MaterialState::Reviewed {
            if self.reviewer.trim().is_empty() {
                return Err(RenderingError::NoReviewer);
            }
            if self.reviewed_version.trim() != self.version.trim() {
                return Err(RenderingError::OtherVersionReviewed);
            }
        }
        if self.state == MaterialState::Sent {
            let day = self.sent_on.ok_or(RenderingError::NoSentDay)?;
            if day > today {
                return Err(RenderingError::SentLater);
            }
        }
        Ok(())
    }

    /// Whether the original has another version than what this was translated from; never for an original.
    #[must_use]
    pub fn stale(&self, original: Option<&Rendering>) -> bool {
        let (Some(made_from), Some(original)) = (&self.source_version, original) else {
            return false;
        };
        // Another version is another text, also an earlier one.
        self.state != MaterialState::NotStarted
            && (newer(&original.version, made_from) || newer(made_from, &original.version))
    }
}

/// Whether a version is newer than another. Numbers in them are compared as numbers. Versions
/// that differ and cannot be put in an order count as newer: nothing unknown is ever ready.
#[must_use]
pub(crate) fn newer(version: &str, than: &str) -> bool {
    let (version, than) = (version.trim(), than.trim());
    match (numbers(version), numbers(than)) {
        (Some(version), Some(than)) => {
            let length = version.len().max(than.len());
            let at = |list: &[u64], index: usize| list.get(index).copied().unwrap_or(0);
            (0..length)
                .map(|index| at(&version, index).cmp(&at(&than, index)))
                .find(|order| *order != Ordering::Equal)
                == Some(Ordering::Greater)
        }
        _ => version != than,
    }
}

/// `v1.10` as 1, 10; nothing for what is not numbers with dots.
fn numbers(version: &str) -> Option<Vec<u64>> {
    let digits = version.strip_prefix(['v', 'V']).unwrap_or(version);
    digits.split('.').map(|part| part.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Party;

    fn order(local: &[&str], buyer: &[&str]) -> Order {
        let list = |given: &[&str]| given.iter().map(|code| (*code).to_owned()).collect();
        let party = Party { languages: list(buyer), ..Party::default() };
        Order {
            local_languages: list(local),
            parties: [(PartyRole::Buyer, party)].into(),
            ..Order::default()
        }
    }

    fn material(languages: &[LanguageOf]) -> Material {
        Material {
            id: "cm-test".to_owned(),
            phase: Phase::Quotation,
            title: Text::same("t"),
            about: Text::same("t"),
            languages: languages.to_vec(),
            one_language: false,
            language_note: None,
            safety: false,
            due: None,
            per_consignment: false,
            every: None,
            measures: Vec::new(),
            source: Text::same("s"),
        }
    }

    fn manual(version: &str, state: MaterialState) -> Rendering {
        Rendering { state, version: version.to_owned(), ..Rendering::default() }
    }

    fn today() -> NaiveDate {
        "2026-11-24".parse().unwrap()
    }

    #[test]
    fn languages_come_from_the_order_each_once() {
        use LanguageOf::{Buyer, En, Local};
        let quote = material(&[En, Buyer]);
        assert_eq!(quote.languages_for(&order(&["de"], &["fr", "en"])), ["en", "fr"]);
        assert_eq!(quote.languages_for(&order(&["de"], &[])), ["en", "de"]);
        assert_eq!(quote.languages_for(&order(&["de"], &["en"])), ["en"]);
        let guide = material(&[Local]);
        assert_eq!(guide.languages_for(&order(&["nl", "fr", "de"], &[])), ["nl", "fr", "de"]);
        // Where it is used is not said yet: nothing is made up.
        let open = order(&[], &[]);
        assert_eq!(guide.languages_for(&open), Vec::<String>::new());
        assert_eq!(guide.open_languages(&open).collect::<Vec<_>>(), [Local]);
    }

    #[test]
    fn a_translation_is_stale_once_its_original_has_another_version() {
        let mut translation = manual("1.0", MaterialState::Reviewed);
        translation.source_language = Some("en".to_owned());
        translation.source_version = Some("1.9".to_owned());
        for (original, stale) in
            [("1.9", false), ("1.10", true), ("2", true), ("1.8", true), ("B", true)]
        {
            let original = manual(original, MaterialState::Reviewed);
            assert_eq!(translation.stale(Some(&original)), stale, "{}", original.version);
        }
        assert!(!translation.stale(None), "without the original nothing can be compared");
        let original = manual("9", MaterialState::Draft);
        assert!(!original.stale(Some(&original)), "an original is never stale");
    }

    #[test]
    fn versions_are_compared_as_numbers() {
        assert!(newer("1.10", "1.9"));
        assert!(newer("v2", "1.9"));
        assert!(!newer("1.0", "1"));
        assert!(!newer("A", "A"));
        assert!(newer("A", "B"), "what cannot be ordered and differs is never fine");
    }

    #[test]
    fn safety_text_is_not_sent_before_somebody_by_name_reviewed_this_version() {
        let mut manual = manual("2", MaterialState::Sent);
        manual.sent_on = Some(today());
        assert_eq!(manual.check("de", false, today()), Ok(()));
        assert_eq!(manual.check("de", true, today()), Err(RenderingError::NoReviewer));
        manual.reviewer = "Han Mei".to_owned();
        manual.reviewed_version = "1".to_owned();
        assert_eq!(manual.check("de", true, today()), Err(RenderingError::OtherVersionReviewed));
        manual.reviewed_version = "2".to_owned();
        assert_eq!(manual.check("de", true, today()), Ok(()));
    }

    #[test]
    fn a_record_says_what_it_must() {
        let mut given = manual("", MaterialState::Draft);
        assert_eq!(given.check("de", false, today()), Err(RenderingError::NoVersion));
        given.version = "1".to_owned();
        given.source_language = Some("de".to_owned());
        assert_eq!(given.check("de", false, today()), Err(RenderingError::OwnSource));
        given.source_language = Some("en".to_owned());
        assert_eq!(given.check("de", false, today()), Err(RenderingError::NoSourceVersion));
        given.source_version = Some("1".to_owned());
        given.state = MaterialState::Sent;
        assert_eq!(given.check("de", false, today()), Err(RenderingError::NoSentDay));
        given.sent_on = today().succ_opt();
        assert_eq!(given.check("de", false, today()), Err(RenderingError::SentLater));
    }
}
