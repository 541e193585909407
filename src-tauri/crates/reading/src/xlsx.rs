//! The text of Excel workbooks.

use crate::container::Container;
use crate::gathered::Gathered;
use crate::{Place, Refusal};
use calamine::{DataRef, Reader, Xlsx, XlsxError};
use std::fmt::Write;
use std::io::Cursor;

/// The most empty cells shown between two that are not.
const MAX_GAP: u32 = 16;

/// Reads a workbook, each sheet with cells in a passage of its own.
///
/// # Errors
/// The file is broken, protected or unpacks to too much.
pub(crate) fn read(bytes: &[u8], gathered: &mut Gathered) -> Result<(), Refusal> {
    Container::open(bytes)?.admit()?;
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|error| refusal(&error))?;
    for name in book.sheet_names() {
        if gathered.left() == 0 {
            gathered.cut();
            break;
        }
        let text = match sheet(&mut book, &name, gathered.left()) {
            // Sheets that hold a chart alone.
            Err(XlsxError::NotAWorksheet(_)) => continue,
            text => text.map_err(|error| refusal(&error))?,
        };
        gathered.add(Place::Sheet(name), &text);
    }
    Ok(())
}

/// The cells of a sheet as they come, so that two far apart take no more room than two.
fn sheet(book: &mut Xlsx<Cursor<&[u8]>>, name: &str, most: usize) -> Result<String, XlsxError> {
    let mut cells = book.worksheet_cells_reader(name)?;
    let mut text = String::new();
    let mut last = None;
    while let Some(cell) = cells.next_cell()? {
        let value = shown(cell.get_value());
        if value.is_empty() {
            continue;
        }
        let (row, column) = cell.get_position();
        let gap = match last {
            Some((before, left)) if before == row && left < column => column - left,
            Some((before, _)) if before == row => 1,
            _ => {
                if last.is_some() {
                    text.push('\n');
                }
                column
            }
        };
        text.extend(std::iter::repeat_n('\t', gap.min(MAX_GAP) as usize));
        // A cell is one line.
        text.push_str(&value.replace(['\r', '\n', '\t'], " "));
        last = Some((row, column));
        if text.len() / 4 > most {
            // More than is kept, whatever the characters.
            break;
        }
    }
    Ok(text)
}

fn shown(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty | DataRef::Error(_) => String::new(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => decimal(*number),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(yes) => if *yes { "TRUE" } else { "FALSE" }.to_owned(),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::DateTime(time) if time.is_duration() => decimal(time.as_f64()),
        DataRef::DateTime(time) => date(time),
    }
}

/// A number as a person would enter it: without what binary fractions leave.
fn decimal(number: f64) -> String {
    let rounded = format!("{number:.10}");
    if number.abs() >= 1e15 || !number.is_finite() {
        return number.to_string();
    }
    rounded.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// `YYYY-MM-DD`, with the time where there is one; a time alone where there is no day.
fn date(time: &calamine::ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = time.to_ymd_hms_milli();
    let mut text = String::new();
    let (whole, clock) = (time.as_f64() >= 1.0, (hour, minute, second) != (0, 0, 0));
    // Writing to a string does not fail.
    if whole {
        let _ = write!(text, "{year:04}-{month:02}-{day:02}");
    }
    if whole && clock {
        text.push(' ');
    }
    if clock || !whole {
        let _ = write!(text, "{hour:02}:{minute:02}");
    }
    if clock && second != 0 {
        let _ = write!(text, ":{second:02}");
    }
    text
}

fn refusal(error: &XlsxError) -> Refusal {
    match error {
        XlsxError::Password => Refusal::Encrypted,
        error => Refusal::damaged(&error.to_string()),
    }
}
