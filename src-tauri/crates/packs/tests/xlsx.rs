//! Packs go out as workbooks and come back without loss, edited by other programs or not.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use calamine::{Data, Reader, Xlsx};
use packs::{PackFile, Problems, builtin_files, pack_xlsx, parse, read_pack_xlsx};
use proptest::prelude::*;
use readiness::{DocumentType, JudgedPer, Text};
use rust_xlsxwriter::{Format, Formula, Workbook};
use std::io::Cursor;

fn own() -> PackFile {
    parse::<PackFile>("own.yaml", include_str!("own.yaml")).unwrap().0
}

fn round(pack: &PackFile) -> Result<PackFile, Problems> {
    read_pack_xlsx("pack.xlsx", &pack_xlsx(pack).unwrap())
}

/// A workbook as rows of cells, to be edited as another program would.
struct Book(Vec<(String, Vec<Vec<Data>>)>);

impl Book {
    fn of(pack: &PackFile) -> Self {
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(pack_xlsx(pack).unwrap())).unwrap();
        let names = book.sheet_names();
        Self(
            names
                .into_iter()
                .map(|name| {
                    let range = book.worksheet_range(&name).unwrap();
                    let rows = range.rows().map(<[Data]>::to_vec).collect();
                    (name, rows)
                })
                .collect(),
        )
    }

    fn rows(&mut self, sheet: &str) -> &mut Vec<Vec<Data>> {
        &mut self.0.iter_mut().find(|(name, _)| name == sheet).unwrap().1
    }

    fn column(&mut self, sheet: &str, path: &str) -> usize {
        let header = &self.rows(sheet)[0];
        header.iter().position(|cell| cell == &Data::String(path.to_owned())).unwrap()
    }

    /// Sets a cell of a record, counted from 1 as its row is from 2.
    fn set(&mut self, sheet: &str, record: usize, path: &str, value: Data) {
        let column = self.column(sheet, path);
        self.rows(sheet)[record][column] = value;
    }

    fn text(&mut self, record: usize, path: &str, value: &str) {
        self.set("Requirements", record, path, Data::String(value.to_owned()));
    }

    fn bytes(&self) -> Vec<u8> {
        let mut book = Workbook::new();
        let date = Format::new().set_num_format("yyyy-mm-dd");
        for (name, rows) in &self.0 {
            let sheet = book.add_worksheet().set_name(name).unwrap();
            for (row, cells) in (0..).zip(rows) {
                for (column, cell) in (0..).zip(cells) {
                    match cell {
                        Data::Empty => continue,
                        Data::String(text) if text.starts_with("FORMULA ") => {
                            let formula = Formula::new(&text[8..]).set_result("own-record");
                            sheet.write_formula(row, column, formula).unwrap()
                        }
                        Data::String(text) => sheet.write_string(row, column, text).unwrap(),
                        Data::Float(number) => sheet.write_number(row, column, *number).unwrap(),
                        Data::Bool(yes) => sheet.write_boolean(row, column, *yes).unwrap(),
                        Data::DateTime(day) => sheet
                            .write_number_with_format(row, column, day.as_f64(), &date)
                            .unwrap(),
                        other => unreachable!("{other:?}"),
                    };
                }
            }
        }
        book.save_to_buffer().unwrap()
    }

    fn read(&self) -> Result<PackFile, Problems> {
        read_pack_xlsx("edited.xlsx", &self.bytes())
    }
}

/// Mistakes as `field: message`.
fn told(read: Result<PackFile, Problems>) -> Vec<String> {
    let Problems(problems) = read.unwrap_err();
    assert!(problems.iter().all(|problem| !problem.message.zh.is_empty()));
    problems.iter().map(|problem| format!("{}: {}", problem.field, problem.message.en)).collect()
}

