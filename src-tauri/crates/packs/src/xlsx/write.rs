//! A pack as a workbook.

use super::cell::{self, Written};
use super::{
    FACT_FIELDS, FACTS, MAX_CELL, MAX_ROWS, PACK, PACK_FIELDS, PACK_HEADER, REQUIREMENTS, text,
};
use crate::formats::PackFile;
use crate::plain::{self, FIELDS, Fields, Kind};
use readiness::Text;
use rust_xlsxwriter::{
    DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet,
    XlsxError,
};
use serde_json::Value;

/// Fields with few possible values. A dropdown offers them; the reader takes the schema's word.
const CHOICES: &[(&str, &str, &[&str])] = &[
    (REQUIREMENTS, "severity", &["info", "minor", "major", "blocker"]),
    (REQUIREMENTS, "per", &["shipment", "consignment"]),
    (REQUIREMENTS, "verification.state", &["checked", "known", "verify"]),
    (FACTS, "kind", &["yes-no", "choice", "choices", "decimal", "date", "text"]),
    (FACTS, "level", &["shipment", "product", "derived"]),
];

/// The looks of cells.
struct Looks {
    header: Format,
    text: Format,
    whole: Format,
}

impl Looks {
    fn new() -> Self {
        let cell = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        Self {
            header: cell.clone().set_bold().set_num_format("@"),
            // Typing 0123 or 2026-11-24 into such a cell leaves it as typed.
            text: cell.clone().set_num_format("@"),
            whole: cell.set_num_format("0"),
        }
    }

    fn of(&self, kind: Kind) -> &Format {
        if kind == Kind::Whole { &self.whole } else { &self.text }
    }
}

/// A pack as an XLSX workbook. The same pack makes the same bytes.
///
/// # Errors
/// A text longer than Excel's 32,767 characters, or a value that no cell can hold, with the record
/// and the field.
pub fn pack_xlsx(file: &PackFile) -> Result<Vec<u8>, Text> {
    let looks = Looks::new();
    let mut book = Workbook::new();
    let day = ExcelDateTime::from_ymd(2000, 1, 1).map_err(broken)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&day));

    pack_sheet(book.add_worksheet(), file, &looks)?;
    let facts = file.facts.iter().map(plain::fact_fields).collect::<Vec<_>>();
    records(book.add_worksheet(), FACTS, FACT_FIELDS, &facts, &looks)?;
    let requirements = file.requirements.iter().map(plain::fields).collect::<Vec<_>>();
    records(book.add_worksheet(), REQUIREMENTS, FIELDS, &requirements, &looks)?;
    book.save_to_buffer().map_err(broken)
}

fn broken(error: XlsxError) -> Text {
    text(format!("the workbook cannot be written: {error}"), format!("无法写出工作簿：{error}"))
}

fn pack_sheet(sheet: &mut Worksheet, file: &PackFile, looks: &Looks) -> Result<(), Text> {
    sheet.set_name(PACK).map_err(broken)?;
    sheet.set_freeze_panes(1, 0).map_err(broken)?;
    for ((column, name), width) in (0..).zip(PACK_HEADER).zip([14, 90]) {
        sheet.set_column_width(column, width).map_err(broken)?;
        sheet.set_column_format(column, &looks.text).map_err(broken)?;
        sheet.write_string_with_format(0, column, name, &looks.header).map_err(broken)?;
    }
    let whole = plain::plain(file);
    for (row, (path, kind)) in (1..).zip(PACK_FIELDS) {
        let pointer = format!("/{}", path.replace('.', "/"));
        sheet.write_string_with_format(row, 0, *path, &looks.header).map_err(broken)?;
        if let Some(value) = whole.pointer(&pointer) {
            put(sheet, (row, 1), *kind, value, looks, &|| (PACK.to_owned(), (*path).to_owned()))?;
        }
    }
    Ok(())
}

