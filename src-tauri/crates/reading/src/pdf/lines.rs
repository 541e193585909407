//! From glyphs to lines of text in reading order.
//!
//! Glyphs that follow each other as they were drawn make runs; runs on the same base line make
//! lines, with a blank or a tab where there is a gap; lines go from top to bottom.

use super::glyphs::{Placed, Text};
use kurbo::{Point, Vec2};
use std::collections::{BTreeMap, HashSet};

/// Directions are told apart by so many degrees.
const ANGLE: f64 = 3.0;
/// The pretended direction of Chinese lines that run downward.
const DOWNWARD: i32 = 1000;

/// Gaps in parts of the size of letters: where a blank is seen between letters, between a letter
/// and a Chinese character (typesetters leave a quarter there), and between Chinese characters.
const BLANK: f64 = 0.16;
const MIXED_BLANK: f64 = 0.4;
const WIDE_BLANK: f64 = 0.8;
/// Where a gap is that of a column.
const TAB: f64 = 1.5;
/// Where the width of a glyph is not known.
const UNKNOWN_WIDTH: f64 = 0.6;
const UNKNOWN_BLANK: f64 = 0.6;

/// The text of a page.
pub(super) fn text(glyphs: Vec<Placed>) -> String {
    let mut seen = Seen::default();
    let mut directions: BTreeMap<i32, Vec<Run>> = BTreeMap::new();
    let mut counts: BTreeMap<i32, usize> = BTreeMap::new();
    for glyph in glyphs.into_iter().filter(|glyph| seen.is_new(glyph)) {
        let direction = direction(&glyph);
        *counts.entry(direction).or_default() += 1;
        let glyph = Flat::new(&glyph, direction);
        let runs = directions.entry(direction).or_default();
        match runs.last_mut() {
            Some(run) if run.continues(&glyph) => run.push(glyph),
            _ => runs.push(Run::new(glyph)),
        }
    }
    // The main direction first, then notes on the margin and stamps.
    let mut order: Vec<(usize, i32)> =
        counts.into_iter().map(|(key, count)| (count, key)).collect();
    order.sort_by_key(|(count, key)| (std::cmp::Reverse(*count), *key));
    let mut text = String::new();
    for (_, direction) in order {
        write(directions.remove(&direction).unwrap_or_default(), &mut text);
    }
    text
}

fn write(mut runs: Vec<Run>, text: &mut String) {
    runs.retain(|run| !run.text.trim().is_empty());
    runs.sort_by(|one, other| one.line.total_cmp(&other.line));
    let mut lines: Vec<Vec<Run>> = Vec::new();
    for run in runs {
        match lines.last_mut() {
            Some(line) if line[0].shares_line(&run) => line.push(run),
            _ => lines.push(vec![run]),
        }
    }
    for mut line in lines {
        line.sort_by(|one, other| one.from.total_cmp(&other.from));
        let mut last: Option<Run> = None;
        for run in line {
            if let Some(last) = &last {
                text.push_str(last.between(&run));
            }
            text.push_str(run.text.trim());
            last = Some(run);
        }
        text.push('\n');
    }
}

/// Glyphs so far: what is drawn twice at the same place, for boldness or shadow, is one.
#[derive(Default)]
struct Seen(HashSet<(u64, i64, i64)>);

impl Seen {
    fn is_new(&mut self, glyph: &Placed) -> bool {
        use std::hash::{DefaultHasher, Hash, Hasher};
        let mut hasher = DefaultHasher::new();
        match &glyph.text {
            Text::Char(char) => char.hash(&mut hasher),
            Text::String(text) => text.hash(&mut hasher),
        }
        let key = hasher.finish();
        // Even the narrowest letter is three times as wide as what counts as the same place.
        let cell = (glyph.size * 0.06).max(1e-3);
        let (x, y) = (whole(glyph.from.x / cell), whole(glyph.from.y / cell));
        let near = (-1..=1).flat_map(|dx| (-1..=1).map(move |dy| (dx, dy)));
        let known = near.into_iter().any(|(dx, dy)| self.0.contains(&(key, x + dx, y + dy)));
        self.0.insert((key, x, y));
        !known
    }
}

