//! The packs in force: the built-in ones with the user's changes, and the user's own; and the
//! libraries that shipments rest on, each made of the versions that the shipment is pinned to.

use packs::{
    Conflict, Library, LibraryFile, OverlayFile, PackFile, Problem, Problems, builtin_files, parse,
    sha256,
};
use readiness::{Calendar, CalendarId, PackStamp, Text};
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use store::{OwnPackKind, OwnPackRow};

/// A pack that came with the program, or stands in for one in tests of updates.
#[derive(Clone, Debug)]
pub struct BuiltinPack {
    /// The file, as problems name it.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// The packs that come with the program.
#[must_use]
pub fn builtin_packs() -> Vec<BuiltinPack> {
    builtin_files()
        .packs
        .iter()
        .map(|file| BuiltinPack { name: file.name.to_owned(), text: file.text.to_owned() })
        .collect()
}

/// One pack as it is in force, or as it would be if it had no mistakes.
#[derive(Clone, Debug)]
pub(crate) struct Held {
    /// The pack in force.
    pub(crate) file: PackFile,
    /// Its text; shipments are pinned to its hash.
    pub(crate) text: String,
    pub(crate) sha256: String,
    /// The original of a built-in pack.
    pub(crate) base: Option<PackFile>,
    /// Its text, as it came.
    base_text: Option<String>,
    /// The user's changes to it.
    pub(crate) overlay: Option<OverlayFile>,
    pub(crate) conflicts: Vec<Conflict>,
    /// Why the user's pack or changes are not in force.
    pub(crate) problems: Vec<Problem>,
    /// It is part of the library in force.
    pub(crate) in_force: bool,
}

impl Held {
    fn builtin(name: &str, text: &str) -> Result<Self, Problems> {
        let (file, _) = parse::<PackFile>(name, text)?;
        Ok(Self {
            base: Some(file.clone()),
            base_text: Some(text.to_owned()),
            sha256: sha256(text),
            text: text.to_owned(),
            file,
            overlay: None,
            conflicts: Vec::new(),
            problems: Vec::new(),
            in_force: true,
        })
    }

    /// The same pack under the user's changes.
    pub(crate) fn under(&self, overlay: OverlayFile) -> Result<Self, Problems> {
        let Some(base) = &self.base else { return Ok(self.clone()) };
        if overlay.is_empty() {
            return Self::builtin(&base.id.0, self.base_text.as_deref().unwrap_or_default());
        }
        let laid = overlay.lay(base).map_err(|message| own_problem(&base.id.0, message))?;
        let text = written(&laid.pack)?;
        Ok(Self {
            file: laid.pack,
            sha256: sha256(&text),
            text,
            base: Some(base.clone()),
            base_text: self.base_text.clone(),
            overlay: Some(overlay),
            conflicts: laid.conflicts,
            problems: Vec::new(),
            in_force: true,
        })
    }

    /// Id, version, title and content hash.
    pub(crate) fn stamp(&self) -> PackStamp {
        PackStamp {
            id: self.file.id.clone(),
            version: self.file.version.clone(),
            title: self.file.title.clone(),
            sha256: self.sha256.clone(),
        }
    }

