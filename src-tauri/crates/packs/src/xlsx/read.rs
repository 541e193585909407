//! A workbook as a pack.

use super::cell::{self, Held};
use super::grid::{Grid, grids};
use super::table::{Records, Table, label, place};
use super::{FACT_FIELDS, FACTS, PACK, PACK_FIELDS, PACK_HEADER, REQUIREMENTS, text};
use crate::formats::PackFile;
use crate::plain::{self, FIELDS, Fields, Kind};
use crate::problem::{Problem, Problems};
use crate::schema::check;
use crate::source::{Source, hidden, hidden_text};
use readiness::Text;
use serde_json::Value;
use std::collections::{BTreeMap, HashMap, HashSet};

/// The most mistakes listed.
const MAX_PROBLEMS: usize = 1000;

/// Reads a pack from an XLSX workbook, as [`super::pack_xlsx`] writes it or as a spreadsheet
/// program writes it back. `file` is its name, for the mistakes.
///
/// # Errors
/// Every mistake of the file. `field` is the cell and the path, such as
/// `Requirements!D17 (lead.shortest)`, `line` the row and `column` the column.
pub fn read_pack_xlsx(file: &str, bytes: &[u8]) -> Result<PackFile, Problems> {
    let mut grids: HashMap<&str, Grid> = grids(bytes)
        .map_err(|message| {
            Problems::one(Problem {
                file: file.to_owned(),
                line: 0,
                column: 0,
                field: String::new(),
                message,
            })
        })?
        .into_iter()
        .collect();
    let mut reading = Reading::new(file);
    for name in [PACK, REQUIREMENTS] {
        if !grids.contains_key(name) {
            reading.missing_sheet(name);
        }
    }
    let mut table = Table::default();
    let mut whole = reading.pack(grids.remove(PACK).unwrap_or_default(), &mut table);
    let facts = grids.remove(FACTS).unwrap_or_default();
    let facts = reading.records(FACTS, FACT_FIELDS, facts, &mut table.facts);
    let requirements = grids.remove(REQUIREMENTS).unwrap_or_default();
    let requirements = reading.records(REQUIREMENTS, FIELDS, requirements, &mut table.requirements);
    if let Value::Object(fields) = &mut whole {
        fields.insert("facts".to_owned(), Value::Array(facts));
        fields.insert("requirements".to_owned(), Value::Array(requirements));
    }
    reading.finish(check::<PackFile>(Source::of_cells(file, whole, table)))
}

/// What is read, with the mistakes found so far.
struct Reading<'a> {
    file: &'a str,
    problems: Vec<Problem>,
    /// Cells and sheets that are known to be wrong, by name: what the schema misses in them needs
    /// no second mistake.
    broken: HashSet<String>,
    /// The values of all trees.
    values: usize,
    unlisted: usize,
}

impl<'a> Reading<'a> {
    fn new(file: &'a str) -> Self {
        Self { file, problems: Vec::new(), broken: HashSet::new(), values: 0, unlisted: 0 }
    }

    fn problem(&mut self, sheet: &str, (row, column): (u32, u32), path: &str, message: Text) {
        self.broken.insert(label(sheet, row, column, ""));
        let at = place(row, column);
        let field = label(sheet, row, column, path);
        let file = self.file.to_owned();
        self.list(Problem { file, line: at.line, column: at.column, field, message });
    }

    fn list(&mut self, problem: Problem) {
        if self.problems.len() < MAX_PROBLEMS {
            self.problems.push(problem);
        } else {
            self.unlisted += 1;
        }
    }

    fn missing_sheet(&mut self, name: &str) {
        self.broken.insert(name.to_owned());
        let message = text(
            format!(
                "there is no sheet {name}; needed: {PACK} and {REQUIREMENTS}; allowed: {FACTS}"
            ),
            format!("缺少工作表 {name}；需要 {PACK} 和 {REQUIREMENTS}；可用：{FACTS}"),
        );
        let file = self.file.to_owned();
        self.list(Problem { file, line: 0, column: 0, field: name.to_owned(), message });
    }

    /// The columns by the names in row 1.
    fn header(&mut self, sheet: &str, grid: &mut Grid, known: &[&str]) -> BTreeMap<String, u32> {
        for (row, column, message) in std::mem::take(&mut grid.refused) {
            self.problem(sheet, (row, column), "", message);
        }
        let allowed = known.join(", ");
        let mut columns = BTreeMap::new();
        let header = grid.rows.remove(&1).unwrap_or_default();
        let used: HashSet<u32> = grid.rows.values().flat_map(BTreeMap::keys).copied().collect();
        for (column, held) in &header {
            let at = (1, *column);
            match held {
                Held::Text(name) if known.contains(&name.as_str()) => {
                    if let Some(first) = columns.get(name) {
                        let first = label(sheet, 1, *first, "");
                        let message = text(
                            format!("the column {name} stands already in {first}"),
                            format!("列 {name} 已在 {first} 中"),
                        );
                        self.problem(sheet, at, name, message);
                    } else {
                        columns.insert(name.clone(), *column);
                    }
                }
                // A column that says nothing is no mistake, whatever its name.
                _ if !used.contains(column) => {}
                Held::Text(name) => {
                    let message = hidden(name).map_or_else(
                        || {
                            let name: String = name.chars().take(60).collect();
                            text(
                                format!("there is no field {name:?}; allowed: {allowed}"),
                                format!("没有字段 {name:?}；可用：{allowed}"),
                            )
                        },
                        hidden_text,
                    );
                    self.problem(sheet, at, "", message);
                }
                _ => {
                    let message = text(
                        format!("a column's name must be a text; allowed: {allowed}"),
                        format!("列名必须为文本；可用：{allowed}"),
                    );
                    self.problem(sheet, at, "", message);
                }
            }
        }
        for column in used.iter().filter(|column| !header.contains_key(column)) {
            let message = text(
                format!("the column has no name in row 1; allowed: {allowed}"),
                format!("该列在第 1 行没有列名；可用：{allowed}"),
            );
            self.problem(sheet, (1, *column), "", message);
        }
        columns
    }

