//! The workspace folder: a SQLite database with its history, and the attached files.
//!
//! ```text
//! <workspace>/
//!   shipshape.db     all rows, and the journal of every change (WAL beside it while open)
//!   shipshape.lock   held while a program has the workspace open
//!   index.db         what is derived for the search; made anew when it is lost
//!   files/ab/abcd…   attached files, named by the SHA-256 of their content
//!   incoming/        files on their way in; leftovers are removed when the workspace is opened
//!   backups/         copies of the database from before a step to a newer schema
//! ```
//!
//! - [`Workspace::open`] opens or creates one; [`Workspace::read`] reads.
//! - [`Workspace::transact`] is the only way to write: one command, one transaction, one journal
//!   entry with the old and the new values. [`Workspace::undo`] and [`Workspace::redo`] use it.
//! - [`Workspace::vault`] stores and checks files, without the workspace being held meanwhile.
//!
//! The store has no clock and no sentences for people: times come from the caller, and the client
//! words the [`Error`].

mod backup;
mod changes;
mod connection;
mod error;
mod folder;
mod history;
mod index;
mod schema;
mod table;
mod transact;
mod vault;
mod workspace;

pub use changes::{Action, Changes, Touched};
pub use error::{Conflict, ConflictReason, Error, FileKind, Key, Result};
pub use history::{Entry, EntryKind, EntryState};
pub use index::{FileTextRow, Found, SearchEntry, SearchQuery, SearchResults, Subject};
pub use table::{
    AnswerRow, BaselineRow, BinRow, CalendarEventRow, CalendarRow, DecisionRow, EvidenceFileRow,
    EvidenceRow, ExceptionRow, FileRow, FileUse, MaterialRow, MessageRow, MilestoneEditRow,
    OwnPackKind, OwnPackRow, PackTextRow, ProductRow, Read, ScenarioRow, ShipmentRow, SignalRow,
    StoredFile, Table, TicketRow, TradeDocumentRow, Write,
};
pub use transact::{Command, Committed};
pub use vault::{FileFault, FileProblem, Progress, Staged, Swept, Vault, Verification, Watch};
pub use workspace::{OpenOptions, Workspace};