    /// A pack of the user's own.
    pub(crate) fn own(file: PackFile) -> Result<Self, Problems> {
        let text = written(&file)?;
        Ok(Self {
            sha256: sha256(&text),
            text,
            file,
            base: None,
            base_text: None,
            overlay: None,
            conflicts: Vec::new(),
            problems: Vec::new(),
            in_force: true,
        })
    }
}

/// A pack as YAML.
pub(crate) fn written(file: &PackFile) -> Result<String, Problems> {
    packs::pack_yaml(file).map_err(|error| own_problem(&file.id.0, Text::same(error)))
}

fn own_problem(pack: &str, message: Text) -> Problems {
    Problems::one(Problem {
        file: pack.to_owned(),
        line: 0,
        column: 0,
        field: String::new(),
        message,
    })
}

/// The packs, and the libraries made of them.
pub(crate) struct Shelf {
    builtin: Vec<BuiltinPack>,
    /// Every pack, built-in ones first.
    pub(crate) held: Vec<Held>,
    /// The calendars that came with the program.
    builtin_calendars: BTreeMap<CalendarId, Calendar>,
    /// The user's own ones, and those in place of a built-in one.
    own_calendars: BTreeMap<CalendarId, Calendar>,
    /// By the hashes of the packs in them.
    libraries: RefCell<HashMap<Vec<String>, Arc<Library>>>,
}

impl Shelf {
    /// Puts the packs together. What the user wrote and does not fit is left out of force, with
    /// its mistakes, so that the workspace still opens.
    ///
    /// # Errors
    /// The built-in packs have a mistake.
    pub(crate) fn new(
        builtin: Vec<BuiltinPack>,
        own: &[OwnPackRow],
    ) -> Result<(Self, Arc<Library>), Problems> {
        let mut held = Vec::new();
        for pack in &builtin {
            held.push(Held::builtin(&pack.name, &pack.text)?);
        }
        let originals = held.clone();
        let mut refused: Vec<(OwnPackRow, Problems)> = Vec::new();
        for row in own {
            if let Err(problems) = put(&mut held, row) {
                refused.push((row.clone(), problems));
            }
        }
        let library = match library_of(&texts(&held)) {
            Ok(library) => library,
            Err(_) => {
                // Some of the user's packs do not fit together: one after the other, as far as
                // they go.
                held = originals;
                refused.clear();
                let mut library = library_of(&texts(&held))?;
                for row in own {
                    let mut next = held.clone();
                    let tried = put(&mut next, row).and_then(|()| library_of(&texts(&next)));
                    match tried {
                        Ok(with) => (held, library) = (next, with),
                        Err(problems) => refused.push((row.clone(), problems)),
                    }
                }
                library
            }
        };
        for (row, Problems(problems)) in refused {
            match held.iter_mut().find(|pack| pack.file.id.0 == row.id) {
                Some(pack) => pack.problems = problems,
                None => {
                    // Even what cannot be read at all is shown, by its id.
                    let file = parse::<PackFile>(&row.id, &row.text)
                        .map_or_else(|_| unreadable(&row.id), |(file, _)| file);
                    let mut pack = Held::own(file)?;
                    pack.problems = problems;
                    pack.in_force = false;
                    held.push(pack);
                }
            }
        }
        let builtin_calendars = library.calendars.clone();
        let library = Arc::new(library);
        let shelf = Self {
            builtin,
            held,
            builtin_calendars,
            own_calendars: BTreeMap::new(),
            libraries: RefCell::default(),
        };
        shelf.libraries.borrow_mut().insert(shelf.key(), Arc::clone(&library));
        Ok((shelf, library))
    }

    /// The same built-in packs with other rows of the user's.
    pub(crate) fn again(&self, own: &[OwnPackRow]) -> Result<(Self, Arc<Library>), Problems> {
        let (mut shelf, library) = Self::new(self.builtin.clone(), own)?;
        let library = shelf.lay_calendars(self.own_calendars.clone(), &library);
        // Libraries of earlier versions stay good: they are named by content.
        let mut kept = self.libraries.take();
        kept.extend(shelf.libraries.take());
        shelf.libraries.replace(kept);
        Ok((shelf, library))
    }

    /// Puts the user's calendars in force in every library; gives this one with them.
    pub(crate) fn lay_calendars(
        &mut self,
        own: BTreeMap<CalendarId, Calendar>,
        library: &Arc<Library>,
    ) -> Arc<Library> {
        self.own_calendars = own;
        for kept in self.libraries.borrow_mut().values_mut() {
            *kept = Arc::new(self.with_calendars(Library::clone(kept)));
        }
        let laid = self.libraries.borrow().get(&self.key()).map(Arc::clone);
        laid.unwrap_or_else(|| Arc::new(self.with_calendars(Library::clone(library))))
    }

    /// The calendar that came with the program under this id.
    pub(crate) fn builtin_calendar(&self, id: &CalendarId) -> Option<&Calendar> {
        self.builtin_calendars.get(id)
    }

    fn with_calendars(&self, mut library: Library) -> Library {
        library.calendars.clone_from(&self.builtin_calendars);
        library.calendars.extend(self.own_calendars.clone());
        library
    }

    /// The library made of these packs, and of all else that is in force.
    pub(crate) fn library_of(&self, texts: &[(String, String)]) -> Result<Library, Problems> {
        library_of(texts).map(|library| self.with_calendars(library))
    }

    /// A pack by its id.
    pub(crate) fn get(&self, id: &str) -> Option<&Held> {
        self.held.iter().find(|pack| pack.file.id.0 == id)
    }

    /// What a new shipment is pinned to.
    pub(crate) fn stamps(&self) -> Vec<PackStamp> {
        self.held.iter().filter(|pack| pack.in_force).map(Held::stamp).collect()
    }

    fn key(&self) -> Vec<String> {
        self.held.iter().filter(|p| p.in_force).map(|pack| pack.sha256.clone()).collect()
    }

    /// Names and texts of the packs in force with one put in, in place of that of its id, or
    /// taken out.
    pub(crate) fn texts_with(&self, id: &str, pack: Option<&Held>) -> Vec<(String, String)> {
        replaced(texts(&self.held), id, pack)
    }

