//! The open workspace with everything the use cases need.

use crate::failure::Failure;
use crate::judged::Judged;
use crate::shelf::{BuiltinPack, Shelf, builtin_packs};
use chrono::{DateTime, FixedOffset, NaiveDate};
use packs::Library;
use reading::{Limits, Reader};
use report::Reporter;
use std::collections::{HashMap, VecDeque};
use std::path::Path;
use std::sync::Arc;
use store::{OpenOptions, Workspace};

/// Where the time comes from: the computer's clock in the program, a fixed one in tests.
pub type Clock = Box<dyn Fn() -> DateTime<FixedOffset> + Send>;

/// An open workspace.
pub struct App {
    pub(crate) workspace: Workspace,
    pub(crate) library: Arc<Library>,
    pub(crate) shelf: Shelf,
    pub(crate) judged: HashMap<String, Judged>,
    pub(crate) reporter: Option<Reporter>,
    /// The reports laid out last, with their numbers.
    pub(crate) layouts: VecDeque<(u64, report::Preview)>,
    /// Reads files; in a process of its own where the program has given one.
    pub(crate) reader: Reader,
    /// The requirements of the packs in force are in the search index.
    pub(crate) requirements_indexed: bool,
    clock: Clock,
}

impl App {
    /// Opens the workspace in a folder, creating it where there is none.
    ///
    /// # Errors
    /// The workspace cannot be opened, or the built-in library has a mistake.
    pub fn open(folder: &Path, clock: Clock) -> Result<Self, Failure> {
        Self::open_with(folder, clock, builtin_packs())
    }

    /// Opens the workspace with these as the built-in packs, as another version of the program
    /// would.
    ///
    /// # Errors
    /// The workspace cannot be opened, or the packs have a mistake.
    pub fn open_with(
        folder: &Path,
        clock: Clock,
        builtin: Vec<BuiltinPack>,
    ) -> Result<Self, Failure> {
        let mut workspace = Workspace::open(folder, &OpenOptions::default())?;
        // What was copied in and never became part of a command: the program ended before it could.
        workspace.sweep()?;
        let (shelf, library) = Shelf::new(builtin, &workspace.read().own_packs()?)?;
        let mut app = Self {
            workspace,
            library,
            shelf,
            judged: HashMap::new(),
            reporter: None,
            layouts: VecDeque::new(),
            reader: Reader::in_thread(Limits::default()),
            requirements_indexed: false,
            clock,
        };
        app.catch_up_index()?;
        Ok(app)
    }

    /// Lets this program read files for the workspace, each in a process of its own. It must call
    /// [`reading::serve_if_asked`] first of all.
    pub fn read_with(&mut self, program: std::path::PathBuf) {
        self.reader = Reader::new(program, Limits::default());
    }

    /// The time, as RFC 3339 with the local offset.
    pub(crate) fn now(&self) -> String {
        (self.clock)().to_rfc3339_opts(chrono::SecondsFormat::Secs, false)
    }

    /// The time by the clock.
    pub(crate) fn time(&self) -> DateTime<FixedOffset> {
        (self.clock)()
    }

    /// Today by the clock.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        (self.clock)().date_naive()
    }

    /// The packs, templates and calendars in force for new shipments.
    #[must_use]
    pub fn library(&self) -> &Library {
        &self.library
    }

    /// The report maker, made at its first use: reading the fonts takes a moment.
    pub(crate) fn reporter(&mut self) -> Result<&Reporter, Failure> {
        if self.reporter.is_none() {
            self.reporter = Some(Reporter::new()?);
        }
        self.reporter.as_ref().ok_or_else(|| Failure::Internal { detail: "no reporter".to_owned() })
    }
}

/// A new id: sortable by time of creation.
pub(crate) fn new_id() -> String {
    uuid::Uuid::now_v7().to_string()
}
