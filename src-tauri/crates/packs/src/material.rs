//! The catalogue of materials for the customer.

use crate::formats::{MaterialsFile, StepKind};
use crate::library::{LibraryFile, take};
use crate::problem::Problem;
use crate::schema::parse;
use readiness::{Material, Step, Text};
use std::collections::{BTreeMap, BTreeSet};

/// Reads the materials; every id stands once, every milestone and measure is there.
pub(crate) fn materials(
    files: &[LibraryFile<'_>],
    steps: &BTreeMap<Step, StepKind>,
    problems: &mut Vec<Problem>,
) -> Vec<Material> {
    let mut materials: Vec<Material> = Vec::new();
    let mut ids = BTreeSet::new();
    for file in files {
        let Some((read, source)) = take(parse::<MaterialsFile>(file.name, file.text), problems)
        else {
            continue;
        };
        for (index, material) in read.materials.into_iter().enumerate() {
            let at = format!("/materials/{index}");
            if !ids.insert(material.id.clone()) {
                let id = &material.id;
                problems.push(source.problem(&format!("{at}/id"), twice(id)));
            }
            if let Some(due) = &material.due
                && !steps.contains_key(&due.step)
            {
                let known: Vec<&str> = steps.keys().map(Step::as_str).collect();
                let (step, known) = (&due.step, known.join(", "));
                problems.push(source.problem(
                    &format!("{at}/due/step"),
                    Text::new(
                        format!("{step} is no kind of milestone; allowed: {known}"),
                        format!("{step} 不是里程碑类型；可用：{known}"),
                    ),
                ));
            }
            let mut measures = BTreeSet::new();
            for (place, measure) in material.measures.iter().enumerate() {
                if !measures.insert(measure.id.as_str()) {
                    let place = format!("{at}/measures/{place}/id");
                    problems.push(source.problem(&place, twice(&measure.id)));
                }
            }
            materials.push(material);
        }
    }
    materials
}

fn twice(id: &str) -> Text {
    Text::new(format!("{id} stands here twice"), format!("{id} 重复"))
}
