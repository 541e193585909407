//! A field's value as the content of a cell, and back.
//!
//! - A text stands as it is. Only a text of nothing but quotation marks, or of nothing at all, is
//!   written with two more, because an empty cell means that the field is left out.
//! - A list has a line per item. An item that would not survive as a line is written in quotes, as
//!   in JSON.
//! - A tree is YAML.
//! - `yes` is true. Whole numbers are numbers.

use super::{DAYS, text};
use crate::plain::Kind;
use crate::source::{self, MAX_VALUES, hidden, hidden_text};
use chrono::NaiveDate;
use readiness::Text;
use serde_json::Value;

/// What a cell of a foreign file holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Held {
    Text(String),
    Number(f64),
    YesNo(bool),
    /// A day; nothing where it is a time, a duration or out of range.
    Day(Option<NaiveDate>),
    Error(String),
    Formula,
}

/// What is written into a cell.
#[derive(Debug, PartialEq)]
pub(super) enum Written {
    Text(String),
    Number(u32),
}

/// A value as a cell's content; nothing where no cell can say it.
pub(super) fn write(kind: Kind, value: &Value) -> Option<Written> {
    match (kind, value) {
        (Kind::Text, Value::String(text)) => Some(Written::Text(quoted(text))),
        (Kind::Whole, Value::Number(number)) => {
            number.as_u64().and_then(|whole| u32::try_from(whole).ok()).map(Written::Number)
        }
        (Kind::YesNo, Value::Bool(true)) => Some(Written::Text("yes".to_owned())),
        (Kind::YesNo, Value::Bool(false)) => Some(Written::Text("no".to_owned())),
        (Kind::List, Value::Array(items)) => {
            let lines: Option<Vec<String>> =
                items.iter().map(|item| item.as_str().map(line)).collect();
            lines.map(|lines| Written::Text(lines.join("\n")))
        }
        (Kind::Tree, value) => tree(value).map(Written::Text),
        _ => None,
    }
}

fn only_quotes(text: &str) -> bool {
    text.chars().all(|c| c == '"')
}

fn quoted(text: &str) -> String {
    if only_quotes(text) { format!("{text}\"\"") } else { text.to_owned() }
}

fn unquoted(text: String) -> String {
    match text.strip_suffix("\"\"") {
        Some(inner) if only_quotes(inner) => inner.to_owned(),
        _ => text,
    }
}

fn line(item: &str) -> String {
    let plain = !item.is_empty()
        && item.trim() == item
        && !item.starts_with('"')
        && !item.contains(['\n', '\r']);
    if plain { item.to_owned() } else { Value::from(item).to_string() }
}

fn tree(value: &Value) -> Option<String> {
    let written = crate::yaml(value).ok()?;
    // The last line break would show as an empty line, but it may be part of a text.
    let short = written
        .strip_suffix('\n')
        .filter(|short| source::read("", short).is_ok_and(|source| source.value == *value));
    Some(short.map_or_else(|| written.clone(), str::to_owned))
}

/// The value of a cell; nothing where it means that the field is left out. `values` counts the
/// values of all trees of a file.
///
/// # Errors
/// What is wrong with the cell, and what is allowed.
pub(super) fn read(
    kind: Kind,
    path: &str,
    held: &Held,
    values: &mut usize,
) -> Result<Option<Value>, Text> {
    match held {
        Held::Formula => {
            return Err(text(
                "the cell holds a formula; only values are taken: paste its result as a value",
                "单元格含有公式；仅接受值：请将结果粘贴为值",
            ));
        }
        Held::Error(code) => {
            let allowed = allowed(kind, path);
            return Err(text(
                format!("the cell holds the error {code}; allowed: {}", allowed.en),
                format!("单元格含有错误值 {code}；可用：{}", allowed.zh),
            ));
        }
        Held::Text(content) => {
            if let Some(found) = hidden(content) {
                return Err(hidden_text(found));
            }
            if content.is_empty() {
                return Ok(None);
            }
        }
        Held::Number(_) | Held::YesNo(_) | Held::Day(_) => {}
    }
    match (kind, held) {
        (Kind::Text, Held::Day(Some(day))) if DAYS.contains(&path) => {
            Ok(Some(Value::String(day.to_string())))
        }
        (Kind::Text, Held::Text(content)) => {
            if DAYS.contains(&path) && content.parse::<NaiveDate>().is_err() {
                return Err(refused(kind, path, held));
            }
            Ok(Some(Value::String(unquoted(content.clone()))))
        }
        (Kind::Whole, Held::Number(number)) => whole(*number)
            .map(|number| Some(Value::from(number)))
            .ok_or_else(|| refused(kind, path, held)),
        (Kind::Whole, Held::Text(content)) => content
            .trim()
            .parse::<i64>()
            .ok()
            .filter(|number| number.unsigned_abs() < EXACT)
            .map(|number| Some(Value::from(number)))
            .ok_or_else(|| refused(kind, path, held)),
        (Kind::YesNo, Held::YesNo(yes)) => Ok(yes.then_some(Value::Bool(true))),
        (Kind::YesNo, Held::Text(content)) => match content.trim().to_lowercase().as_str() {
            "yes" | "true" | "是" | "x" => Ok(Some(Value::Bool(true))),
            "no" | "false" | "否" | "" => Ok(None),
            _ => Err(refused(kind, path, held)),
        },
        (Kind::List, Held::Text(content)) => list(content),
        (Kind::Tree, Held::Text(_)) if *values > MAX_VALUES => Err(text(
            format!("the conditions before this cell already hold more than {MAX_VALUES} values"),
            format!("此单元格之前的条件已超过 {MAX_VALUES} 个值"),
        )),
        (Kind::Tree, Held::Text(content)) => source::read_more("", content, values)
            .map(|source| Some(source.value))
            .map_err(|problem| {
                let (line, column) = (problem.line.max(1), problem.column.max(1));
                text(
                    format!("line {line}, column {column} of the cell: {}", problem.message.en),
                    format!("单元格第 {line} 行第 {column} 列：{}", problem.message.zh),
                )
            }),
        _ => Err(refused(kind, path, held)),
    }
}

