//! The forms of values. Each takes the words after a label and gives the value in normal form with
//! the length of the words it rests on, in bytes; or nothing, where they have not that form.

use crate::suggest::dates::leading_date;

type Found = Option<(String, usize)>;

/// A document's number: letters, digits and the signs between, with a digit in it.
pub(super) fn number(words: &str) -> Found {
    let end = words
        .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '/' | '.' | '_')))
        .unwrap_or(words.len());
    let found = words.get(..end)?.trim_end_matches(['.', '-', '/', '_']);
    let digits = found.chars().filter(char::is_ascii_digit).count();
    (digits >= 2 && found.len() <= 60).then(|| (found.to_owned(), found.len()))
}

/// A day, where it is beyond doubt.
pub(super) fn date(words: &str) -> Found {
    leading_date(words)
}

/// The rest of the cell.
pub(super) fn line_of_text(words: &str) -> Found {
    let found = words.trim_end();
    let has_letters = found.chars().any(char::is_alphabetic);
    (has_letters && found.chars().count() <= 200).then(|| (found.to_owned(), found.len()))
}

/// A firm's or person's name: no mere number, no sentence.
pub(super) fn name(words: &str) -> Found {
    let (found, length) = line_of_text(words)?;
    let letters = found.chars().filter(|c| c.is_alphabetic()).count();
    (letters >= 3 && !found.ends_with(':')).then_some((found, length))
}

/// A port or place.
pub(super) fn port(words: &str) -> Found {
    let (found, length) = line_of_text(words)?;
    (found.chars().count() <= 60).then_some((found, length))
}

/// A decimal as people write it: `18,460`, `18.460,5`, `18 460.50`; with the length of its words.
fn decimal(words: &str) -> Found {
    let end = words
        .char_indices()
        .find(|(at, c)| {
            let between = matches!(c, ' ' | '\u{a0}' | '\'')
                && words.get(at + c.len_utf8()..).is_some_and(begins_with_three_digits);
            !(c.is_ascii_digit() || matches!(c, ',' | '.') || between)
        })
        .map_or(words.len(), |(at, _)| at);
    let found = words.get(..end)?.trim_end_matches([',', '.']);
    if !found.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let signs: Vec<char> = found.chars().filter(|c| !c.is_ascii_digit()).collect();
    let last = found.rfind([',', '.']);
    let fraction = last.filter(|at| {
        let after = found.len() - at - 1;
        let sign = found.get(*at..=*at);
        let again = sign.is_some_and(|sign| found.matches(sign).count() > 1);
        // Three digits after the only sign: thousands, as everywhere in trade; a fraction of
        // three digits is written with thousands parted by another sign.
        let thousands =
            after == 3 && signs.iter().all(|c| Some(*c) == sign.and_then(|s| s.chars().next()));
        !again && !thousands
    });
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let whole = digits(found.get(..fraction.unwrap_or(found.len()))?);
    let part = fraction.and_then(|at| found.get(at + 1..)).map(digits).unwrap_or_default();
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let part = part.trim_end_matches('0');
    let value = if part.is_empty() { whole.to_owned() } else { format!("{whole}.{part}") };
    (whole.len() <= 15).then_some((value, found.len()))
}

fn begins_with_three_digits(text: &str) -> bool {
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    digits == 3
}

/// A mass with its unit; without one it is no mass.
pub(super) fn mass(words: &str) -> Found {
    let (value, length) = decimal(words)?;
    let rest = words.get(length..)?;
    let unit = rest.trim_start();
    let gap = rest.len() - unit.len();
    const UNITS: [(&str, &str); 9] = [
        ("kilograms", "kg"),
        ("kgs", "kg"),
        ("kg", "kg"),
        ("千克", "kg"),
        ("公斤", "kg"),
        ("tonnes", "t"),
        ("mt", "t"),
        ("吨", "t"),
        ("t", "t"),
    ];
    let lower = unit.to_lowercase();
    let (written, unit) = UNITS.iter().find(|(written, _)| {
        lower.strip_prefix(written).is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
    })?;
    Some((format!("{value} {unit}"), length + gap + written.len()))
}

/// A number of packages.
pub(super) fn count(words: &str) -> Found {
    let (value, length) = decimal(words)?;
    let rest = words.get(length..)?.trim_start().to_lowercase();
    // A length, a mass or a price is no number of packages.
    let other = ["kg", "mm", "cm", "m3", "cbm", "usd", "eur", "%"];
    let plain = !value.contains('.') && value.len() <= 5 && value != "0";
    (plain && !other.iter().any(|unit| rest.starts_with(unit))).then_some((value, length))
}

const CURRENCIES: [&str; 10] =
    ["EUR", "USD", "CNY", "GBP", "JPY", "CHF", "AUD", "CAD", "KRW", "INR"];

