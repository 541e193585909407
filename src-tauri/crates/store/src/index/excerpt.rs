//! The words around a hit.

use super::fold::{Run, runs};
use std::ops::Range;

/// Characters of an excerpt.
const LENGTH: usize = 120;

/// Texts are looked through up to here for the place of a hit.
const LOOKED: usize = 400_000;

/// The part of a text where most of the wanted runs stand, and where in it they stand, in
/// characters. The beginning of the text when none of them does.
pub(super) fn excerpt(text: &str, wanted: &[Run]) -> (String, Vec<(usize, usize)>) {
    let looked: String = text.chars().take(LOOKED).collect();
    let mut places: Vec<(usize, Range<usize>)> = Vec::new();
    for run in runs(&looked) {
        for (which, wanted) in wanted.iter().enumerate() {
            let mut from = 0;
            while let Some(rest) = run.after(from)
                && let Some(found) = rest.find(wanted)
            {
                let (Some(first), Some(last)) =
                    (rest.places.get(found.start), rest.places.get(found.end - 1))
                else {
                    break;
                };
                places.push((which, *first..*last + 1));
                if !run.is_cjk {
                    break;
                }
                from += found.start + 1;
            }
        }
    }
    places.sort_by_key(|(_, place)| (place.start, place.end));
    let start = best(&places).saturating_sub(LENGTH / 4);
    let start = places
        .iter()
        .find(|(_, place)| place.start >= start)
        .map_or(0, |(_, place)| place.start.saturating_sub(LENGTH / 4));
    let shown: String = looked.chars().skip(start).take(LENGTH).collect();
    let end = start + shown.chars().count();
    let mut marks: Vec<(usize, usize)> = Vec::new();
    for (_, place) in places.iter().filter(|(_, place)| place.start >= start && place.end <= end) {
        let (from, to) = (place.start - start, place.end - start);
        match marks.last_mut() {
            Some((_, last)) if from <= *last => *last = to.max(*last),
            _ => marks.push((from, to)),
        }
    }
    (shown, marks)
}

/// The place from which on most different runs are seen at once; the first of such places.
fn best(places: &[(usize, Range<usize>)]) -> usize {
    let mut best = (0, places.first().map_or(0, |(_, place)| place.start));
    for (index, (_, from)) in places.iter().enumerate().take(2_000) {
        let seen = places
            .iter()
            .skip(index)
            .take_while(|(_, place)| place.end <= from.start + LENGTH * 3 / 4)
            .fold(0_u32, |seen, (which, _)| seen | 1 << (which % 32))
            .count_ones();
        if seen > best.0 {
            best = (seen, from.start);
        }
    }
    best.1
}

impl Run {
    /// The run from a folded character on; none when it is over.
    fn after(&self, from: usize) -> Option<Run> {
        let characters = self.characters.get(from..).filter(|rest| !rest.is_empty())?;
        Some(Run {
            characters: characters.to_vec(),
            places: self.places.get(from..)?.to_vec(),
            is_cjk: self.is_cjk,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::fold::{Run, runs};
    use super::excerpt;

    fn marked(text: &str, wanted: &str) -> Vec<String> {
        let wanted: Vec<Run> = wanted.split(' ').flat_map(runs).collect();
        let (shown, marks) = excerpt(text, &wanted);
        let part = |(from, to): (usize, usize)| shown.chars().skip(from).take(to - from).collect();
        marks.into_iter().map(part).collect()
    }

    #[test]
    fn the_words_are_marked_as_they_are_written() {
        assert_eq!(marked("Prüfbericht für LM-MT650", "pruf"), ["Prüf"]);
        assert_eq!(marked("数控机床检测报告，机床", "机床"), ["机床", "机床"]);
        assert_eq!(marked("检 测报告", "检测"), ["检 测"]);
    }

    #[test]
    fn the_part_with_most_words_is_shown() {
        let text = format!("机床{}机床 证书 有效{}", "，其他".repeat(200), "，其他".repeat(200));
        assert_eq!(marked(&text, "机床 证书"), ["机床", "证书"], "not the first place of one");
    }

    #[test]
    fn a_text_without_the_words_shows_its_beginning() {
        assert_eq!(excerpt("nothing here", &runs("机床")), ("nothing here".to_owned(), vec![]));
    }
}
