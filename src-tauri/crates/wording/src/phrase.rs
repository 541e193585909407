//! Putting sentences together: lists, joints, and the spaces between Chinese and Latin text.

use readiness::Text;

/// A sentence or part of one. Chinese gets a space where it meets Latin letters or digits and none
/// where it meets Chinese, so that a name or number put into it is set like the rest.
pub(crate) fn said(en: impl Into<String>, zh: impl AsRef<str>) -> Text {
    Text::new(en, spaced(zh.as_ref()))
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3134f}')
}

fn spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut before: Option<char> = None;
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let after = rest.peek().copied();
        if c == ' ' && before.is_some_and(is_han) && after.is_some_and(is_han) {
            continue;
        }
        let meets = before.is_some_and(|last| {
            (is_han(last) && c.is_ascii_alphanumeric())
                || (last.is_ascii_alphanumeric() && is_han(c))
        });
        if meets {
            out.push(' ');
        }
        out.push(c);
        before = Some(c);
    }
    out
}

/// Sentences one after the other. Empty ones are left out.
pub(crate) fn sentences(parts: impl IntoIterator<Item = Text>) -> Text {
    let (mut en, mut zh) = (Vec::new(), String::new());
    for part in parts {
        if !part.en.is_empty() {
            en.push(part.en);
        }
        zh.push_str(&part.zh);
    }
    Text::new(en.join(" "), zh)
}

/// Parts of one sentence, set apart by semicolons.
pub(crate) fn clauses(parts: impl IntoIterator<Item = Text>) -> Text {
    let (en, zh): (Vec<String>, Vec<String>) =
        parts.into_iter().map(|part| (part.en, part.zh)).unzip();
    Text::new(en.join("; "), zh.join("；"))
}

/// A clause as a sentence: capital letter, full stop.
pub(crate) fn sentence(clause: Text) -> Text {
    if clause.en.is_empty() && clause.zh.is_empty() {
        return clause;
    }
    let en = upper_first(clause.en.trim_end());
    let open = |text: &str| !text.ends_with(['.', '?', ':', '。', '？', '：', '；']);
    let en = if open(&en) { format!("{en}.") } else { en };
    let zh = clause.zh;
    let zh = if open(&zh) { format!("{zh}。") } else { zh };
    Text { en, zh }
}

/// `A, B and C`; in Chinese `A、B、C`.
pub(crate) fn and_list(items: &[Text]) -> Text {
    Text::new(listed(items.iter().map(|item| item.en.as_str()), "and"), zh_list(items))
}

/// `A, B or C`; in Chinese `A、B或C`.
pub(crate) fn or_list(items: &[Text]) -> Text {
    let en = listed(items.iter().map(|item| item.en.as_str()), "or");
    let zh = match items {
        [] => String::new(),
        [only] => only.zh.clone(),
        [first @ .., last] => spaced(&format!("{}或{}", zh_list(first), last.zh)),
    };
    Text { en, zh }
}

fn zh_list(items: &[Text]) -> String {
    items.iter().map(|item| item.zh.as_str()).collect::<Vec<_>>().join("、")
}

fn listed<'a>(items: impl Iterator<Item = &'a str>, last_joint: &str) -> String {
    let items: Vec<&str> = items.collect();
    match items.as_slice() {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} {last_joint} {last}", first.join(", ")),
    }
}

/// Names and codes that read the same in both languages.
pub(crate) fn same_all(names: &[String]) -> Vec<Text> {
    names.iter().map(Text::same).collect()
}

/// The text with a capital letter in front.
pub(crate) fn upper_first(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + chars.as_str())
}

/// Names that keep their capital letter inside a sentence.
const PROPER: [&str; 9] = [
    "Chinese",
    "China",
    "European",
    "German",
    "Incoterm",
    "Incoterms",
    "Sinosure",
    "Union",
    "Wassenaar",
];

/// A title as it stands inside a sentence: its first letter small, unless it is a name or an
/// abbreviation.
pub(crate) fn lower_first(title: &str) -> String {
    let word = title.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let plain = word.len() > 1 && word.chars().skip(1).all(char::is_lowercase);
    let mut chars = title.chars();
    match chars.next() {
        Some(first) if plain && !PROPER.contains(&word) => {
            first.to_lowercase().collect::<String>() + chars.as_str()
        }
        _ => title.to_owned(),
    }
}