    fn value(
        &mut self,
        sheet: &str,
        at: (u32, u32),
        (path, kind): (&str, Kind),
        held: &Held,
    ) -> Option<Value> {
        cell::read(kind, path, held, &mut self.values).unwrap_or_else(|message| {
            self.problem(sheet, at, path, message);
            // Something stands here, so that the schema does not call it missing.
            Some(Value::Null)
        })
    }

    fn pack(&mut self, mut grid: Grid, table: &mut Table) -> Value {
        let columns = self.header(PACK, &mut grid, &PACK_HEADER);
        let [field, value] = PACK_HEADER;
        let allowed = PACK_FIELDS.iter().map(|(path, _)| *path).collect::<Vec<_>>().join(", ");
        if let (None, false) = (columns.get(field), self.broken.contains(PACK)) {
            let message = text(
                format!("row 1 must hold {field} and {value}"),
                format!("第 1 行必须为 {field} 和 {value}"),
            );
            self.problem(PACK, (1, 1), "", message);
        }
        let column = |name: &str| columns.get(name).copied().unwrap_or_default();
        let (field, value) = (column(field), column(value));
        table.value_column = value.max(1);
        let mut fields = Fields::new();
        for (row, cells) in &grid.rows {
            let Some(name) = cells.get(&field) else {
                if cells.contains_key(&value) {
                    let message = text(
                        format!("the row names no field; allowed: {allowed}"),
                        format!("该行没有字段名；可用：{allowed}"),
                    );
                    self.problem(PACK, (*row, field.max(1)), "", message);
                }
                continue;
            };
            let known = PACK_FIELDS
                .iter()
                .find(|(path, _)| matches!(name, Held::Text(name) if name == path));
            let Some((path, kind)) = known else {
                if cells.contains_key(&value) {
                    let message = text(
                        format!("there is no such field; allowed: {allowed}"),
                        format!("没有该字段；可用：{allowed}"),
                    );
                    self.problem(PACK, (*row, field), "", message);
                }
                continue;
            };
            if let Some(first) = table.pack.insert((*path).to_owned(), *row) {
                let message = text(
                    format!("the field {path} stands already in row {first}"),
                    format!("字段 {path} 已在第 {first} 行"),
                );
                self.problem(PACK, (*row, field), path, message);
            }
            if let Some(held) = cells.get(&value)
                && let Some(read) = self.value(PACK, (*row, value), (path, *kind), held)
            {
                fields.insert((*path).to_owned(), read);
            }
        }
        plain::join(&fields)
    }

    fn records(
        &mut self,
        sheet: &str,
        known: &[(&str, Kind)],
        mut grid: Grid,
        records: &mut Records,
    ) -> Vec<Value> {
        let names: Vec<&str> = known.iter().map(|(path, _)| *path).collect();
        records.columns = self.header(sheet, &mut grid, &names);
        let mut ids: HashMap<String, u32> = HashMap::new();
        let mut all = Vec::new();
        for (row, cells) in &grid.rows {
            let mut fields = Fields::new();
            let mut said = false;
            for (path, kind) in known {
                let Some(column) = records.columns.get(*path).copied() else { continue };
                let Some(held) = cells.get(&column) else { continue };
                said = true;
                if let Some(value) = self.value(sheet, (*row, column), (path, *kind), held) {
                    fields.insert((*path).to_owned(), value);
                }
            }
            // Content under unknown names only: that mistake is listed at the name.
            if !said {
                continue;
            }
            if let Some(Value::String(id)) = fields.get("id") {
                if let Some(first) = ids.get(id).copied() {
                    let column = records.columns.get("id").copied().unwrap_or(1);
                    let message = text(
                        format!(
                            "the id {id} in row {row} stands already in row {first}; allowed: each id once"
                        ),
                        format!("第 {row} 行的编号 {id} 已在第 {first} 行；可用：每个编号一次"),
                    );
                    self.problem(sheet, (*row, column), "id", message);
                } else {
                    ids.insert(id.clone(), *row);
                }
            }
            records.rows.push(*row);
            all.push(plain::join(&fields));
        }
        all
    }

    /// The pack, or the mistakes found on the way together with those of the schema.
    fn finish(
        mut self,
        checked: Result<(PackFile, Source), Problems>,
    ) -> Result<PackFile, Problems> {
        match checked {
            Ok((pack, _)) if self.problems.is_empty() => return Ok(pack),
            Ok(_) => {}
            Err(Problems(found)) => {
                for problem in found {
                    let cell = problem.field.split(' ').next().unwrap_or_default();
                    let sheet = cell.split('!').next().unwrap_or_default();
                    if !self.broken.contains(cell) && !self.broken.contains(sheet) {
                        self.list(problem);
                    }
                }
            }
        }
        let order = |problem: &Problem| {
            [PACK, FACTS, REQUIREMENTS].iter().position(|name| problem.field.starts_with(name))
        };
        self.problems.sort_by_key(|problem| (order(problem), problem.line, problem.column));
        if self.unlisted > 0 {
            let more = self.unlisted;
            let message = text(
                format!("{more} more mistakes are not listed"),
                format!("另有 {more} 处错误未列出"),
            );
            let file = self.file.to_owned();
            self.problems.push(Problem { file, line: 0, column: 0, field: String::new(), message });
        }
        Err(Problems(self.problems))
    }
}
