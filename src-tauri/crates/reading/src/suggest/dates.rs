//! Dates as documents write them. What can be read two ways is no date.

use chrono::NaiveDate;
use regex::{Captures, Regex};
use std::sync::LazyLock;

/// Which of two numbers comes first in `05/03/2026`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    /// Not known.
    Unknown,
    /// The day.
    DayFirst,
    /// The month.
    MonthFirst,
}

/// Year, month and day out of the parts of a pattern.
type Parts = fn(&Captures<'_>, Order) -> Option<(i32, u32, u32)>;

/// A form of dates, and how its parts become year, month and day.
struct Form {
    pattern: Regex,
    read: Parts,
}

const MONTHS: &str = "jan(?:uary|uar)?|jänner|feb(?:ruary|ruar)?|mar(?:ch)?|märz|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?|dez(?:ember)?";

static FORMS: LazyLock<Vec<Form>> = LazyLock::new(|| {
    let day = r"(\d{1,2})(?:st|nd|rd|th)?";
    let figures = "[〇○零一二三四五六七八九十]";
    let forms: [(String, Parts); 8] = [
        (r"(\d{4})\s?[-./]\s?(\d{1,2})\s?[-./]\s?(\d{1,2})".to_owned(), year_first),
        (r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日".to_owned(), year_first),
        (format!(r"({figures}{{4}})年({figures}{{1,2}})月({figures}{{1,3}})日"), chinese),
        (format!(r"(?i){day}[.\s-]{{1,3}}(?:of\s)?({MONTHS})[.,]?[\s-]{{1,2}}(\d{{4}})"), named),
        (format!(r"(?i)({MONTHS})\.?\s{{1,2}}{day},?\s{{1,2}}(\d{{4}})"), month_first),
        (r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})".to_owned(), german),
        (r"(\d{1,2})\s?/\s?(\d{1,2})\s?/\s?(\d{4})".to_owned(), by_order),
        (r"(\d{1,2})-(\d{1,2})-(\d{4})".to_owned(), by_order),
    ];
    forms
        .into_iter()
        .filter_map(|(pattern, read)| Some(Form { pattern: Regex::new(&pattern).ok()?, read }))
        .collect()
});

fn number<T: std::str::FromStr>(found: &Captures<'_>, part: usize) -> Option<T> {
    found.get(part)?.as_str().parse().ok()
}

fn year_first(found: &Captures<'_>, _: Order) -> Option<(i32, u32, u32)> {
    Some((number(found, 1)?, number(found, 2)?, number(found, 3)?))
}

fn named(found: &Captures<'_>, _: Order) -> Option<(i32, u32, u32)> {
    Some((number(found, 3)?, month(found.get(2)?.as_str())?, number(found, 1)?))
}

fn month_first(found: &Captures<'_>, _: Order) -> Option<(i32, u32, u32)> {
    Some((number(found, 3)?, month(found.get(1)?.as_str())?, number(found, 2)?))
}

fn german(found: &Captures<'_>, _: Order) -> Option<(i32, u32, u32)> {
    Some((number(found, 3)?, number(found, 2)?, number(found, 1)?))
}

/// 25/03/2026 has one reading; 05/03/2026 has two, unless the order is known.
fn by_order(found: &Captures<'_>, order: Order) -> Option<(i32, u32, u32)> {
    let (one, two): (u32, u32) = (number(found, 1)?, number(found, 2)?);
    let year = number(found, 3)?;
    match own_order(one, two) {
        Order::DayFirst => Some((year, two, one)),
        Order::MonthFirst => Some((year, one, two)),
        Order::Unknown if one == two => Some((year, one, two)),
        Order::Unknown => match order {
            Order::DayFirst => Some((year, two, one)),
            Order::MonthFirst => Some((year, one, two)),
            Order::Unknown => None,
        },
    }
}

fn own_order(one: u32, two: u32) -> Order {
    match (one > 12, two > 12) {
        (true, false) => Order::DayFirst,
        (false, true) => Order::MonthFirst,
        _ => Order::Unknown,
    }
}

/// 二〇二六年三月五日: the year digit by digit, month and day as they are spoken.
fn chinese(found: &Captures<'_>, _: Order) -> Option<(i32, u32, u32)> {
    let digit = |c: char| "〇一二三四五六七八九".chars().position(|own| own == c);
    let digit = |c: char| if matches!(c, '○' | '零') { Some(0) } else { digit(c) };
    let small = |text: &str| -> Option<u32> {
        let value = match text.split_once('十') {
            None if text.chars().count() == 1 => digit(text.chars().next()?)?,
            None => return None,
            Some((tens, ones)) => {
                let tens = if tens.is_empty() { 1 } else { digit(single(tens)?)? };
                tens * 10 + if ones.is_empty() { 0 } else { digit(single(ones)?)? }
            }
        };
        u32::try_from(value).ok()
    };
    let mut year = 0;
    for c in found.get(1)?.as_str().chars() {
        year = year * 10 + i32::try_from(digit(c)?).ok()?;
    }
    Some((year, small(found.get(2)?.as_str())?, small(found.get(3)?.as_str())?))
}

fn single(text: &str) -> Option<char> {
    let mut chars = text.chars();
    chars.next().filter(|_| chars.next().is_none())
}

fn month(name: &str) -> Option<u32> {
    let lower: String = name.to_lowercase().chars().take(3).collect();
    let names =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let own = match lower.as_str() {
        "jän" => "jan",
        "mär" => "mar",
        "mai" => "may",
        "okt" => "oct",
        "dez" => "dec",
        other => other,
    };
    names.iter().position(|month| *month == own).and_then(|at| u32::try_from(at + 1).ok())
}

/// The first date in the words: its value, where it begins and its length, in bytes.
pub(crate) fn first_date(words: &str, order: Order) -> Option<(NaiveDate, usize, usize)> {
    let mut found: Option<(NaiveDate, usize, usize)> = None;
    // Most words have no year in them.
    let figure = |c: char| c.is_ascii_digit() || c == '年';
    if !words.contains(figure) {
        return None;
    }
    for form in FORMS.iter() {
        // A few tries: what looks like a date first may be part of a number.
        for captures in form.pattern.captures_iter(words).take(4) {
            let Some(whole) = captures.get(0) else { continue };
            if is_joined(words, whole.start(), whole.end()) {
                continue;
            }
            let Some((year, month, day)) = (form.read)(&captures, order) else { continue };
            let Some(date) = NaiveDate::from_ymd_opt(year, month, day) else { continue };
            if !(1980..=2100).contains(&year) {
                continue;
            }
            if found.is_none_or(|(_, start, _)| whole.start() < start) {
                found = Some((date, whole.start(), whole.len()));
            }
            break;
        }
    }
    found
}

/// Whether what stands before or behind makes it a number and no date: `2026-03-05-17`. A second
/// date may follow behind a dash.
fn is_joined(words: &str, from: usize, to: usize) -> bool {
    let joins = |c: char| c.is_ascii_alphanumeric();
    let before = words.get(..from).unwrap_or_default();
    let after = words.get(to..).unwrap_or_default();
    let long = |text: &str| text.chars().take_while(char::is_ascii_digit).count();
    let dashed = after.strip_prefix(['-', '/']).is_some_and(|rest| {
        let digits = long(rest);
        let next = rest.get(digits..).and_then(|rest| rest.chars().next());
        let date =
            matches!(next, Some('-' | '.' | '/' | '年' | ' ')) && matches!(digits, 1 | 2 | 4);
        digits > 0 && !date
    });
    let signed = before.strip_suffix(['-', '/', '_']).is_some_and(|rest| rest.ends_with(joins));
    before.ends_with(joins) || signed || long(after) > 0 || dashed
}

/// A date at the very beginning of the words, and its length in bytes.
pub(crate) fn first_date_at(words: &str, order: Order) -> Option<(NaiveDate, usize)> {
    let (date, start, length) = first_date(words, order)?;
    (start == 0).then_some((date, length))
}

/// A date at the very beginning of the words, in normal form, with the length of its words in
/// bytes.
pub(crate) fn leading_date(words: &str) -> Option<(String, usize)> {
    first_date_at(words, Order::Unknown).map(|(date, length)| (date.to_string(), length))
}

static BY_SLASHES: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?-u:\b)(\d{1,2})[/-](\d{1,2})[/-](?:19|20)\d\d(?-u:\b)").ok());

