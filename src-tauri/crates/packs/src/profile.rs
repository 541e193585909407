//! Kinds of machines as makers ship them: the proposals that a new shipment starts from.

use crate::formats::{ProfilesFile, TemplateFile};
use crate::library::{LibraryFile, take};
use crate::problem::Problem;
use crate::schema::parse;
use crate::source::Source;
use readiness::{FactId, FactLevel, Rulebook, Text, Value};
use std::collections::BTreeMap;

/// A kind of machine with what is usual for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// Stable id.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// What it assumes.
    pub about: Text,
    /// The product category.
    pub category: String,
    /// The schedule template proposed.
    pub template: String,
    /// Usual answers about the shipment.
    pub answers: BTreeMap<FactId, Value>,
    /// Usual answers about the product.
    pub product_answers: BTreeMap<FactId, Value>,
}

/// Reads profiles; every answer must fit its fact, every category and template must be there.
pub(crate) fn profiles(
    files: &[LibraryFile<'_>],
    rulebook: Option<&Rulebook>,
    templates: &BTreeMap<String, TemplateFile>,
    problems: &mut Vec<Problem>,
) -> Vec<Profile> {
    let mut profiles = Vec::new();
    for file in files {
        let Some((read, source)) = take(parse::<ProfilesFile>(file.name, file.text), problems)
        else {
            continue;
        };
        let Some(rulebook) = rulebook else { continue };
        for (index, profile) in read.profiles.into_iter().enumerate() {
            let at = format!("/profiles/{index}");
            let category = Value::Choice(profile.category.clone());
            let known = rulebook
                .fact(&FactId::from("category"))
                .is_some_and(|fact| fact.check(&category).is_ok());
            if !known {
                problems.push(missing(&source, &format!("{at}/category"), &profile.category));
            }
            if !templates.contains_key(&profile.template) {
                problems.push(missing(&source, &format!("{at}/template"), &profile.template));
            }
            let mut answers =
                |field: &str, level: FactLevel, given: BTreeMap<String, serde_json::Value>| {
                    let mut read = BTreeMap::new();
                    for (id, value) in given {
                        let place = format!("{at}/{field}/{id}");
                        let fact = FactId(id.clone());
                        let definition = rulebook.fact(&fact).filter(|fact| fact.level == level);
                        match definition
                            .map(|definition| crate::shipment::answer(definition, &value))
                        {
                            Some(Ok(value)) => read.extend(value.map(|value| (fact, value))),
                            Some(Err(message)) => problems.push(source.problem(&place, message)),
                            None => problems.push(missing(&source, &place, &id)),
                        }
                    }
                    read
                };
            profiles.push(Profile {
                answers: answers("answers", FactLevel::Shipment, profile.answers),
                product_answers: answers(
                    "product_answers",
                    FactLevel::Product,
                    profile.product_answers,
                ),
                id: profile.id,
                title: profile.title,
                about: profile.about,
                category: profile.category,
                template: profile.template,
            });
        }
    }
    profiles
}

fn missing(source: &Source, place: &str, id: &str) -> Problem {
    source.problem(place, Text::new(format!("there is no {id} here"), format!("此处没有 {id}")))
}