/// An amount with its currency before or after it.
pub(super) fn amount(words: &str) -> Found {
    let signs = [("US$", "USD"), ("€", "EUR"), ("RMB", "CNY"), ("£", "GBP"), ("人民币", "CNY")];
    let all = CURRENCIES.iter().map(|code| (*code, *code)).chain(signs);
    for (written, code) in all {
        if let Some(rest) = words.strip_prefix(written) {
            let value = rest.trim_start_matches([' ', ':', '\u{a0}']);
            let skipped = words.len() - value.len();
            let (value, length) = decimal(value)?;
            return Some((format!("{value} {code}"), skipped + length));
        }
    }
    let (value, length) = decimal(words)?;
    let rest = words.get(length..)?;
    let unit = rest.trim_start();
    let gap = rest.len() - unit.len();
    let code = CURRENCIES.iter().find(|code| unit.starts_with(**code))?;
    Some((format!("{value} {code}"), length + gap + code.len()))
}

/// A tariff number of six digits and more.
pub(super) fn hs_code(words: &str) -> Found {
    let end = words
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ' ')))
        .unwrap_or(words.len());
    let found = words.get(..end)?.trim_end_matches(['.', ' ']);
    let digits: String = found.chars().filter(char::is_ascii_digit).collect();
    let (head, tail) = digits.split_at_checked(4)?;
    // Chapters run to 97.
    let chapter: u32 = head.get(..2)?.parse().ok()?;
    let fits = matches!(digits.len(), 6 | 8 | 10) && (1..=97).contains(&chapter);
    let (middle, rest) = tail.split_at_checked(2)?;
    fits.then(|| (format!("{head}.{middle}{rest}"), found.len()))
}

/// A country of origin, as written.
pub(super) fn origin(words: &str) -> Found {
    let found = words.trim_end().trim_end_matches('.');
    let upper = found.to_uppercase();
    let china = ["CHINA", "P.R. CHINA", "P.R.CHINA", "PEOPLE'S REPUBLIC OF CHINA", "CN"];
    let is_china = china.contains(&upper.as_str()) || found.starts_with("中国");
    if is_china {
        return Some(("CN".to_owned(), found.len()));
    }
    let letters = found.chars().all(|c| c.is_alphabetic() || c == ' ');
    (letters && (2..=40).contains(&found.chars().count())).then(|| (found.to_owned(), found.len()))
}

/// A rule of Incoterms 2020.
pub(super) fn incoterm(words: &str) -> Found {
    const RULES: [&str; 11] =
        ["EXW", "FCA", "FAS", "FOB", "CFR", "CIF", "CPT", "CIP", "DAP", "DPU", "DDP"];
    let rule = RULES.iter().find(|rule| {
        words
            .strip_prefix(**rule)
            .is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphanumeric()))
    })?;
    Some(((*rule).to_owned(), rule.len()))
}

/// Who pays the freight.
pub(super) fn freight(words: &str) -> Found {
    let lower = words.to_lowercase();
    [("prepaid", "prepaid"), ("collect", "collect"), ("预付", "prepaid"), ("到付", "collect")]
        .into_iter()
        .find(|(written, _)| lower.starts_with(written))
        .map(|(written, value)| (value.to_owned(), written.len()))
}

/// A container's number whose check digit is right (ISO 6346).
pub(super) fn container(words: &str) -> Found {
    let end = words
        .char_indices()
        .find(|(_, c)| !(c.is_ascii_alphanumeric() || matches!(c, ' ' | '-')))
        .map_or(words.len(), |(at, _)| at);
    let mut length = 0;
    let mut number = String::new();
    for (at, c) in words.get(..end)?.char_indices() {
        if c.is_ascii_alphanumeric() {
            number.push(c.to_ascii_uppercase());
            length = at + 1;
            if number.len() == 11 {
                break;
            }
        }
    }
    is_container(&number).then_some((number, length))
}

fn is_container(number: &str) -> bool {
    let bytes = number.as_bytes();
    let (Some(owner), Some(serial), Some(check)) =
        (bytes.get(..4), bytes.get(4..10), bytes.get(10))
    else {
        return false;
    };
    let form = owner.iter().all(u8::is_ascii_uppercase)
        && serial.iter().chain([check]).all(u8::is_ascii_digit);
    if !form {
        return false;
    }
    let mut sum = 0_u32;
    for (place, byte) in owner.iter().chain(serial).enumerate() {
        let value = match byte {
            b'0'..=b'9' => u32::from(byte - b'0'),
            // Letters count from 10, leaving out the multiples of 11.
            letter => {
                let index = u32::from(letter - b'A');
                10 + index + u32::from(index >= 1) + u32::from(index >= 11) + u32::from(index >= 21)
            }
        };
        sum += value << place;
    }
    sum % 11 % 10 == u32::from(check - b'0')
}