/// Beyond this a float no longer holds every whole number.
const EXACT: u64 = 1 << 53;

/// A float that is a whole number, as spreadsheet programs keep every number.
fn whole(number: f64) -> Option<i64> {
    // Formatting says what an `as` cast would hide: whether anything stands behind the point.
    (number.is_finite() && number.fract() == 0.0 && number.abs() < 9e15)
        .then(|| format!("{number:.0}").parse().ok())
        .flatten()
}

fn list(content: &str) -> Result<Option<Value>, Text> {
    let mut items = Vec::new();
    for (index, line) in content.lines().enumerate() {
        let number = index + 1;
        if line.trim().is_empty() {
            continue;
        }
        let item = if line.starts_with('"') {
            serde_json::from_str::<String>(line).map_err(|_| {
                text(
                    format!("line {number} of the cell has an open quotation mark; allowed: one id per line"),
                    format!("单元格第 {number} 行的引号未闭合；可用：每行一个编号"),
                )
            })?
        } else if line.trim() == line {
            line.to_owned()
        } else {
            return Err(text(
                format!("line {number} of the cell has blanks at an end; allowed: one id per line"),
                format!("单元格第 {number} 行首尾有空格；可用：每行一个编号"),
            ));
        };
        if let Some(found) = hidden(&item) {
            return Err(hidden_text(found));
        }
        items.push(Value::String(item));
    }
    Ok((!items.is_empty()).then_some(Value::Array(items)))
}

fn refused(kind: Kind, path: &str, held: &Held) -> Text {
    let (given, allowed) = (shown(held), allowed(kind, path));
    text(
        format!("the cell holds {}; allowed: {}", given.en, allowed.en),
        format!("单元格内容为{}；可用：{}", given.zh, allowed.zh),
    )
}

fn shown(held: &Held) -> Text {
    match held {
        Held::Text(content) => {
            let head: String = content.chars().take(40).collect();
            let more = if head.len() < content.len() { "…" } else { "" };
            text(format!("the text {head:?}{more}"), format!("文本 {head:?}{more}"))
        }
        Held::Number(number) if number.abs() >= 1e15 => {
            text(format!("the number {number:e}"), format!("数字 {number:e}"))
        }
        Held::Number(number) => text(format!("the number {number}"), format!("数字 {number}")),
        Held::YesNo(true) => text("TRUE as a truth value", "逻辑值 TRUE"),
        Held::YesNo(false) => text("FALSE as a truth value", "逻辑值 FALSE"),
        Held::Day(Some(day)) => text(format!("the date {day}"), format!("日期 {day}")),
        Held::Day(None) => text("a time or a date out of range", "时间或超出范围的日期"),
        Held::Error(code) => text(format!("the error {code}"), format!("错误值 {code}")),
        Held::Formula => text("a formula", "公式"),
    }
}

fn allowed(kind: Kind, path: &str) -> Text {
    match kind {
        Kind::Text if DAYS.contains(&path) => {
            text("a date written YYYY-MM-DD, or a date cell", "YYYY-MM-DD 格式的日期或日期单元格")
        }
        Kind::Text => text("a text (format the cell as text)", "文本（请将单元格设为文本格式）"),
        Kind::Whole => text("a whole number", "整数"),
        Kind::YesNo => text("yes, no, or empty", "yes、no 或留空"),
        Kind::List => text("one id per line, as text", "文本，每行一个编号"),
        Kind::Tree => text("YAML, as text", "YAML 文本"),
    }
}