#[test]
fn every_pack_survives_and_the_same_pack_makes_the_same_bytes() {
    for file in builtin_files().packs {
        let pack = parse::<PackFile>(file.name, file.text).unwrap().0;
        let bytes = pack_xlsx(&pack).unwrap();
        assert_eq!(read_pack_xlsx("again.xlsx", &bytes).unwrap(), pack, "{}", pack.id);
        assert!(pack_xlsx(&pack).unwrap() == bytes, "{}: the same bytes", pack.id);
        assert_eq!(Book::of(&pack).read().unwrap(), pack, "{}: by another program", pack.id);
    }
}

#[test]
fn odd_texts_survive() {
    let long = "长".repeat(3999);
    for odd in [
        " blanks ",
        "\n\ttabs\n",
        "a\r\nb\rc",
        "=1+1",
        "'0",
        "0123",
        "true",
        "2026-11-24",
        "1e9",
        "_x000D_",
        "_x005F_",
        "<r>x</r>",
        "<r>_x0041_</r>",
        "<b>&amp;</b>",
        "\"",
        "\"\"",
        "]]>",
        "@SUM(A1)",
        "+1",
        "-",
        "NaN",
        "#REF!",
        "\u{a0}nbsp\u{a0}",
        "\u{fffe}",
        &long,
    ] {
        let mut pack = own();
        let first = &mut pack.requirements[0];
        first.title = Text::new(odd, odd);
        first.verification.source = Some(odd.chars().take(600).collect());
        first.evidence.accepts =
            vec![DocumentType(odd.chars().take(200).collect()), DocumentType("plain".into())];
        first.evidence.shows = Some(Text::new("x", odd));
        pack.about = Text::new(odd, "中文");
        pack.facts[0].question = Text::new(odd, "问");
        assert_eq!(round(&pack).unwrap(), pack, "{odd:?}");
    }
}

#[test]
fn an_empty_text_is_not_a_text_left_out() {
    let mut pack = own();
    pack.requirements[0].verification.source = Some(String::new());
    assert_eq!(round(&pack).unwrap(), pack);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    /// Whatever a text looks like, it comes back as that text, in texts, lists and conditions.
    #[test]
    fn any_text_survives(text in "([ -~\\n\\r\\t中文µ：“”😀]|true|null|0x1f|_x000D_|1e3|2026-11-24|- |: |# |<r>|</r>|\r\n|\"\"){1,12}") {
        let mut pack = own();
        let first = &mut pack.requirements[0];
        first.rule = Text::new(text.clone(), text.clone());
        first.verification.source = Some(text.clone());
        first.evidence.accepts = vec![DocumentType(text.clone()), DocumentType(format!("{text}x"))];
        first.when = Some(serde_json::from_value(serde_json::json!({
            "all": [{"fact": "own-mass", "is": text}, {"fact": "own-mass", "in": [text, "b"]}]
        })).unwrap());
        let again = round(&pack).map_err(|problems| TestCaseError::fail(problems.to_string()))?;
        prop_assert_eq!(again, pack);
    }
}

#[test]
fn a_text_that_no_cell_holds_is_refused_by_name() {
    let mut pack = own();
    pack.requirements[0].rule.zh = "长".repeat(32_768);
    let refused = pack_xlsx(&pack).unwrap_err();
    for named in ["own-record", "rule.zh", "32768"] {
        assert!(refused.en.contains(named) && refused.zh.contains(named), "{refused:?}");
    }
}