#[expect(clippy::cast_possible_truncation, reason = "positions and angles are bounded")]
fn whole(value: f64) -> i64 {
    value.round() as i64
}

/// The direction of the line a glyph stands in, in steps.
fn direction(glyph: &Placed) -> i32 {
    let still = glyph.to.is_some_and(|to| (to - glyph.from).hypot() < 1e-6 * glyph.size);
    if still && first(&glyph.text).is_some_and(is_wide) {
        return DOWNWARD;
    }
    let degrees = glyph.along.atan2().to_degrees();
    let step = i32::try_from(whole(degrees / ANGLE)).unwrap_or(0);
    // -180 degrees are 180.
    if step == -60 { 60 } else { step }
}

fn first(text: &Text) -> Option<char> {
    match text {
        Text::Char(char) => Some(*char),
        Text::String(text) => text.chars().next(),
    }
}

/// A glyph turned so that its line runs to the right.
struct Flat {
    text: Text,
    from: f64,
    to: f64,
    line: f64,
    size: f64,
    width_known: bool,
}

impl Flat {
    fn new(glyph: &Placed, direction: i32) -> Self {
        if direction == DOWNWARD {
            return Self {
                text: glyph.text.clone(),
                from: glyph.from.y,
                to: glyph.from.y + glyph.size,
                // Such lines follow each other to the left.
                line: -glyph.from.x,
                size: glyph.size,
                width_known: true,
            };
        }
        let (sin, cos) = (f64::from(direction) * ANGLE).to_radians().sin_cos();
        let (along, across) = (Vec2::new(cos, sin), Vec2::new(-sin, cos));
        let position = |point: Point| (along.dot(point.to_vec2()), across.dot(point.to_vec2()));
        let (from, line) = position(glyph.from);
        let to = glyph.to.map(|to| position(to).0);
        Self {
            text: glyph.text.clone(),
            from,
            to: to.unwrap_or(from + UNKNOWN_WIDTH * glyph.size),
            line,
            size: glyph.size,
            width_known: to.is_some(),
        }
    }

    fn is_blank(&self) -> bool {
        match &self.text {
            Text::Char(char) => char.is_whitespace(),
            Text::String(text) => text.trim().is_empty(),
        }
    }
}

/// Glyphs drawn one after the other.
struct Run {
    text: String,
    from: f64,
    to: f64,
    /// The base line of most of it.
    line: f64,
    size: f64,
    /// Base line and size of the last glyph.
    last: (f64, f64),
    width_known: bool,
}

impl Run {
    fn new(glyph: Flat) -> Self {
        let mut run = Self {
            text: String::new(),
            from: glyph.from,
            to: glyph.to,
            line: glyph.line,
            size: glyph.size,
            last: (glyph.line, glyph.size),
            width_known: glyph.width_known,
        };
        run.append(&glyph);
        run
    }

    fn append(&mut self, glyph: &Flat) {
        match &glyph.text {
            Text::Char(char) => self.text.push(*char),
            Text::String(text) => self.text.push_str(text),
        }
    }

    /// Whether the glyph belongs to this run: right behind it, raised or lowered at most as
    /// indices are.
    fn continues(&self, glyph: &Flat) -> bool {
        let size = self.size.max(glyph.size);
        let gap = (glyph.from - self.to) / size;
        let raised = (glyph.line - self.line).abs() / size;
        let like = self.size.min(glyph.size) / size;
        // A blank may be wide in justified text; a space that was drawn decides.
        (-0.3..TAB * 0.5).contains(&gap) && raised < if like > 0.9 { 0.2 } else { 0.5 }
    }

    fn push(&mut self, glyph: Flat) {
        let size = self.last.1.min(glyph.size);
        let known = self.width_known && glyph.width_known;
        if !glyph.is_blank() && !self.text.ends_with(char::is_whitespace) {
            let sides = (self.text.chars().next_back(), first(&glyph.text));
            if (glyph.from - self.to) / size > blank_from(sides, known) {
                self.text.push(' ');
            }
        }
        self.append(&glyph);
        // An index at the beginning does not make the line.
        if glyph.size > self.size * 1.1 {
            (self.line, self.size) = (glyph.line, glyph.size);
        }
        self.to = self.to.max(glyph.to);
        self.last = (glyph.line, glyph.size);
        self.width_known = glyph.width_known;
    }

