//! What leaves the program: the report on a shipment as PDF/A-3a with PDF/UA-1, and its pages as
//! pictures for the preview; what a party is sent, as PDF, workbook or iCalendar.
//!
//! [`Summary`] is plain data, [`Options`] is what the reader chose, [`Reporter`] makes the pages.
//! The same input gives the same bytes: there is no clock and nothing random. Texts are data from
//! end to end; no string can change the layout or stop the export.

mod agenda;
mod breaks;
mod dates;
mod error;
mod fonts;
mod labels;
mod logo;
mod options;
mod party_list;
mod reporter;
mod scribe;
mod summary;
mod verdict;
mod view;
mod world;

pub use agenda::{Agenda, Cancelled, Entry, agenda_ics};
pub use error::Error;
pub use logo::{Logo, LogoError};
pub use options::{Attachment, Language, Options, Paper, Section, Sections};
pub use party_list::{PartyDay, PartyDocument, PartyList, PartyStep, party_list_xlsx};
pub use reporter::{MOST_PIXELS, Pdf, Preview, Reporter};
pub use scribe::{Replaced, SUBSTITUTE};
pub use summary::*;
