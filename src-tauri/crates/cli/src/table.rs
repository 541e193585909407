//! Plain tables for a terminal. Chinese characters are two columns wide.

use crate::print::say;
/// How many columns a text takes.
fn width(text: &str) -> usize {
    text.chars().map(|c| if ('\u{1100}'..='\u{ffef}').contains(&c) { 2 } else { 1 }).sum()
}

/// Lines up rows under their heads; the last column is left as it is.
pub(crate) fn print(heads: &[&str], rows: &[Vec<String>]) {
    let widths: Vec<usize> = heads
        .iter()
        .enumerate()
        .map(|(column, head)| {
            rows.iter()
                .filter_map(|row| row.get(column))
                .map(|cell| width(cell))
                .max()
                .unwrap_or(0)
                .max(width(head))
        })
        .collect();
    let line = |cells: &mut dyn Iterator<Item = &str>| {
        let mut out = String::new();
        let mut cells = cells.zip(&widths).peekable();
        while let Some((cell, wide)) = cells.next() {
            out.push_str(cell);
            if cells.peek().is_some() {
                out.push_str(&" ".repeat(wide.saturating_sub(width(cell)) + 2));
            }
        }
        say!("{}", out.trim_end());
    };
    line(&mut heads.iter().copied());
    for row in rows {
        line(&mut row.iter().map(String::as_str));
    }
}
