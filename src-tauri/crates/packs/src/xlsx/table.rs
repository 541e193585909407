//! Which cell a value came from.

use super::{FACTS, PACK, REQUIREMENTS};
use crate::source::Place;
use std::collections::BTreeMap;

/// The rows and columns of the records of one sheet.
#[derive(Debug, Default)]
pub(crate) struct Records {
    /// The row of each record, from 1.
    pub(super) rows: Vec<u32>,
    /// The column of each path, from 1.
    pub(super) columns: BTreeMap<String, u32>,
}

/// Where the values of a workbook stand.
#[derive(Debug, Default)]
pub(crate) struct Table {
    /// The row of each field of the pack, from 1.
    pub(super) pack: BTreeMap<String, u32>,
    /// The column of the values of the sheet `Pack`, from 1.
    pub(super) value_column: u32,
    pub(super) facts: Records,
    pub(super) requirements: Records,
}

impl Table {
    /// The place of a value by its JSON pointer, and its name such as
    /// `Requirements!D17 (lead.shortest)`.
    pub(crate) fn spot(&self, pointer: &str) -> (Place, String) {
        let parts: Vec<String> = pointer
            .split('/')
            .skip(1)
            .map(|part| part.replace("~1", "/").replace("~0", "~"))
            .collect();
        let (sheet, records) = match parts.first().map(String::as_str) {
            Some("facts") => (FACTS, &self.facts),
            Some("requirements") => (REQUIREMENTS, &self.requirements),
            _ => return self.pack_spot(&parts),
        };
        let row = parts
            .get(1)
            .and_then(|index| index.parse::<usize>().ok())
            .and_then(|index| records.rows.get(index));
        match row {
            Some(row) => {
                let path = parts.get(2..).unwrap_or_default();
                let (column, path) = nearest(&records.columns, path);
                let column = column.or_else(|| records.columns.get("id").copied()).unwrap_or(1);
                (place(*row, column), label(sheet, *row, column, &path))
            }
            None => (Place::default(), sheet.to_owned()),
        }
    }

    fn pack_spot(&self, parts: &[String]) -> (Place, String) {
        let (row, path) = nearest(&self.pack, parts);
        match row {
            Some(row) => {
                (place(row, self.value_column), label(PACK, row, self.value_column, &path))
            }
            None if path.is_empty() => (Place::default(), PACK.to_owned()),
            None => (Place::default(), format!("{PACK} ({path})")),
        }
    }
}

/// The row or column of a path, of the tree that it leads into, or of the group that it names; and
/// the path as it is shown.
fn nearest(known: &BTreeMap<String, u32>, parts: &[String]) -> (Option<u32>, String) {
    for length in (1..=parts.len()).rev() {
        let (field, inside) = parts.split_at(length);
        let field = field.join(".");
        if let Some(at) = known.get(&field) {
            let path: Vec<&str> =
                std::iter::once(field.as_str()).chain(inside.iter().map(String::as_str)).collect();
            return (Some(*at), path.join("/"));
        }
    }
    let group = parts.join(".");
    let first = known
        .iter()
        .filter(|(path, _)| path.strip_prefix(&group).is_some_and(|rest| rest.starts_with('.')))
        .map(|(_, at)| *at)
        .min();
    (first, group)
}

/// A place from a row and a column.
pub(super) fn place(row: u32, column: u32) -> Place {
    let size = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    Place { line: size(row), column: size(column) }
}

/// A cell as a person names it, with what it holds.
pub(super) fn label(sheet: &str, row: u32, column: u32, path: &str) -> String {
    let cell = cell_name(row, column);
    if path.is_empty() { format!("{sheet}!{cell}") } else { format!("{sheet}!{cell} ({path})") }
}

fn cell_name(row: u32, column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    while rest > 0 {
        rest -= 1;
        let digit = u8::try_from(rest % 26).unwrap_or_default();
        letters.push(char::from(b'A' + digit));
        rest /= 26;
    }
    let letters: String = letters.iter().rev().collect();
    format!("{letters}{row}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_as_in_a_spreadsheet() {
        let names = [(1, "A1"), (26, "Z1"), (27, "AA1"), (52, "AZ1"), (53, "BA1"), (703, "AAA1")];
        for (column, name) in names {
            assert_eq!(cell_name(1, column), name);
        }
    }
}
