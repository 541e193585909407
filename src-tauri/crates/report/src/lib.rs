//! What leaves the program: the report on a shipment as PDF/A-3a with PDF/UA-1, and its pages as
//! pictures for the preview.
//!
//! [`Summary`] is plain data, [`Options`] is what the reader chose, [`Reporter`] makes the pages.
//! The same input gives the same bytes: there is no clock and nothing random. Texts are data from
//! end to end; no string can change the layout or stop the export.

mod breaks;
mod dates;
mod error;
mod fonts;
mod labels;
mod logo;
mod options;
mod reporter;
mod scribe;
mod summary;
mod verdict;
mod view;
mod world;

pub use error::Error;
pub use logo::{Logo, LogoError};
pub use options::{Attachment, Language, Options, Paper, Section, Sections};
pub use reporter::{MOST_PIXELS, Pdf, Preview, Reporter};
pub use scribe::{Replaced, SUBSTITUTE};
pub use summary::*;