/// The order that the dates of a text have among them: one that can only be read in one way settles
/// the others, unless another contradicts it.
pub(crate) fn order_of<'a>(lines: impl Iterator<Item = &'a str>) -> Order {
    let Some(pattern) = BY_SLASHES.as_ref() else { return Order::Unknown };
    let mut settled = Order::Unknown;
    for line in lines {
        for found in pattern.captures_iter(line) {
            let (Some(one), Some(two)) = (number(&found, 1), number(&found, 2)) else { continue };
            match (own_order(one, two), settled) {
                (Order::Unknown, _) => {}
                (own, Order::Unknown) => settled = own,
                (own, other) if own == other => {}
                _ => return Order::Unknown,
            }
        }
    }
    settled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_every_form() {
        for text in [
            "2026-03-05",
            "2026.03.05",
            "2026/3/5",
            "2026年3月5日",
            "2026 年 3 月 5 日",
            "二〇二六年三月五日",
            "二○二六年三月五日",
            "5 March 2026",
            "5th of March 2026",
            "March 5, 2026",
            "MAR. 5, 2026",
            "05-Mar-2026",
            "05.03.2026",
            "5. März 2026",
            "5th March 2026",
        ] {
            let (date, length) = leading_date(text).unwrap();
            assert_eq!((date.as_str(), length), ("2026-03-05", text.len()), "{text}");
        }
        assert_eq!(leading_date("二〇二五年十二月三十一日").unwrap().0, "2025-12-31");
        assert_eq!(leading_date("二〇二五年十月二十日").unwrap().0, "2025-10-20");
    }

    #[test]
    fn what_can_be_read_two_ways_or_does_not_exist_is_no_date() {
        for text in [
            "05/03/2026",
            "05-03-2026",
            "2026-02-30",
            "31.04.2026",
            "29 February 2026",
            "12345-01-01",
            "2026-13-01",
            "2026-03-05-17",
            "二〇二六年十三月五日",
        ] {
            assert_eq!(leading_date(text), None, "{text}");
        }
        assert_eq!(leading_date("25/03/2026").unwrap().0, "2026-03-25");
        assert_eq!(leading_date("03/25/2026").unwrap().0, "2026-03-25");
        assert_eq!(leading_date("05/05/2026").unwrap().0, "2026-05-05");
    }

    #[test]
    fn another_date_settles_the_order_unless_they_contradict() {
        assert_eq!(order_of(["05/03/2026", "25/03/2026"].into_iter()), Order::DayFirst);
        assert_eq!(order_of(["12/19/2025"].into_iter()), Order::MonthFirst);
        assert_eq!(order_of(["12/19/2025", "19/12/2025"].into_iter()), Order::Unknown);
        assert_eq!(order_of(["05/03/2026"].into_iter()), Order::Unknown);
        let read = |order| first_date("05/03/2026", order).map(|(date, ..)| date.to_string());
        assert_eq!(read(Order::DayFirst).as_deref(), Some("2026-03-05"));
        assert_eq!(read(Order::MonthFirst).as_deref(), Some("2026-05-03"));
    }
}
