//! Normalisation before names and marks are compared.
//!
//! Unicode NFKD without marks, `Ł→L ß→SS Đ→D`, upper case, punctuation and spaces collapsed,
//! company forms unified. Two names that differ only so are the same name.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Company forms written in several ways; the last column wins.
const FORMS: [(&str, &str); 12] = [
    ("COMPANY LIMITED", "CO LTD"),
    ("COMPANY LTD", "CO LTD"),
    ("CO LIMITED", "CO LTD"),
    ("LIMITED", "LTD"),
    ("GESELLSCHAFT MIT BESCHRANKTER HAFTUNG", "GMBH"),
    ("G M B H", "GMBH"),
    ("JOINT STOCK COMPANY", "JSC"),
    ("J S C", "JSC"),
    ("CORPORATION", "CORP"),
    ("INCORPORATED", "INC"),
    ("SP Z O O", "SPZOO"),
    ("PTE LTD", "PTELTD"),
];

/// The text as compared.
#[must_use]
pub fn normalised(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)) {
        match c {
            'Ł' | 'ł' => out.push('L'),
            'Đ' | 'đ' => out.push('D'),
            'Ø' | 'ø' => out.push('O'),
            'ß' | 'ẞ' => out.push_str("SS"),
            // An apostrophe or a dot inside a word joins; anything else separates.
            '\'' | '’' | '.' if out.ends_with(char::is_alphanumeric) => out.push('.'),
            c if c.is_alphanumeric() => out.extend(c.to_uppercase()),
            _ => out.push(' '),
        }
    }
    let spaced = out.replace('.', " ");
    let words = spaced.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut padded = format!(" {words} ");
    for (from, to) in FORMS {
        padded = padded.replace(&format!(" {from} "), &format!(" {to} "));
    }
    padded.trim().to_owned()
}

/// A code with everything but letters and digits removed, in upper case.
#[must_use]
pub fn code(text: &str) -> String {
    text.nfkc().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect()
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
        ] {
            assert!(same_name(a, b), "{a:?} {} / {b:?} {}", normalised(a), normalised(b));
        }
    }

    #[test]
    fn another_firm_stays_another_firm() {
        assert!(!same_name(
            "Huanghai Crest Trading Co., Ltd.",
            "Jiaozhou Bay Gantry Works Co., Ltd."
        ));
    }
}
