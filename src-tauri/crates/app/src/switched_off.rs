//! Requirements that the user switched off, told in reports: nobody may take one for met.

use crate::failure::Failure;
use crate::office::App;
use packs::{Library, Pack};
use readiness::{RequirementId, Text};
use report::SwitchedOff;
use serde_json::Value;
use std::collections::BTreeMap;
use store::{Entry, EntryKind, EntryState};

/// How far back it is looked up who switched something off.
const LINES: u32 = 10_000;

impl App {
    /// What is missing from the packs that a shipment is judged by because it was switched off.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub(crate) fn switched_off<'a>(
        &self,
        library: &Library,
        packs: impl Iterator<Item = &'a Pack>,
    ) -> Result<Vec<SwitchedOff>, Failure> {
        let mut found = Vec::new();
        for pack in packs {
            let Some(held) = self.shelf.get(&pack.stamp.id.0) else { continue };
            let Some(base) = &held.base else { continue };
            let overlay = held.overlay.as_ref().map(|overlay| overlay.off.as_slice());
            let why: BTreeMap<&RequirementId, &str> = overlay
                .unwrap_or_default()
                .iter()
                .map(|off| (&off.requirement, off.reason.as_str()))
                .collect();
            // A pack that was changed on top of the present original lacks what was switched off,
            // also where the user has switched it on again since and not taken that in here.
            let over_present = pack.stamp.version.starts_with(&format!("{}+", base.version));
            for requirement in &base.requirements {
                let off = over_present || why.contains_key(&requirement.id);
                if !off || library.rulebook.requirement(&requirement.id).is_some() {
                    continue;
                }
                found.push(SwitchedOff {
                    id: requirement.id.0.clone(),
                    title: requirement.title.clone(),
                    why: why
                        .get(&requirement.id)
                        .map_or_else(Text::default, |why| Text::same(*why)),
                    ..SwitchedOff::default()
                });
            }
        }
        if !found.is_empty() {
            let lines = self.workspace.read().history(LINES, None)?;
            for one in found.iter_mut().filter(|one| one.why != Text::default()) {
                if let Some(line) = lines.iter().find(|line| switches(line, &one.id)) {
                    one.who.clone_from(&line.author);
                    one.on = line.at.get(..10).and_then(|day| day.parse().ok());
                }
            }
        }
        Ok(found)
    }
}

/// Whether a line of the history, which holds, switched a requirement off.
fn switches(line: &Entry, requirement: &str) -> bool {
    let gone = matches!(line.state, Some(EntryState::Undone | EntryState::Superseded));
    let is = |name: &str, value: &str| line.params.get(name).and_then(Value::as_str) == Some(value);
    line.kind == EntryKind::Command && !gone && line.name == "pack.edit" && is("what", requirement)
}

#[cfg(test)]
mod tests {

    use crate::App;
    use crate::views::{PackChange, PackEdit, SampleChoice};
    use chrono::DateTime;

    #[test]
    fn what_was_switched_off_is_told_of_the_shipments_that_it_is_missing_from() {
        let folder = tempfile::tempdir().unwrap();
        let clock = || DateTime::parse_from_rfc3339("2026-11-24T12:00:00+08:00").unwrap();
        let mut app =
            App::open_with(folder.path(), Box::new(clock), crate::builtin_packs()).unwrap();
        let sample = SampleChoice { sample: "case-a-hamburg".to_owned() };
        let before = app.create_sample(&sample).unwrap().shipment;
        let edit = |change| PackEdit { pack: "eu-machinery".to_owned(), change };
        let requirement = || "eu-emc".into();
        let off = PackChange::Remove { requirement: requirement(), reason: "spares".to_owned() };
        app.save_edit(&edit(off)).unwrap();
        let after = app.create_sample(&sample).unwrap().shipment;

        let told = |app: &App, shipment: &str| {
            let loaded = app.load(shipment).unwrap();
            app.switched_off(&loaded.library, loaded.library.packs.iter()).unwrap()
        };
        assert_eq!(told(&app, &before), [], "it is judged by it still");
        let off = told(&app, &after);
        assert_eq!(off.len(), 1);
        let day = off[0].on.map(|day| day.to_string());
        assert_eq!((off[0].id.as_str(), off[0].why.en.as_str()), ("eu-emc", "spares"));
        assert_eq!(day.as_deref(), Some("2026-11-24"));

        // Switched on again, but not taken into the shipment yet: it is still not judged there.
        app.save_edit(&edit(PackChange::Restore { requirement: requirement() })).unwrap();
        let still = told(&app, &after);
        assert_eq!((still.len(), still[0].on), (1, None));
    }
}
