//! The search: everything that has the words is found, and nothing else; the index is never a
//! reason to lose anything.

use crate::support::{AT, Place, open, stage};
use serde_json::json;
use std::collections::BTreeSet;
use std::fs;
use store::{Error, EvidenceFileRow, FileTextRow, SearchEntry, SearchQuery, Subject, Workspace};

fn entry(kind: Subject, id: &str, title: (&str, &str), text: &str) -> SearchEntry {
    SearchEntry {
        kind,
        id: id.to_owned(),
        part: String::new(),
        shipment: None,
        title_en: title.0.to_owned(),
        title_zh: title.1.to_owned(),
        text: text.to_owned(),
    }
}

fn query(text: &str) -> SearchQuery {
    SearchQuery { text: text.to_owned(), kinds: None, limit: 100_000, offset: 0 }
}

fn found(workspace: &Workspace, text: &str) -> Vec<String> {
    let results = workspace.search(&query(text)).unwrap();
    results.hits.into_iter().map(|hit| hit.id).collect()
}

/// A small generator: the same texts at every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % u64::try_from(sides).unwrap()).unwrap()
    }
}

const CHINESE: &str = "数控机床龙门加工中心检测报告证书合格质量管理体系认证有限公司出口许可两用物项精度定位主轴刀库青岛崂山发票装箱单提单毛重净重原产地声明符合性安全手册培训验收安装调试";
const ENGLISH: [&str; 40] = [
    "machine",
    "machining",
    "centre",
    "gantry",
    "certificate",
    "certified",
    "quality",
    "report",
    "test",
    "tested",
    "declaration",
    "conformity",
    "spindle",
    "accuracy",
    "export",
    "licence",
    "Präzision",
    "Prüfung",
    "straße",
    "LM-MT650",
    "GB-G4022",
    "2006/42/EC",
    "ISO",
    "9001:2015",
    "EN",
    "60204-1",
    "invoice",
    "packing",
    "list",
    "weight",
    "gross",
    "net",
    "origin",
    "China",
    "Qingdao",
    "Hamburg",
    "Ltd.",
    "manual",
    "safety",
    "training",
];

fn text(dice: &mut Dice) -> String {
    let characters: Vec<char> = CHINESE.chars().collect();
    let mut text = String::new();
    for _ in 0..12 + dice.roll(25) {
        match dice.roll(3) {
            0 => {
                text.push_str(ENGLISH[dice.roll(ENGLISH.len())]);
                text.push(' ');
            }
            1 => {
                let start = dice.roll(characters.len() - 8);
                text.extend(&characters[start..start + 2 + dice.roll(6)]);
                text.push_str(["，", "。", " ", "\n", ""][dice.roll(5)]);
            }
            _ => {
                for _ in 0..1 + dice.roll(4) {
                    text.push(characters[dice.roll(characters.len())]);
                }
                text.push_str(["；", "", " 2026 "][dice.roll(3)]);
            }
        }
    }
    text
}

/// Stands for Chinese among other words.
const BETWEEN: char = '|';

