//! Packs go out and come back without loss.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use packs::{PackFile, builtin_files, pack_json, pack_yaml, parse, yaml};
use proptest::prelude::*;
use serde_json::Value;

fn builtin() -> Vec<PackFile> {
    builtin_files()
        .packs
        .iter()
        .map(|file| parse::<PackFile>(file.name, file.text).unwrap().0)
        .collect()
}

#[test]
fn every_pack_survives_yaml_and_json() {
    for pack in builtin() {
        let text = pack_yaml(&pack).unwrap();
        let (again, _) = parse::<PackFile>("again.yaml", &text).unwrap();
        assert_eq!(again, pack, "{} by YAML", pack.id);
        assert_eq!(pack_yaml(&again).unwrap(), text, "{}: written the same again", pack.id);
        let (again, _) = parse::<PackFile>("again.json", &pack_json(&pack).unwrap()).unwrap();
        assert_eq!(again, pack, "{} by JSON", pack.id);
    }
}

proptest! {
    /// Whatever a text looks like, it comes back as that text: numbers, dates, booleans, quotes,
    /// several lines, blanks at either end.
    #[test]
    fn any_text_survives_yaml(text in "([ -~\\n\\t中文µ：“”]|true|null|0x1f|1e3|2026-11-24|8457\\.10|~|- |: |# ){0,12}") {
        let value = serde_json::json!({ "list": [text.clone()], "field": text.clone() });
        let written = yaml(&value).unwrap();
        let read = packs::read("f.yaml", &written).map_err(|problem| {
            TestCaseError::fail(format!("{problem}\n{written}"))
        })?;
        prop_assert_eq!(&read.value["field"], &Value::from(text.clone()), "{}", written);
        prop_assert_eq!(&read.value["list"][0], &Value::from(text), "{}", written);
    }
}