#[test]
fn what_a_spreadsheet_program_makes_of_cells_is_taken() {
    let mut book = Book::of(&own());
    let day = calamine::ExcelDateTime::new(46_350.0, calamine::ExcelDateTimeType::DateTime, false);
    book.set("Requirements", 1, "lead.shortest", Data::Float(12.0));
    book.text(1, "lead.longest", "30");
    book.set("Requirements", 1, "per_shipment", Data::Bool(true));
    book.set("Requirements", 1, "internal", Data::Bool(true));
    book.text(1, "evidence.filing", "是");
    book.text(1, "evidence.none", "否");
    book.set("Requirements", 1, "evidence.local_language", Data::Bool(false));
    book.set("Requirements", 1, "verification.checked_on", Data::DateTime(day));
    book.text(1, "effective.from", "2026-01-02");
    book.text(1, "effective.judged_at", "fat");
    book.text(1, "evidence.accepts", "one\r\ntwo\n\n");
    let pack = book.read().unwrap();
    let first = &pack.requirements[0];
    assert_eq!((first.lead.shortest, first.lead.longest), (12, 30));
    assert!(first.per_shipment && first.internal && first.evidence.filing);
    assert!(!first.evidence.none && !first.evidence.local_language);
    assert_eq!(first.verification.checked_on.unwrap().to_string(), "2026-11-24");
    assert_eq!(first.effective.as_ref().unwrap().from.unwrap().to_string(), "2026-01-02");
    assert_eq!(first.evidence.accepts, ["one".into(), "two".into()]);
}

#[test]
fn moved_columns_and_sheets_and_new_rows_are_taken() {
    let mut book = Book::of(&own());
    for row in book.rows("Requirements") {
        row.reverse();
        row.insert(0, Data::Empty);
    }
    let mut added = book.rows("Requirements")[1].clone();
    book.rows("Requirements").push(vec![]);
    let id = book.column("Requirements", "id");
    added[id] = Data::String("own-second".to_owned());
    book.rows("Requirements").push(added);
    let per = book.column("Requirements", "per");
    book.rows("Requirements")[3][per] = Data::String("consignment".to_owned());
    book.rows("Pack").swap(1, 4);
    book.rows("Pack").push(vec![Data::String("my own note".to_owned())]);
    book.0.reverse();
    book.0.insert(0, ("Notes".to_owned(), vec![vec![Data::String("FORMULA 1+1".to_owned())]]));
    let pack = book.read().unwrap();
    let mut expected = own();
    expected.requirements.push(expected.requirements[0].clone());
    expected.requirements[1].id = "own-second".into();
    expected.requirements[1].per = JudgedPer::Consignment;
    assert_eq!(pack, expected);
}

#[test]
fn every_rejected_cell_is_listed_with_sheet_cell_reason_and_allowed_values() {
    let mut book = Book::of(&own());
    let copy = book.rows("Requirements")[1].clone();
    book.rows("Requirements").push(copy);
    book.text(1, "severity", "dreadful");
    book.set("Requirements", 1, "lead.shortest", Data::Float(1.5));
    book.set("Requirements", 1, "lead.longest", Data::Float(1e300));
    book.set("Requirements", 1, "days_before", Data::Float(9999.0));
    book.text(1, "per_shipment", "perhaps");
    book.text(1, "effective.from", "2026-02-31");
    book.text(1, "when", "all: [a\nb: ]");
    book.text(1, "must", "fact: own-mass\nabove: [1]");
    book.set("Requirements", 1, "title.en", Data::Float(123.0));
    book.text(1, "rule.en", "a\u{202e}b");
    book.text(1, "reference.en", "FORMULA 1+1");
    book.text(1, "reference.zh", "");
    book.text(1, "evidence.holder", "makers");
    book.text(1, "after", "x \ny");
    book.rows("Requirements")[0].push(Data::String("lead.fastest".to_owned()));
    book.rows("Requirements")[1].push(Data::String("x".to_owned()));
    book.set("Facts", 2, "kind", Data::String("decimals".to_owned()));
    book.rows("Pack")[3][1] = Data::String("one".to_owned());
    insta::assert_snapshot!(told(book.read()).join("\n"));
}

#[test]
fn what_is_missing_is_said_at_its_place() {
    let mut book = Book::of(&own());
    book.0.retain(|(name, _)| name != "Pack");
    let column = book.column("Requirements", "severity");
    for row in book.rows("Requirements") {
        row.remove(column);
    }
    insta::assert_snapshot!(told(book.read()).join("\n"));
    let lines = told(read_pack_xlsx("empty.xlsx", &Workbook::new().save_to_buffer().unwrap()));
    assert_eq!(lines.len(), 2, "{lines:?}");
}