    /// The library of the versions that a shipment is pinned to. `kept` gives the text of a
    /// version that is no longer in force. A version whose text was never kept, from before texts
    /// were, is taken as it is now.
    pub(crate) fn library(
        &self,
        pins: &[PackStamp],
        kept: impl Fn(&str) -> Option<String>,
    ) -> Result<Arc<Library>, Problems> {
        let pinned = self.pinned(pins, kept);
        if let Some(lost) = pins.iter().find(|pin| !pinned.iter().any(|(id, _)| *id == pin.id.0)) {
            // Left out, its requirements would vanish without a word.
            return Err(own_problem(
                &lost.id.0,
                Text::new(
                    format!("version {} is not kept and the pack is gone", lost.version),
                    format!("版本 {} 未保存，且该要求包已不存在", lost.version),
                ),
            ));
        }
        let key: Vec<String> = pinned.iter().map(|(_, text)| sha256(text)).collect();
        if let Some(library) = self.libraries.borrow().get(&key) {
            return Ok(Arc::clone(library));
        }
        let library = Arc::new(self.library_of(&pinned)?);
        self.libraries.borrow_mut().insert(key, Arc::clone(&library));
        Ok(library)
    }

    /// Names and texts of the versions that a shipment is pinned to.
    pub(crate) fn pinned(
        &self,
        pins: &[PackStamp],
        kept: impl Fn(&str) -> Option<String>,
    ) -> Vec<(String, String)> {
        let mut found = Vec::new();
        for pin in pins {
            let now = self.get(&pin.id.0).filter(|pack| pack.in_force);
            let text = match now.filter(|pack| pack.sha256 == pin.sha256) {
                Some(pack) => Some(pack.text.clone()),
                None => kept(&pin.sha256).or_else(|| now.map(|pack| pack.text.clone())),
            };
            found.extend(text.map(|text| (pin.id.0.clone(), text)));
        }
        found
    }
}

/// What stands in the list for a pack of which only the id is known.
fn unreadable(id: &str) -> PackFile {
    PackFile {
        format: packs::PackFormat::V1,
        id: id.into(),
        version: "0.0.0".to_owned(),
        title: Text::same(id),
        about: Text::default(),
        facts: Vec::new(),
        requirements: Vec::new(),
    }
}

/// Puts one row of the user's on the shelf.
fn put(held: &mut Vec<Held>, row: &OwnPackRow) -> Result<(), Problems> {
    match row.kind {
        OwnPackKind::Overlay => {
            let (overlay, _) = parse::<OverlayFile>(&row.id, &row.text)?;
            let Some(place) = held.iter().position(|pack| pack.file.id.0 == row.id) else {
                return Err(own_problem(
                    &row.id,
                    Text::new(
                        "the built-in pack that these changes lie over is gone",
                        "这些修改所针对的内置要求包已不存在",
                    ),
                ));
            };
            held[place] = held[place].under(overlay)?;
        }
        OwnPackKind::Pack => {
            let (file, _) = parse::<PackFile>(&row.id, &row.text)?;
            if held.iter().any(|pack| pack.file.id == file.id) {
                return Err(own_problem(
                    &row.id,
                    Text::new(
                        "a built-in pack has the same id now; rename this one",
                        "现有内置要求包使用了同一标识；请为此包改名",
                    ),
                ));
            }
            held.push(Held::own(file)?);
        }
    }
    Ok(())
}

/// Puts one pack in, in place of that of its id, or takes it out.
pub(crate) fn replaced(
    mut texts: Vec<(String, String)>,
    id: &str,
    pack: Option<&Held>,
) -> Vec<(String, String)> {
    let place = texts.iter().position(|(known, _)| known == id);
    match (place, pack) {
        (Some(place), Some(pack)) => texts[place].1.clone_from(&pack.text),
        (Some(place), None) => drop(texts.remove(place)),
        (None, Some(pack)) => texts.push((id.to_owned(), pack.text.clone())),
        (None, None) => {}
    }
    texts
}

/// Names and texts of the packs in force.
pub(crate) fn texts(held: &[Held]) -> Vec<(String, String)> {
    held.iter()
        .filter(|pack| pack.in_force)
        .map(|pack| (pack.file.id.0.clone(), pack.text.clone()))
        .collect()
}

/// The library made of these packs and of all else that comes with the program.
pub(crate) fn library_of(texts: &[(String, String)]) -> Result<Library, Problems> {
    let mut files = builtin_files();
    files.packs = texts.iter().map(|(name, text)| LibraryFile { name, text }).collect();
    Library::load(&files)
}