/// Whether an English title names several things, as far as its spelling tells.
pub(crate) fn is_plural(title: &str) -> bool {
    let head = [" of ", " for ", " in ", " to ", " on ", " with ", " from "]
        .iter()
        .filter_map(|joint| title.find(joint))
        .min()
        .map_or(title, |end| &title[..end]);
    head.ends_with('s') && !["ss", "us", "is"].iter().any(|end| head.ends_with(end))
}

/// A document's title as the subject of a sentence: `The machinery declaration`. A title that does
/// not take an article and a verb well is left to the heading above.
pub(crate) fn subject(title: &Text) -> Text {
    let en = title.en.trim();
    let odd = en.chars().count() > 60
        || en.contains([',', ';', ':'])
        || [" and ", " is ", " or "].iter().any(|joint| en.contains(joint))
        || ["The ", "A ", "An "].iter().any(|article| en.starts_with(article))
        || is_plural(en);
    let en =
        if odd { "The document on file".to_owned() } else { format!("The {}", lower_first(en)) };
    Text::new(en, title.zh.clone())
}

/// An instruction with its date: `Renew it; start by 3 Jan.`
pub(crate) fn dated(action: &Text, clause: &Text) -> Text {
    let en = action.en.trim().trim_end_matches('.');
    let zh = action.zh.trim().trim_end_matches('。');
    if clause.en.is_empty() {
        return sentence(Text::new(en, zh));
    }
    let en = if en.contains(';') || en.contains(". ") {
        format!("{en}. {}.", upper_first(&clause.en))
    } else {
        format!("{en}; {}.", clause.en)
    };
    let joint = if zh.contains(['；', '。']) { '。' } else { '；' };
    Text::new(en, format!("{zh}{joint}{}。", clause.zh))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_meets_latin_with_a_space() {
        assert_eq!(said("", "覆盖GMC-4030，共3台").zh, "覆盖 GMC-4030，共 3 台");
        assert_eq!(said("", "（FAT）工厂验收").zh, "（FAT）工厂验收");
        assert_eq!(said("", "应为 甲公司").zh, "应为甲公司");
    }

    #[test]
    fn lists_read_in_both_languages() {
        let items = same_all(&["A".to_owned(), "B".to_owned(), "C".to_owned()]);
        assert_eq!(and_list(&items), Text::new("A, B and C", "A、B、C"));
        assert_eq!(or_list(&items), Text::new("A, B or C", "A、B 或 C"));
        assert_eq!(or_list(&items[..1]), Text::same("A"));
    }

    #[test]
    fn titles_keep_their_names_and_abbreviations() {
        assert_eq!(lower_first("Machinery declaration"), "machinery declaration");
        assert_eq!(lower_first("EMC report"), "EMC report");
        assert_eq!(lower_first("Sinosure policy"), "Sinosure policy");
        assert!(is_plural("Declarations of bought-in parts"));
        assert!(!is_plural("Photo of the plates"));
        assert!(!is_plural("AEO status"));
    }

    #[test]
    fn a_title_that_makes_a_bad_subject_is_left_out() {
        let subject_of = |title: &str| subject(&Text::same(title)).en;
        assert_eq!(subject_of("Risk assessment to ISO 12100"), "The risk assessment to ISO 12100");
        assert_eq!(subject_of("Motors, drives, transformers"), "The document on file");
        assert_eq!(subject_of("Batteries"), "The document on file");
    }

    #[test]
    fn the_date_follows_the_instruction() {
        let action = Text::new("Renew it.", "办理续期。");
        let clause = Text::new("start by 3 Jan", "01-03 前启动");
        assert_eq!(
            dated(&action, &clause),
            Text::new("Renew it; start by 3 Jan.", "办理续期；01-03 前启动。")
        );
        let two = Text::new("Stop; look.", "暂停；核对。");
        assert_eq!(dated(&two, &clause).en, "Stop; look. Start by 3 Jan.");
    }
}
