//! Packs as spreadsheets, both ways, without loss.
//!
//! A workbook has three sheets: `Pack` with a row per field, `Facts` and `Requirements` with a row
//! per record and a column per path of [`crate::plain::FIELDS`]. Row 1 holds the paths; people and
//! programs find a field by its path, so columns may be moved.
//!
//! Two parsers see a foreign file. [`container`] first reads the whole of it within limits and
//! refuses what the second one, calamine, would stumble over; [`grid`] then takes the cells.

mod cell;
mod container;
mod grid;
mod read;
mod table;
mod write;

use crate::plain::Kind;
use readiness::Text;

pub use read::read_pack_xlsx;
pub(crate) use table::Table;
pub use write::pack_xlsx;

const PACK: &str = "Pack";
const FACTS: &str = "Facts";
const REQUIREMENTS: &str = "Requirements";

/// The header of the sheet `Pack`.
const PACK_HEADER: [&str; 2] = ["field", "value"];

/// The fields of a pack apart from its facts and requirements.
const PACK_FIELDS: &[(&str, Kind)] = &[
    ("format", Kind::Text),
    ("id", Kind::Text),
    ("version", Kind::Text),
    ("title.en", Kind::Text),
    ("title.zh", Kind::Text),
    ("about.en", Kind::Text),
    ("about.zh", Kind::Text),
];

/// The fields of a fact, as [`crate::plain::FIELDS`] are those of a requirement.
const FACT_FIELDS: &[(&str, Kind)] = &[
    ("id", Kind::Text),
    ("title.en", Kind::Text),
    ("title.zh", Kind::Text),
    ("question.en", Kind::Text),
    ("question.zh", Kind::Text),
    ("kind", Kind::Text),
    ("level", Kind::Text),
    ("choices", Kind::Tree),
    ("unit", Kind::Text),
    ("product_of", Kind::List),
    ("group", Kind::Text),
    ("replaces", Kind::List),
];

/// Fields that hold a day. A spreadsheet program likes to turn them into date cells.
const DAYS: &[&str] =
    &["effective.from", "effective.until", "verification.checked_on", "verification.open_from"];

/// The most rows read, the header included.
const MAX_ROWS: u32 = 20_001;
/// The most columns read.
const MAX_COLUMNS: u32 = 200;
/// The most characters of a cell, counted as Excel does: in UTF-16.
const MAX_CELL: usize = 32_767;

/// A message made of the same pieces in both languages.
fn text(en: impl Into<String>, zh: impl Into<String>) -> Text {
    Text::new(en, zh)
}
