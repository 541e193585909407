//! The cells of the sheets that make a pack.

use super::cell::Held;
use super::{FACTS, MAX_COLUMNS, MAX_ROWS, PACK, REQUIREMENTS, container, text};
use crate::source::{MAX_BYTES, MAX_VALUES};
use calamine::{DataRef, ExcelDateTime, Reader, SheetType, Xlsx, XlsxError};
use chrono::NaiveDate;
use readiness::Text;
use std::collections::BTreeMap;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The most text in all cells together, shared texts counted each time: as in a YAML file.
const MAX_TEXT: usize = MAX_BYTES;

/// A sheet: the cells that hold something, by row and column from 1.
#[derive(Debug, Default)]
pub(super) struct Grid {
    pub(super) rows: BTreeMap<u32, BTreeMap<u32, Held>>,
    /// A cell that cannot be taken, as row, column and reason.
    pub(super) refused: Vec<(u32, u32, Text)>,
}

/// Reads the sheets `Pack`, `Facts` and `Requirements`, in this order, as far as they are there.
///
/// # Errors
/// Why the file is refused.
pub(super) fn grids(bytes: &[u8]) -> Result<Vec<(&'static str, Grid)>, Text> {
    // The container checks all that is known to break the parser. Should it stumble over something
    // else, the file is at fault and not the program's other work.
    catch_unwind(AssertUnwindSafe(|| {
        container::admit(bytes)?;
        read(bytes)
    }))
    .unwrap_or_else(|_| Err(text("the workbook cannot be read", "无法读取该工作簿")))
}

fn unreadable(error: XlsxError) -> Text {
    text(
        format!("this is no readable XLSX workbook: {error}"),
        format!("不是可读取的 XLSX 工作簿：{error}"),
    )
}

fn read(bytes: &[u8]) -> Result<Vec<(&'static str, Grid)>, Text> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(unreadable)?;
    let mut found = Vec::new();
    let mut budget = Budget { cells: MAX_VALUES, text: MAX_TEXT };
    for name in [PACK, FACTS, REQUIREMENTS] {
        let sheets = book.sheets_metadata().iter().filter(|sheet| sheet.name == name);
        let types: Vec<SheetType> = sheets.map(|sheet| sheet.typ).collect();
        match types.as_slice() {
            [] => continue,
            [SheetType::WorkSheet] => {}
            [_] => {
                return Err(text(
                    format!("the sheet {name} is no table"),
                    format!("工作表 {name} 不是表格"),
                ));
            }
            _ => {
                return Err(text(
                    format!("there are two sheets {name}"),
                    format!("工作表 {name} 重复"),
                ));
            }
        }
        found.push((name, sheet(&mut book, name, &mut budget)?));
    }
    Ok(found)
}

/// What may still be taken.
struct Budget {
    cells: usize,
    text: usize,
}

fn sheet(book: &mut Xlsx<Cursor<&[u8]>>, name: &str, budget: &mut Budget) -> Result<Grid, Text> {
    let mut grid = Grid::default();
    let mut far = false;
    let mut cells = book.worksheet_cells_reader(name).map_err(unreadable)?;
    // Cells come one by one: a table of all between the first and the last could fill the memory.
    while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(unreadable)? {
        let held = match (cell.formula, cell.value) {
            (Some(_), _) => Held::Formula,
            (None, value) => match held(value) {
                Some(held) => held,
                None => continue,
            },
        };
        let (row, column) = (cell.pos.0.saturating_add(1), cell.pos.1.saturating_add(1));
        if row > MAX_ROWS || column > MAX_COLUMNS {
            if !far {
                grid.refused.push((row, column, too_far()));
                far = true;
            }
            continue;
        }
        let size = if let Held::Text(content) = &held { content.len() } else { 0 };
        let (Some(cells_left), Some(text_left)) =
            (budget.cells.checked_sub(1), budget.text.checked_sub(size))
        else {
            return Err(text(
                format!(
                    "the cells hold more than {MAX_VALUES} values or {} MiB of text",
                    MAX_TEXT / 1024 / 1024
                ),
                format!("单元格超过 {MAX_VALUES} 个值或 {} MiB 文本", MAX_TEXT / 1024 / 1024),
            ));
        };
        *budget = Budget { cells: cells_left, text: text_left };
        let twice = grid.rows.entry(row).or_default().insert(column, held).is_some();
        if twice {
            let message = text("the cell stands twice in the file", "该单元格在文件中重复");
            grid.refused.push((row, column, message));
        }
    }
    Ok(grid)
}

fn too_far() -> Text {
    text(
        format!("cells beyond row {MAX_ROWS} or column {MAX_COLUMNS} are not read; take them out"),
        format!("不读取第 {MAX_ROWS} 行或第 {MAX_COLUMNS} 列之后的单元格；请删除"),
    )
}

fn held(value: DataRef<'_>) -> Option<Held> {
    Some(match value {
        DataRef::Empty => return None,
        DataRef::String(content) if content.is_empty() => return None,
        DataRef::SharedString("") => return None,
        DataRef::String(content) => Held::Text(content),
        DataRef::SharedString(content) => Held::Text(content.to_owned()),
        DataRef::Float(number) => Held::Number(number),
        // Only other formats hold whole numbers as such; none is lost that matters here.
        DataRef::Int(number) => number.to_string().parse().map_or(Held::Day(None), Held::Number),
        DataRef::Bool(yes) => Held::YesNo(yes),
        DataRef::DateTime(moment) => Held::Day(day(&moment)),
        DataRef::DateTimeIso(moment) => Held::Day(iso(&moment)),
        DataRef::DurationIso(_) => Held::Day(None),
        DataRef::Error(code) => Held::Error(code.to_string()),
    })
}

/// A date cell as a day, where it is one: no time, no duration, within the range of dates.
fn day(moment: &ExcelDateTime) -> Option<NaiveDate> {
    let serial = moment.as_f64();
    let whole =
        moment.is_datetime() && serial.fract() == 0.0 && (1.0..2_958_466.0).contains(&serial);
    let (year, month, day, ..) = whole.then(|| moment.to_ymd_hms_milli())?;
    NaiveDate::from_ymd_opt(year.into(), month.into(), day.into())
}

fn iso(moment: &str) -> Option<NaiveDate> {
    let (day, time) = moment.split_once('T').unwrap_or((moment, ""));
    let midnight =
        time.trim_end_matches('Z').bytes().all(|byte| matches!(byte, b'0' | b':' | b'.'));
    midnight.then(|| day.parse().ok()).flatten()
}