    fn shares_line(&self, other: &Self) -> bool {
        (self.line - other.line).abs() <= 0.4 * self.size.min(other.size)
    }

    /// What stands between this run and the next on its line.
    fn between(&self, next: &Self) -> &'static str {
        let gap = (next.from - self.to) / self.size.min(next.size);
        let sides = (self.text.trim().chars().next_back(), next.text.trim().chars().next());
        let drawn =
            self.text.ends_with(char::is_whitespace) || next.text.starts_with(char::is_whitespace);
        if gap > TAB {
            "\t"
        } else if drawn || gap < -1.0 || gap > blank_from(sides, self.width_known) {
            " "
        } else {
            ""
        }
    }
}

/// The gap from which on a blank is seen between these characters.
fn blank_from(sides: (Option<char>, Option<char>), width_known: bool) -> f64 {
    let wide = |char: Option<char>| char.is_some_and(is_wide);
    match (wide(sides.0), wide(sides.1)) {
        (true, true) => WIDE_BLANK,
        (true, false) | (false, true) => MIXED_BLANK,
        (false, false) if width_known => BLANK,
        (false, false) => UNKNOWN_BLANK,
    }
}

/// Characters of scripts written without blanks.
fn is_wide(char: char) -> bool {
    matches!(char, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}'
            | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}'
    )
}

#[cfg(test)]
mod tests {
    use super::text;
    use crate::pdf::glyphs::{Placed, Text};
    use kurbo::{Point, Vec2};

    /// Glyphs half as wide as high, Chinese ones as wide as high.
    fn drawn(words: &[(&str, f64, f64)], size: f64) -> Vec<Placed> {
        let mut glyphs = Vec::new();
        for (word, x, y) in words {
            let mut x = *x;
            for char in word.chars() {
                let width = if super::is_wide(char) { size } else { size / 2.0 };
                glyphs.push(Placed {
                    text: Text::Char(char),
                    from: Point::new(x, *y),
                    to: Some(Point::new(x + width, *y)),
                    along: Vec2::new(1.0, 0.0),
                    size,
                });
                x += width;
            }
        }
        glyphs
    }

    #[test]
    fn gaps_part_words_and_columns() {
        let page = [
            ("Date", 50.0, 100.0),
            ("2025", 200.0, 100.0),
            ("two", 50.0, 120.0),
            ("words", 68.0, 120.0),
            ("Re", 50.0, 140.0),
            ("port", 60.5, 140.0),
            ("合同", 50.0, 80.0),
            ("编号", 71.0, 80.0),
            ("HB", 94.0, 80.0),
        ];
        assert_eq!(text(drawn(&page, 10.0)), "合同编号HB\nDate\t2025\ntwo words\nReport\n");
    }

    #[test]
    fn what_is_drawn_twice_is_one() {
        let mut page = drawn(&[("hello all", 50.0, 100.0)], 10.0);
        page.extend(drawn(&[("hello all", 50.3, 100.0)], 10.0));
        assert_eq!(text(page), "hello all\n");
    }

    #[test]
    fn indices_stay_on_their_line() {
        let mut page = drawn(&[("20 m", 50.0, 100.0)], 10.0);
        page.extend(drawn(&[("2", 70.0, 96.5)], 6.0));
        page.extend(drawn(&[(" area", 73.0, 100.0), ("next", 50.0, 112.0)], 10.0));
        assert_eq!(text(page), "20 m2 area\nnext\n");
    }

    #[test]
    fn turned_lines_are_read_along() {
        fn turned(point: Point) -> Point {
            Point::new(300.0 + point.y, 500.0 - point.x)
        }
        let mut page = drawn(&[("up", 0.0, 0.0)], 10.0);
        for glyph in &mut page {
            glyph.from = turned(glyph.from);
            glyph.to = glyph.to.map(turned);
            glyph.along = Vec2::new(0.0, -1.0);
        }
        page.extend(drawn(&[("main line", 50.0, 100.0)], 10.0));
        assert_eq!(text(page), "main line\nup\n");
    }
}
