//! Where titles come from: the packs and the shipment at hand.

use crate::documents;
use readiness::{
    DocumentType, Fact, FactId, MilestoneId, Network, PackId, RequirementId, Rulebook, Step, Text,
};
use std::collections::BTreeMap;

/// What the wording has to look up. Everything but the fact, the requirement and the milestone has
/// a sensible answer of its own.
pub trait Lookup {
    /// A fact by its id.
    fn fact(&self, id: &FactId) -> Option<&Fact>;

    /// A requirement's title.
    fn requirement_title(&self, id: &RequirementId) -> Option<Text>;

    /// A milestone's title.
    fn milestone_title(&self, id: &MilestoneId) -> Option<Text>;

    /// What a document is called: by the requirement of that id, else as a trade document, else its
    /// bare id.
    fn document_type_title(&self, kind: &DocumentType) -> Text {
        self.requirement_title(&RequirementId(kind.0.clone()))
            .unwrap_or_else(|| documents::document_title(kind.as_str()))
    }

    /// What a kind of step is called; its bare id where nobody knows.
    fn step_title(&self, step: &Step) -> Text {
        Text::same(step.as_str())
    }

    /// A working calendar's name.
    fn calendar_title(&self, _id: &str) -> Option<Text> {
        None
    }

    /// A requirement pack's title.
    fn pack_title(&self, _id: &PackId) -> Option<Text> {
        None
    }

    /// A destination: a market by its id, a country by its code. A market is named as the fact
    /// `market` names it.
    fn place_title(&self, id: &str) -> Text {
        self.fact(&FactId::from("market"))
            .and_then(|fact| fact.choices.iter().find(|choice| choice.id == id))
            .map_or_else(|| Text::same(id), |choice| choice.title.clone())
    }
}

/// Looks titles up in a rulebook and a network.
#[derive(Clone, Copy, Debug)]
pub struct Book<'a> {
    /// Facts, requirements and packs.
    pub rulebook: &'a Rulebook,
    /// Milestones and calendars.
    pub network: &'a Network,
    /// Titles of steps that the network has no milestone for.
    pub steps: &'a BTreeMap<Step, Text>,
    /// Names of countries and markets by their ids.
    pub places: &'a BTreeMap<String, Text>,
}

impl Lookup for Book<'_> {
    fn fact(&self, id: &FactId) -> Option<&Fact> {
        self.rulebook.fact(id)
    }

    fn requirement_title(&self, id: &RequirementId) -> Option<Text> {
        self.rulebook.requirement(id).map(|requirement| requirement.title.clone())
    }

    fn milestone_title(&self, id: &MilestoneId) -> Option<Text> {
        let milestone = self.network.milestones.iter().find(|milestone| milestone.id == *id)?;
        Some(milestone.title.clone())
    }

    fn step_title(&self, step: &Step) -> Text {
        self.steps
            .get(step)
            .or_else(|| {
                let milestones = &self.network.milestones;
                milestones.iter().find(|own| own.step == *step).map(|own| &own.title)
            })
            .cloned()
            .unwrap_or_else(|| Text::same(step.as_str()))
    }

    fn calendar_title(&self, id: &str) -> Option<Text> {
        self.network.calendars.get(id).map(|calendar| calendar.title.clone())
    }

    fn pack_title(&self, id: &PackId) -> Option<Text> {
        let stamp = self.rulebook.packs.iter().find(|stamp| stamp.id == *id)?;
        Some(stamp.title.clone())
    }

    fn place_title(&self, id: &str) -> Text {
        let market = FactId::from("market");
        self.places.get(id).cloned().unwrap_or_else(|| {
            self.fact(&market)
                .and_then(|fact| fact.choices.iter().find(|choice| choice.id == id))
                .map_or_else(|| Text::same(id), |choice| choice.title.clone())
        })
    }
}

/// A milestone's title, its bare id where it is gone.
pub(crate) fn milestone(id: &MilestoneId, lookup: &dyn Lookup) -> Text {
    lookup.milestone_title(id).unwrap_or_else(|| Text::same(id.as_str()))
}

/// A requirement's title, its bare id where it is gone.
pub(crate) fn requirement(id: &RequirementId, lookup: &dyn Lookup) -> Text {
    lookup.requirement_title(id).unwrap_or_else(|| Text::same(id.as_str()))
}

/// What the reader calls a document: its number or own title where it has one, else its type.
/// The engine names it by the type's id then.
pub(crate) fn document_name(name: &str, lookup: &dyn Lookup) -> Text {
    lookup.document_type_title(&DocumentType::from(name))
}

/// A document as the subject of a sentence: `DoC-01`, or `The machinery declaration`.
pub(crate) fn document_subject(name: &str, lookup: &dyn Lookup) -> Text {
    let typed =
        documents::is_known(name) || lookup.requirement_title(&RequirementId::from(name)).is_some();
    let title = document_name(name, lookup);
    if typed { crate::phrase::subject(&title) } else { title }
}