/// As somebody would find it by reading: Chinese wherever it stands, spaces within it aside;
/// other words by their beginning, letters and digits also apart.
fn plain(text: &str) -> (String, Vec<String>) {
    let folded: String = text
        .to_lowercase()
        .chars()
        .flat_map(|c| match c {
            'ä' => vec!['a'],
            'ü' => vec!['u'],
            'ß' => vec!['s', 's'],
            other => vec![other],
        })
        .collect();
    let is_chinese = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    let mut chinese = String::new();
    for c in folded.chars() {
        if is_chinese(c) {
            chinese.push(c);
        } else if !c.is_whitespace() && !chinese.ends_with('|') {
            chinese.push('|');
        }
    }
    // What stands between two words keeps them from standing side by side.
    let words = folded
        .chars()
        .flat_map(|c| if is_chinese(c) { vec![' ', BETWEEN, ' '] } else { vec![c] })
        .collect::<String>()
        .split(|c: char| c != BETWEEN && !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    (chinese, words)
}

/// Letters and digits of each word apart, side by side.
fn apart(words: &[String]) -> Vec<String> {
    let mut apart: Vec<String> = Vec::new();
    for word in words {
        let mut last = None;
        for c in word.chars() {
            if last == Some(c.is_numeric()) {
                apart.last_mut().unwrap().push(c);
            } else {
                apart.push(c.to_string());
            }
            last = Some(c.is_numeric());
        }
    }
    apart
}

/// Whether a word that was asked for stands among those of a text.
fn stands(words: &[String], wanted: &str) -> bool {
    let parts = apart(&[wanted.to_owned()]);
    let (last, whole) = parts.split_last().unwrap();
    words.iter().any(|word| word.starts_with(wanted))
        || apart(words).windows(parts.len()).any(|side_by_side| {
            side_by_side[..whole.len()] == *whole && side_by_side[whole.len()].starts_with(last)
        })
}

#[test]
fn of_50_000_texts_exactly_those_with_the_words_are_found() {
    let mut dice = Dice(2026);
    let texts: Vec<String> = (0..50_000).map(|_| text(&mut dice)).collect();
    let mut place = Place::new();
    for (number, part) in texts.chunks(5_000).enumerate() {
        let entries: Vec<SearchEntry> = part
            .iter()
            .enumerate()
            .map(|(index, text)| {
                entry(Subject::File, &(number * 5_000 + index).to_string(), ("", ""), text)
            })
            .collect();
        place.workspace.index(&entries).unwrap();
    }
    let scanned: Vec<(String, Vec<String>)> = texts.iter().map(|text| plain(text)).collect();
    let characters: Vec<char> = CHINESE.chars().collect();
    let mut asked: Vec<String> = Vec::new();
    for _ in 0..24 {
        let start = dice.roll(characters.len() - 6);
        for length in [2, 3, 5] {
            asked.push(characters[start..start + length].iter().collect());
        }
        // Words that few texts have.
        asked.push((0..2).map(|_| characters[dice.roll(characters.len())]).collect());
    }
    for word in [
        "machin",
        "certif",
        "certificate",
        "test",
        "prufung",
        "STRASSE",
        "mt650",
        "9001",
        "iso9001",
        "mt",
    ] {
        asked.push(word.to_owned());
        asked.push(format!("{word} 证书"));
        asked.push(format!("机床 {word} report"));
    }
    asked.extend(["床", "Z", "2026", "机床 证书 许可"].map(str::to_owned));
    let mut hits = 0;
    for query in &asked {
        let expected: BTreeSet<String> = scanned
            .iter()
            .enumerate()
            .filter(|(_, (chinese, words))| {
                query.split(' ').all(|part| {
                    let (own, own_words) = plain(part);
                    let own = own.trim_matches('|');
                    (own.is_empty() || chinese.contains(own))
                        && own_words.iter().all(|own| own.contains(BETWEEN) || stands(words, own))
                })
            })
            .map(|(index, _)| index.to_string())
            .collect();
        let found: BTreeSet<String> = found(&place.workspace, query).into_iter().collect();
        assert_eq!(found, expected, "{query:?}: {} found, {} there", found.len(), expected.len());
        hits += found.len();
    }
    assert!(hits > 50_000, "the queries find something: {hits}");
}

#[test]
fn the_title_and_the_whole_word_come_first() {
    let mut place = Place::new();
    let entries = [
        entry(Subject::Evidence, "longer", ("", ""), "testing of machines and further testing"),
        entry(Subject::Evidence, "whole", ("", ""), "a test of machines and nothing more"),
        entry(Subject::Evidence, "title", ("Test report", "检测报告"), "of a machine"),
    ];
    place.workspace.index(&entries).unwrap();
    assert_eq!(found(&place.workspace, "test"), ["title", "whole", "longer"]);
    assert_eq!(found(&place.workspace, "检测"), ["title"]);
    let only = SearchQuery { kinds: Some(vec![Subject::Shipment]), ..query("test") };
    assert_eq!(place.workspace.search(&only).unwrap().hits, []);
    let first = SearchQuery { limit: 1, ..query("test") };
    let first = place.workspace.search(&first).unwrap();
    assert!(first.more && first.hits.len() == 1);
}

#[test]
fn an_entry_is_replaced_and_removed_whole() {
    let mut place = Place::new();
    place.workspace.index(&[entry(Subject::Note, "n", ("", ""), "旧的理由")]).unwrap();
    place.workspace.index(&[entry(Subject::Note, "n", ("", ""), "新的理由")]).unwrap();
    assert_eq!(found(&place.workspace, "旧的"), [""; 0]);
    assert_eq!(found(&place.workspace, "理由"), ["n"]);
    place.workspace.unindex(Subject::Note, "n").unwrap();
    assert_eq!(found(&place.workspace, "理由"), [""; 0]);
}

/// Whatever is typed is words, never a command to the index.
#[test]
fn signs_mean_nothing() {
    let mut place = Place::new();
    place.workspace.index(&[entry(Subject::Note, "n", ("", ""), "near and or not 机床")]).unwrap();
    for typed in [
        "\"",
        "*",
        "^near",
        "NEAR(a b)",
        "-near",
        "near AND",
        "a OR b",
        "title:near",
        "(",
        "))",
        "\0",
        "near\0and",
        "机床\"*",
        "'; DROP TABLE entry; --",
        "{near}",
        "near + and",
        "🙂",
        "\u{feff}",
        "،",
        "🙂机床",
    ] {
        place.workspace.search(&query(typed)).unwrap();
    }
    assert_eq!(found(&place.workspace, "NEAR \"机床\"*"), ["n"]);
    let long = "机床 near ".repeat(5_000);
    assert_eq!(found(&place.workspace, &long), ["n"]);
}

#[test]
fn texts_of_files_are_kept_and_missing_ones_named() {
    let mut place = Place::new();
    let staged = stage(&place.workspace, b"a certificate");
    place
        .run("attach", |write| {
            write.insert_evidence(&crate::support::evidence("e1"))?;
            write.add_file(&staged, AT)?;
            write.insert_evidence_file(&EvidenceFileRow {
                evidence_id: "e1".to_owned(),
                position: 0,
                sha256: staged.sha256.clone(),
                name: "c.pdf".to_owned(),
                original_path: None,
            })
        })
        .unwrap();
    let missing = place.workspace.files_without_text().unwrap();
    assert_eq!(missing[0].sha256, staged.sha256);
    let row = FileTextRow {
        sha256: staged.sha256.clone(),
        status: "read".to_owned(),
        pages: Some(2),
        data: json!({ "text": "证书" }),
        read_at: AT.to_owned(),
    };
    place.workspace.put_file_text(&row).unwrap();
    let place = place.reopen();
    assert_eq!(place.workspace.file_text(&staged.sha256).unwrap(), Some(row));
    assert_eq!(place.workspace.files_without_text().unwrap(), []);
}

/// Lost, damaged or of another version: it is made anew, and the workspace opens.
#[test]
fn a_spoilt_index_is_made_anew() {
    let mut place = Place::new();
    place.run("a change", |write| write.put_setting("zone", &json!("CN"))).unwrap();
    place.workspace.index(&[entry(Subject::Note, "n", ("", ""), "机床")]).unwrap();
    let last = place.workspace.read().last_journal_id().unwrap();
    place.workspace.set_indexed_through(last).unwrap();
    let Place { folder, workspace } = place;
    drop(workspace);
    let path = folder.path().join("index.db");
    let sound = fs::read(&path).unwrap();
    let mut spoilt = sound.clone();
    spoilt[..4_096].fill(0x5a);
    let half = sound[..sound.len() / 2].to_vec();
    for content in [spoilt, Vec::new(), b"no database".to_vec(), half] {
        for ending in ["index.db-wal", "index.db-shm"] {
            drop(fs::remove_file(folder.path().join(ending)));
        }
        fs::write(&path, &content).unwrap();
        let mut workspace = open(folder.path()).unwrap();
        assert_eq!(workspace.indexed_through().unwrap(), None, "it says that it is new");
        assert_eq!(found(&workspace, "机床"), [""; 0]);
        workspace.index(&[entry(Subject::Note, "n", ("", ""), "机床")]).unwrap();
        assert_eq!(found(&workspace, "机床"), ["n"]);
        let setting = workspace.read().setting::<serde_json::Value>("zone").unwrap();
        assert_eq!(setting, Some(json!("CN")));
    }
    fs::write(&path, &sound).unwrap();
    let workspace = open(folder.path()).unwrap();
    assert_eq!(workspace.indexed_through().unwrap(), Some(last));
}

#[test]
fn what_lies_in_the_bin_can_be_put_back_by_undo() {
    let mut place = Place::new();
    place.run("new", |write| write.insert_evidence(&crate::support::evidence("e1"))).unwrap();
    let row = store::BinRow {
        evidence_id: "e1".to_owned(),
        removed_at: AT.to_owned(),
        keep_until: "2027-02-22".parse().unwrap(),
    };
    place.run("remove", |write| write.put_in_bin(&row)).unwrap();
    assert_eq!(place.workspace.read().bin().unwrap(), [row]);
    place.workspace.undo(AT, "Li Wei").unwrap();
    assert_eq!(place.workspace.read().bin().unwrap(), []);
    place.workspace.redo(AT, "Li Wei").unwrap();
    place.run("delete", |write| write.delete_evidence("e1")).unwrap();
    assert_eq!(place.workspace.read().bin().unwrap(), [], "with its evidence");
    place.workspace.undo(AT, "Li Wei").unwrap();
    assert_eq!(place.workspace.read().bin().unwrap().len(), 1);
    let none = place.run("take", |write| write.take_from_bin("e2"));
    assert!(matches!(none, Err(Error::NotFound { .. })), "{none:?}");
}
