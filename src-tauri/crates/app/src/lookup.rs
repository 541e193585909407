//! Titles of everything that sentences name.

use crate::office::App;
use packs::Library;
use readiness::{
    DocumentType, Fact, FactId, Milestone, MilestoneId, PackId, RequirementId, Step, Text,
};

/// Titles of a library, and of one shipment's milestones.
pub struct Titles<'a> {
    library: &'a Library,
    milestones: &'a [Milestone],
}

impl<'a> Titles<'a> {
    /// Titles of a library with the milestones of a shipment.
    #[must_use]
    pub fn new(library: &'a Library, milestones: &'a [Milestone]) -> Self {
        Self { library, milestones }
    }

    /// A requirement's title.
    #[must_use]
    pub fn requirement(&self, id: &RequirementId) -> Option<Text> {
        self.library.rulebook.requirement(id).map(|requirement| requirement.title.clone())
    }

    /// A document type's title: that of the requirement of the same name, or of the trade
    /// document.
    #[must_use]
    pub fn document_type(&self, id: &DocumentType) -> Text {
        self.requirement(&RequirementId(id.0.clone()))
            .unwrap_or_else(|| wording::document_title(id.as_str()))
    }

    /// A fact's title.
    #[must_use]
    pub fn fact_title(&self, id: &FactId) -> Text {
        self.library
            .rulebook
            .fact(id)
            .map_or_else(|| wording::field_title(id.as_str()), |fact| fact.title.clone())
    }
}

impl wording::Lookup for Titles<'_> {
    fn fact(&self, id: &FactId) -> Option<&Fact> {
        self.library.rulebook.fact(id)
    }

    fn requirement_title(&self, id: &RequirementId) -> Option<Text> {
        self.requirement(id)
    }

    fn milestone_title(&self, id: &MilestoneId) -> Option<Text> {
        self.milestones
            .iter()
            .find(|milestone| milestone.id == *id)
            .map(|milestone| milestone.title.clone())
    }

    fn document_type_title(&self, id: &DocumentType) -> Text {
        self.document_type(id)
    }

    fn calendar_title(&self, id: &str) -> Option<Text> {
        self.library.calendars.get(id).map(|calendar| calendar.title.clone())
    }

    fn pack_title(&self, id: &PackId) -> Option<Text> {
        let pack = self.library.packs.iter().find(|pack| pack.stamp.id == *id)?;
        Some(pack.stamp.title.clone())
    }

    fn place_title(&self, id: &str) -> Text {
        if let Some(country) = self.library.countries.get(id) {
            return country.title.clone();
        }
        self.library
            .rulebook
            .fact(&FactId::from("market"))
            .and_then(|fact| fact.choices.iter().find(|choice| choice.id == id))
            .map_or_else(|| Text::same(id), |choice| choice.title.clone())
    }

    fn step_title(&self, step: &Step) -> Text {
        self.library
            .steps
            .get(step)
            .map_or_else(|| Text::same(step.as_str()), |kind| kind.title.clone())
    }
}

impl App {
    pub(crate) fn titles(&self) -> Titles<'_> {
        Titles::new(&self.library, &[])
    }
}
