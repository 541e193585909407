//! The world that typst sees: the template, the data of one report, the fonts, and nothing else.

use std::collections::HashMap;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use crate::error::Error;
use crate::fonts::Fonts;

/// The page that a report begins with.
pub(crate) const MAIN: &str = "/main.typ";
/// The page that a list for a party begins with.
pub(crate) const PARTY_LIST: &str = "/party-list.typ";
const TEMPLATE: [(&str, &str); 8] = [
    (MAIN, include_str!("template/main.typ")),
    (PARTY_LIST, include_str!("template/party-list.typ")),
    ("/frame.typ", include_str!("template/frame.typ")),
    ("/theme.typ", include_str!("template/theme.typ")),
    ("/marks.typ", include_str!("template/marks.typ")),
    ("/overview.typ", include_str!("template/overview.typ")),
    ("/findings.typ", include_str!("template/findings.typ")),
    ("/records.typ", include_str!("template/records.typ")),
];

/// What stays the same from report to report.
pub(crate) struct Base {
    library: LazyHash<Library>,
    pub(crate) fonts: Fonts,
    sources: HashMap<FileId, Source>,
}

impl Base {
    pub(crate) fn load() -> Result<Self, Error> {
        let mut sources = HashMap::new();
        for (path, text) in TEMPLATE {
            let id = file_id(path)?;
            sources.insert(id, Source::new(id, text.into()));
        }
        let library = LazyHash::new(Library::default());
        Ok(Self { library, fonts: Fonts::load()?, sources })
    }

    /// The world of one file: the page that it begins with, and its data.
    pub(crate) fn with(&self, main: &str, files: Vec<(String, Bytes)>) -> Result<Job<'_>, Error> {
        let files = files
            .into_iter()
            .map(|(path, bytes)| Ok((file_id(&path)?, bytes)))
            .collect::<Result<_, Error>>()?;
        Ok(Job { base: self, main: file_id(main)?, files })
    }
}

fn file_id(path: &str) -> Result<FileId, Error> {
    let path = VirtualPath::new(path).map_err(|_| Error::Path(path.into()))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// The base with the files of one report.
pub(crate) struct Job<'a> {
    base: &'a Base,
    main: FileId,
    files: HashMap<FileId, Bytes>,
}

impl World for Job<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.base.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.base.fonts.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.base.sources.get(&id).cloned().ok_or(FileError::NotSource)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.base.fonts.fonts.get(index).cloned()
    }

    /// A report has no clock.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
