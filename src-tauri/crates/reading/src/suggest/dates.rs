//! Dates as documents write them. What can be read two ways is no date.

use chrono::NaiveDate;
use regex::{Captures, Regex};
use std::sync::LazyLock;

/// Year, month and day out of the parts of a pattern.
type Parts = fn(&Captures<'_>) -> Option<(i32, u32, u32)>;

/// A form of dates, and how its parts become year, month and day.
struct Form {
    pattern: Regex,
    read: Parts,
}

const MONTHS: &str = "jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?|dez(?:ember)?";

static FORMS: LazyLock<Vec<Form>> = LazyLock::new(|| {
    let day = r"(\d{1,2})(?:st|nd|rd|th)?";
    let forms: [(String, Parts); 6] = [
        (r"(\d{4})\s?[-./]\s?(\d{1,2})\s?[-./]\s?(\d{1,2})".to_owned(), year_first),
        (r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日".to_owned(), year_first),
        (format!(r"(?i){day}[.\s-]{{1,3}}({MONTHS})[.,]?[\s-]{{1,2}}(\d{{4}})"), day_first),
        (format!(r"(?i)({MONTHS})\.?\s{{1,2}}{day},?\s{{1,2}}(\d{{4}})"), month_first),
        (r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})".to_owned(), german),
        (r"(\d{1,2})/(\d{1,2})/(\d{4})".to_owned(), by_size),
    ];
    forms
        .into_iter()
        .filter_map(|(pattern, read)| Some(Form { pattern: Regex::new(&pattern).ok()?, read }))
        .collect()
});

fn number<T: std::str::FromStr>(found: &Captures<'_>, part: usize) -> Option<T> {
    found.get(part)?.as_str().parse().ok()
}

fn year_first(found: &Captures<'_>) -> Option<(i32, u32, u32)> {
    Some((number(found, 1)?, number(found, 2)?, number(found, 3)?))
}

fn day_first(found: &Captures<'_>) -> Option<(i32, u32, u32)> {
    Some((number(found, 3)?, month(found.get(2)?.as_str())?, number(found, 1)?))
}

fn month_first(found: &Captures<'_>) -> Option<(i32, u32, u32)> {
    Some((number(found, 3)?, month(found.get(1)?.as_str())?, number(found, 2)?))
}

fn german(found: &Captures<'_>) -> Option<(i32, u32, u32)> {
    Some((number(found, 3)?, number(found, 2)?, number(found, 1)?))
}

/// 25/03/2026 has one reading, 05/03/2026 has two.
fn by_size(found: &Captures<'_>) -> Option<(i32, u32, u32)> {
    let (one, two): (u32, u32) = (number(found, 1)?, number(found, 2)?);
    match (one > 12, two > 12) {
        (true, false) => Some((number(found, 3)?, two, one)),
        (false, true) => Some((number(found, 3)?, one, two)),
        _ if one == two => Some((number(found, 3)?, one, two)),
        _ => None,
    }
}

fn month(name: &str) -> Option<u32> {
    let lower: String = name.to_lowercase().chars().take(3).collect();
    let names =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let own = match lower.as_str() {
        "mär" => "mar",
        "mai" => "may",
        "okt" => "oct",
        "dez" => "dec",
        other => other,
    };
    names.iter().position(|month| *month == own).and_then(|at| u32::try_from(at + 1).ok())
}

/// The first date in the words: its value, where it begins and its length, in bytes.
pub(crate) fn first_date(words: &str) -> Option<(NaiveDate, usize, usize)> {
    let mut found: Option<(NaiveDate, usize, usize)> = None;
    for form in FORMS.iter() {
        let Some(captures) = form.pattern.captures(words) else { continue };
        let Some(whole) = captures.get(0) else { continue };
        let cut = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let before = words.get(..whole.start()).and_then(|text| text.chars().next_back());
        let after = words.get(whole.end()..).and_then(|text| text.chars().next());
        if cut(before) || cut(after) {
            continue;
        }
        let Some((year, month, day)) = (form.read)(&captures) else { continue };
        let Some(date) = NaiveDate::from_ymd_opt(year, month, day) else { continue };
        if !(1980..=2100).contains(&year) {
            continue;
        }
        if found.is_none_or(|(_, start, _)| whole.start() < start) {
            found = Some((date, whole.start(), whole.len()));
        }
    }
    found
}

/// A date at the very beginning of the words, in normal form, with the length of its words in
/// bytes.
pub(crate) fn leading_date(words: &str) -> Option<(String, usize)> {
    let (date, start, length) = first_date(words)?;
    (start == 0).then(|| (date.to_string(), length))
}

#[cfg(test)]
mod tests {
    use super::leading_date;

    #[test]
    fn dates_in_every_form() {
        for text in [
            "2026-03-05",
            "2026.03.05",
            "2026/3/5",
            "2026年3月5日",
            "2026 年 3 月 5 日",
            "5 March 2026",
            "March 5, 2026",
            "05-Mar-2026",
            "05.03.2026",
            "5. März 2026",
            "5th March 2026",
        ] {
            let (date, length) = leading_date(text).unwrap();
            assert_eq!((date.as_str(), length), ("2026-03-05", text.len()), "{text}");
        }
    }

    #[test]
    fn what_can_be_read_two_ways_or_does_not_exist_is_no_date() {
        for text in ["05/03/2026", "2026-02-30", "31.04.2026", "12345-01-01", "2026-13-01"] {
            assert_eq!(leading_date(text), None, "{text}");
        }
        assert_eq!(leading_date("25/03/2026").unwrap().0, "2026-03-25");
    }
}
