//! Dates as documents write them.

/// A date at the very beginning of the words, in normal form, with the length of its words in
/// bytes.
pub(crate) fn leading_date(words: &str) -> Option<(String, usize)> {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let year: i32 = words.get(..digits).filter(|_| digits == 4)?.parse().ok()?;
    let rest = words.get(digits..)?;
    let sign = rest.chars().next().filter(|c| matches!(c, '-' | '.' | '/' | '年'))?;
    let (month, after) = two_digits(rest.get(sign.len_utf8()..)?)?;
    let second = after.chars().next().filter(|c| matches!(c, '-' | '.' | '/' | '月'))?;
    let (day, end) = two_digits(after.get(second.len_utf8()..)?)?;
    let end = end.strip_prefix('日').unwrap_or(end);
    let valid = (1..=12).contains(&month) && (1..=31).contains(&day);
    valid.then(|| (format!("{year:04}-{month:02}-{day:02}"), words.len() - end.len()))
}

fn two_digits(words: &str) -> Option<(u32, &str)> {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let number = words.get(..digits).filter(|_| (1..=2).contains(&digits))?.parse().ok()?;
    Some((number, words.get(digits..)?))
}
