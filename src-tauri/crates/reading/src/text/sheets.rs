//! The text of a workbook: each sheet a passage, cells parted by tabs.

use super::Text;
use crate::{Place, Refusal};
use calamine::{Data, Reader, Xlsx};
use std::io::Cursor;

/// Sheets read.
const SHEETS: usize = 200;

pub(super) fn read(bytes: &[u8], text: &mut Text) -> Result<(), Refusal> {
    super::docx::admit(bytes)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| {
        let detail = error.to_string();
        if detail.to_lowercase().contains("password") {
            Refusal::Encrypted
        } else {
            Refusal::Damaged { detail }
        }
    })?;
    for name in book.sheet_names().into_iter().take(SHEETS) {
        if text.is_full {
            break;
        }
        let Ok(range) = book.worksheet_range(&name) else { continue };
        let mut sheet = String::new();
        for row in range.rows() {
            let cells: Vec<String> = row.iter().map(cell).collect();
            let line = cells.join("\t");
            let line = line.trim_end();
            if !line.is_empty() {
                sheet.push_str(line);
                sheet.push('\n');
            }
            if sheet.len() > text.left.saturating_mul(4) {
                break;
            }
        }
        text.add(Place::Sheet(name), &sheet);
    }
    Ok(())
}

fn cell(data: &Data) -> String {
    match data {
        Data::DateTime(moment) => {
            let (year, month, day, hour, minute, ..) = moment.to_ymd_hms_milli();
            let date = format!("{year:04}-{month:02}-{day:02}");
            if (hour, minute) == (0, 0) { date } else { format!("{date} {hour:02}:{minute:02}") }
        }
        other => other.to_string().replace(['\t', '\n', '\r'], " "),
    }
}
