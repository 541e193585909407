//! From signs with a place to lines of text.

/// A sign on a page, in points from the upper left corner.
pub(super) struct Sign {
    pub(super) words: String,
    pub(super) x: f64,
    /// The base line.
    pub(super) y: f64,
    /// Where its outline ends.
    pub(super) right: f64,
    /// The size of its font.
    pub(super) size: f64,
    pub(super) is_turned: bool,
}

/// The text of a page: lines from top to bottom, columns parted by tabs; turned text at the end in
/// the order in which it was drawn.
pub(super) fn text(signs: Vec<Sign>) -> String {
    let (turned, mut upright): (Vec<Sign>, Vec<Sign>) =
        signs.into_iter().partition(|sign| sign.is_turned);
    // By base line; a stable sort keeps the order of drawing among equals.
    upright.sort_by(|one, two| one.y.total_cmp(&two.y));
    let mut lines: Vec<Vec<Sign>> = Vec::new();
    for sign in upright {
        match lines.last_mut() {
            Some(line) if belongs(line, &sign) => line.push(sign),
            _ => lines.push(vec![sign]),
        }
    }
    let mut out = String::new();
    for mut line in lines {
        line.sort_by(|one, two| one.x.total_cmp(&two.x));
        write(&line, &mut out);
        out.push('\n');
    }
    if !turned.is_empty() {
        out.extend(turned.iter().map(|sign| sign.words.as_str()));
        out.push('\n');
    }
    out
}

/// Whether a sign stands on the line: its base line is within a third of its size of the line's
/// first sign.
fn belongs(line: &[Sign], sign: &Sign) -> bool {
    line.first()
        .is_some_and(|first| (sign.y - first.y).abs() <= 0.33 * sign.size.min(first.size).max(1.0))
}

fn write(line: &[Sign], out: &mut String) {
    let mut before: Option<&Sign> = None;
    for sign in line {
        if let Some(last) = before {
            let size = sign.size.max(last.size).max(1.0);
            // Bold made by drawing twice.
            if sign.words == last.words && (sign.x - last.x).abs() < 0.1 * size {
                continue;
            }
            let gap = sign.x - last.right;
            let wide = is_wide(&sign.words) || is_wide(&last.words);
            // A space is drawn as a sign of its own or left out as a gap.
            let spaced = out.ends_with([' ', '\t']) || sign.words.starts_with(' ');
            if gap > 1.6 * size {
                let end = out.trim_end_matches(' ').len();
                out.truncate(end);
                out.push('\t');
            } else if gap > if wide { 0.6 } else { 0.22 } * size && !spaced {
                out.push(' ');
            }
        }
        if sign.words == " " && out.ends_with(['\t', ' ', '\n']) {
            continue;
        }
        out.push_str(&sign.words);
        if sign.words.trim().is_empty() {
            // The place of the sign before a space still counts for the gap.
            continue;
        }
        before = Some(sign);
    }
    let end = out.trim_end_matches([' ', '\t']).len();
    out.truncate(end);
}

/// Chinese signs fill their square; the gap between two is no space.
fn is_wide(words: &str) -> bool {
    words.chars().any(|c| matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}'))
}

#[cfg(test)]
mod tests {
    use super::{Sign, text};

    fn signs(words: &str, x: f64, y: f64) -> Vec<Sign> {
        let mut at = x;
        words
            .chars()
            .map(|c| {
                let width = if c.is_ascii() { 5.0 } else { 10.0 };
                let sign = Sign {
                    words: c.to_string(),
                    x: at,
                    y,
                    right: at + width * 0.9,
                    size: 10.0,
                    is_turned: false,
                };
                at += width;
                sign
            })
            .collect()
    }

    #[test]
    fn lines_run_down_and_columns_are_parted() {
        let mut all = signs("No. 17", 50.0, 100.0);
        all.extend(signs("证书编号", 50.0, 80.0));
        all.extend(signs("QMS-1", 200.0, 80.5));
        assert_eq!(text(all), "证书编号\tQMS-1\nNo. 17\n");
    }

    #[test]
    fn a_gap_without_a_space_is_one_and_chinese_has_none() {
        let mut all = signs("Date", 50.0, 10.0);
        all.extend(signs("of", 75.0, 10.0));
        all.extend(signs("数控", 50.0, 30.0));
        all.extend(signs("机床", 73.0, 30.0));
        assert_eq!(text(all), "Date of\n数控机床\n");
    }

    #[test]
    fn bold_made_by_drawing_twice_is_read_once() {
        let mut all = signs("证", 50.0, 10.0);
        all.extend(signs("证", 50.3, 10.0));
        assert_eq!(text(all), "证\n");
    }
}