fn records(
    sheet: &mut Worksheet,
    name: &str,
    fields: &[(&str, Kind)],
    of: &[Fields],
    looks: &Looks,
) -> Result<(), Text> {
    sheet.set_name(name).map_err(broken)?;
    sheet.set_freeze_panes(1, 1).map_err(broken)?;
    for (column, (path, kind)) in (0..).zip(fields) {
        sheet.set_column_width(column, width(path, *kind)).map_err(broken)?;
        sheet.set_column_format(column, looks.of(*kind)).map_err(broken)?;
        sheet.write_string_with_format(0, column, *path, &looks.header).map_err(broken)?;
        let choices = CHOICES
            .iter()
            .find(|(of, field, _)| *of == name && field == path)
            .map(|(_, _, choices)| *choices)
            .or((*kind == Kind::YesNo).then_some(&["yes", "no"]));
        if let Some(choices) = choices {
            let offered = DataValidation::new().allow_list_strings(choices).map_err(broken)?;
            sheet.add_data_validation(1, column, MAX_ROWS - 1, column, &offered).map_err(broken)?;
        }
    }
    if u32::try_from(of.len()).map_or(true, |count| count >= MAX_ROWS) {
        let most = MAX_ROWS - 1;
        return Err(text(
            format!("the sheet {name} would have more than {most} rows"),
            format!("工作表 {name} 将超过 {most} 行"),
        ));
    }
    for (row, record) in (1..).zip(of) {
        let id = record.get("id").and_then(Value::as_str).unwrap_or_default();
        for (path, value) in record {
            let place = || (format!("{name} {id}"), path.clone());
            let known = (0..).zip(fields).find(|(_, (known, _))| known == path);
            // A field without a column would be lost without a word.
            let Some((column, (_, kind))) = known else { return Err(unfit(place())) };
            put(sheet, (row, column), *kind, value, looks, &place)?;
        }
    }
    Ok(())
}

fn width(path: &str, kind: Kind) -> u16 {
    match kind {
        Kind::Tree => 44,
        Kind::List => 26,
        Kind::Whole | Kind::YesNo => 12,
        Kind::Text if path.ends_with(".en") || path.ends_with(".zh") => 40,
        Kind::Text if path.ends_with("source") => 40,
        Kind::Text => 18,
    }
}

/// Writes a cell. `place` names the record and the field for an error.
fn put(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    kind: Kind,
    value: &Value,
    looks: &Looks,
    place: &dyn Fn() -> (String, String),
) -> Result<(), Text> {
    let look = looks.of(kind);
    match cell::write(kind, value) {
        Some(Written::Number(number)) => {
            sheet.write_number_with_format(row, column, number, look).map_err(broken)?;
        }
        Some(Written::Text(content)) => {
            let length = content.encode_utf16().count();
            if length > MAX_CELL {
                let (record, field) = place();
                return Err(text(
                    format!(
                        "{record}: the field {field} has {length} characters; a cell holds at \
                         most {MAX_CELL}"
                    ),
                    format!("{record}：字段 {field} 有 {length} 个字符；单元格最多 {MAX_CELL} 个"),
                ));
            }
            if content.starts_with("<r>") && content.ends_with("</r>") {
                // The writer takes such a text for its own markup and would not escape it.
                let own = Format::new();
                let (head, rest) = content.split_at(1);
                let rest = rest.replace("_x", "_x005F_x");
                sheet
                    .write_rich_string_with_format(
                        row,
                        column,
                        &[(&own, head), (&own, &rest)],
                        look,
                    )
                    .map_err(broken)?;
            } else {
                sheet.write_string_with_format(row, column, content, look).map_err(broken)?;
            }
        }
        None => return Err(unfit(place())),
    }
    Ok(())
}

fn unfit((record, field): (String, String)) -> Text {
    text(
        format!("{record}: the field {field} cannot be written into a cell"),
        format!("{record}：字段 {field} 无法写入单元格"),
    )
}
