//! The list as a workbook: one sheet of steps, one of documents, with real dates to sort by.

use super::{PartyDay, PartyList, facts, title};
use crate::error::Error;
use crate::labels::label;
use crate::options::Language;
use chrono::Datelike;
use readiness::Text;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError,
};

/// The most characters that a cell holds.
const MAX_CELL: usize = 32_767;

struct Looks {
    head: Format,
    title: Format,
    text: Format,
    date: Format,
    day_off: Format,
    whole: Format,
}

impl Looks {
    fn new() -> Self {
        let cell = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        let date = cell.clone().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Left);
        Self {
            head: cell.clone().set_bold(),
            title: Format::new().set_bold().set_font_size(14),
            day_off: date.clone().set_font_color(Color::RGB(0x85_50_00)).set_italic(),
            date,
            whole: cell.clone().set_num_format("0").set_align(FormatAlign::Left),
            text: cell,
        }
    }
}

/// The list as an XLSX workbook. The same list makes the same bytes.
///
/// # Errors
/// The workbook cannot be written.
pub fn party_list_xlsx(list: &PartyList, language: Language) -> Result<Vec<u8>, Error> {
    let looks = Looks::new();
    let say = |text: &Text| said(text, language);
    let mut book = Workbook::new();
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));

    let name = |en: &str, zh: &str| if language.english() { en.to_owned() } else { zh.to_owned() };
    let sheet = book.add_worksheet();
    sheet.set_name(name("Steps", "步骤"))?;
    let row = opening(sheet, list, language, &looks)?;
    let heads =
        ["step", "closes-with", "state", "start", "finish", "latest-finish", "float", "critical"];
    header(sheet, row, &heads, &[38, 38, 14, 13, 13, 13, 8, 10], &looks, language)?;
    for (row, step) in (row + 1..).zip(&list.steps) {
        text(sheet, row, 0, &say(&step.name), &looks.text)?;
        text(sheet, row, 1, &say(&step.closes_with), &looks.text)?;
        text(sheet, row, 2, &say(&step.state), &looks.text)?;
        date(sheet, row, 3, step.start, &looks)?;
        date(sheet, row, 4, step.finish, &looks)?;
        date(sheet, row, 5, step.latest_finish, &looks)?;
        let float = i32::try_from(step.float_days).unwrap_or(i32::MAX);
        sheet.write_number_with_format(row, 6, float, &looks.whole)?;
        let critical = if step.critical { say(&label("critical")) } else { String::new() };
        text(sheet, row, 7, &critical, &looks.text)?;
    }

    let sheet = book.add_worksheet();
    sheet.set_name(name("Documents", "文件"))?;
    let row = opening(sheet, list, language, &looks)?;
    let heads = ["document", "needed-at", "start-by", "needed-on"];
    header(sheet, row, &heads, &[46, 34, 13, 13], &looks, language)?;
    for (row, item) in (row + 1..).zip(&list.documents) {
        text(sheet, row, 0, &say(&item.name), &looks.text)?;
        text(sheet, row, 1, &say(&item.needed_for), &looks.text)?;
        for (column, day) in [(2, item.start_by), (3, item.needed)] {
            if let Some(day) = day {
                date(sheet, row, column, day, &looks)?;
            }
        }
    }
    Ok(book.save_to_buffer()?)
}

/// Writes what stands above the table; answers the row of its header.
fn opening(
    sheet: &mut Worksheet,
    list: &PartyList,
    language: Language,
    looks: &Looks,
) -> Result<u32, XlsxError> {
    text(sheet, 0, 0, &said(&title(list), language).replace('\n', " / "), &looks.title)?;
    let mut row = 1;
    let mut facts = facts(list);
    facts.push((label("as-of"), Text::same(list.judged_on.to_string())));
    facts.push((label("day-off-mark"), Text::default()));
    for (name, value) in &facts {
        text(sheet, row, 0, &said(name, language), &looks.text)?;
        text(sheet, row, 1, &said(value, language), &looks.text)?;
        row += 1;
    }
    Ok(row + 1)
}

fn header(
    sheet: &mut Worksheet,
    row: u32,
    heads: &[&str],
    widths: &[u16],
    looks: &Looks,
    language: Language,
) -> Result<(), XlsxError> {
    for ((column, head), width) in (0..).zip(heads).zip(widths) {
        sheet.set_column_width(column, *width)?;
        text(sheet, row, column, &said(&label(head), language), &looks.head)?;
    }
    sheet.set_freeze_panes(row + 1, 1)?;
    Ok(())
}

/// A text in the languages asked for, one under the other.
fn said(text: &Text, language: Language) -> String {
    match language {
        Language::En => text.en.clone(),
        Language::Zh => text.zh.clone(),
        Language::Both if text.en == text.zh => text.en.clone(),
        Language::Both => format!("{}\n{}", text.en, text.zh),
    }
}

/// Writes a text as it is: never a formula, whatever it begins with.
fn text(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    content: &str,
    look: &Format,
) -> Result<(), XlsxError> {
    let mut units = 0;
    let fitting: String = content
        .chars()
        .filter(|c| matches!(c, '\n' | '\t') || !c.is_control())
        .take_while(|c| {
            units += c.len_utf16();
            units <= MAX_CELL
        })
        .collect();
    if fitting.is_empty() {
        return Ok(());
    }
    if fitting.starts_with("<r>") {
        // The writer would take such a text for its own markup: two runs keep it a text.
        let own = Format::new();
        let (head, rest) = fitting.split_at(1);
        sheet.write_rich_string_with_format(row, column, &[(&own, head), (&own, rest)], look)?;
    } else {
        sheet.write_string_with_format(row, column, fitting, look)?;
    }
    Ok(())
}

fn date(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    (day, off): PartyDay,
    looks: &Looks,
) -> Result<(), XlsxError> {
    let look = if off { &looks.day_off } else { &looks.date };
    let shown = u16::try_from(day.year())
        .ok()
        .and_then(|year| {
            Some((year, u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?))
        })
        .and_then(|(year, month, day)| ExcelDateTime::from_ymd(year, month, day).ok());
    match shown {
        Some(shown) => {
            sheet.write_datetime_with_format(row, column, &shown, look)?;
            Ok(())
        }
        // A day that a workbook cannot count is written as it reads.
        None => text(sheet, row, column, &day.to_string(), look),
    }
}
