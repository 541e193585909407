//! Normalisation before names and marks are compared.
//!
//! Unicode NFKD without marks, `Ł→L ß→SS Đ→D`, upper case, punctuation and spaces collapsed,
//! company forms unified. Two names that differ only so are the same name. Full-width letters and
//! punctuation become plain ones; between Chinese characters no space counts.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Company forms written in several ways, longest first; the last column wins.
const FORMS: [(&str, &str); 19] = [
    ("GESELLSCHAFT MIT BESCHRANKTER HAFTUNG", "GMBH"),
    ("SPOLKA Z OGRANICZONA ODPOWIEDZIALNOSCIA", "SPZOO"),
    ("LIMITED LIABILITY COMPANY", "LLC"),
    ("JOINT STOCK COMPANY", "JSC"),
    ("JOINT STOCK CO", "JSC"),
    ("COMPANY LIMITED", "CO LTD"),
    ("COMPANY LTD", "CO LTD"),
    ("GESELLSCHAFT MBH", "GMBH"),
    ("GESELLSCHAFT M B H", "GMBH"),
    ("CO LIMITED", "CO LTD"),
    ("SP Z O O", "SPZOO"),
    ("PTE LTD", "PTELTD"),
    ("G M B H", "GMBH"),
    ("J S C", "JSC"),
    ("L L C", "LLC"),
    ("CORPORATION", "CORP"),
    ("INCORPORATED", "INC"),
    ("LIMITED", "LTD"),
    ("COMPANY", "CO"),
];

/// Chinese company forms of one meaning.
const CHINESE_FORMS: [(&str, &str); 1] = [("有限责任公司", "有限公司")];

fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Leaves out the spaces between two Chinese characters: they are a matter of layout.
fn closed_up(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let between = c == ' '
            && out.chars().next_back().is_some_and(is_chinese)
            && rest.peek().copied().is_some_and(is_chinese);
        if !between {
            out.push(c);
        }
    }
    out
}

/// The text as compared.
#[must_use]
pub fn normalised(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)) {
        match c {
            'Ł' | 'ł' => out.push('L'),
            // The Icelandic letter is often typed for the Vietnamese one.
            'Đ' | 'đ' | 'Ð' | 'ð' => out.push('D'),
            'Ø' | 'ø' => out.push('O'),
            'ß' | 'ẞ' => out.push_str("SS"),
            c if c.is_alphanumeric() => out.extend(c.to_uppercase()),
            _ => out.push(' '),
        }
    }
    let words = out.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut padded = format!(" {} ", closed_up(&words));
    for (from, to) in FORMS {
        padded = padded.replace(&format!(" {from} "), &format!(" {to} "));
    }
    for (from, to) in CHINESE_FORMS {
        padded = padded.replace(from, to);
    }
    padded.trim().to_owned()
}

/// A code with everything but letters and digits removed, in upper case.
#[must_use]
pub fn code(text: &str) -> String {
    text.nfkc().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}

/// A number of a package, a model, a contract and the like: as [`code`], but digits that a sign or
/// space parts stay apart, since `1-11` and `11-1` are two packages.
#[must_use]
pub fn number(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut parted = false;
    for c in text.nfkc() {
        if !c.is_alphanumeric() {
            parted = true;
            continue;
        }
        let after_digit = out.chars().next_back().is_some_and(|last| last.is_numeric());
        if parted && after_digit && c.is_numeric() {
            out.push('-');
        }
        out.extend(c.to_uppercase());
        parted = false;
    }
    out
}

/// Whether two names are the same after normalising.
#[must_use]
pub fn same_name(a: &str, b: &str) -> bool {
    normalised(a) == normalised(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_of_company_forms_does_not_matter() {
        for (a, b) in [
            ("Laoshan Meridian Machine Tool Co., Ltd.", "LAOSHAN MERIDIAN MACHINE TOOL CO LTD"),
            (
                "Laoshan Meridian Machine Tool Company Limited",
                "Laoshan Meridian Machine Tool Co.,Ltd",
            ),
            ("Elbufer Präzisionsteile GmbH", "ELBUFER PRAZISIONSTEILE G.m.b.H."),
            ("Łódź Straße", "LODZ STRASSE"),
            ("Song Cam Heavy Parts JSC", "Song Cam Heavy Parts Joint Stock Company"),
            ("Song Cam Heavy Parts JSC", "Song Cam Heavy Parts Joint-Stock Co."),
            ("Meridian Company", "Meridian Co."),
            ("Ｍｅｒｉｄｉａｎ　Ｃｏ．，Ｌｔｄ．", "Meridian Co., Ltd."),
        ] {
            assert!(same_name(a, b), "{a:?} {} / {b:?} {}", normalised(a), normalised(b));
        }
    }

    #[test]
    fn chinese_names_do_not_hang_on_spaces_width_or_the_long_form() {
        for (a, b) in [
            ("崂山子午机床（青岛）有限公司", "崂山子午机床(青岛)有限公司"),
            ("崂山子午机床 有限公司", "崂山子午机床有限公司"),
            ("崂山子午机床有限责任公司", "崂山子午机床有限公司"),
        ] {
            assert!(same_name(a, b), "{a:?} {} / {b:?} {}", normalised(a), normalised(b));
        }
        assert!(!same_name("崂山子午机床股份有限公司", "崂山子午机床有限公司"));
    }

    #[test]
    fn numbers_keep_their_parts() {
        assert_eq!(number("LM MT650"), number("lm-mt650"));
        assert_eq!(number("C-26/1"), number("C 26-1"));
        assert_ne!(number("1-11"), number("11-1"));
        assert_ne!(number("C-2/61"), number("C-26/1"));
    }

    #[test]
    fn another_firm_stays_another_firm() {
        assert!(!same_name(
            "Huanghai Crest Trading Co., Ltd.",
            "Jiaozhou Bay Gantry Works Co., Ltd."
        ));
        assert!(!same_name("Meridian Ltd.", "Meridian Co., Ltd."));
        assert!(!same_name("Meridian GmbH", "Meridian JSC"));
    }
}
