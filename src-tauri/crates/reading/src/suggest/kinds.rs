//! What kind of document a text is: by its heading, and for certificates by the standard they are
//! for. Without a heading that is known, the file's name may tell.

use super::cues::{CUES, SYSTEMS};
use super::text::{Line, Text, is_chinese};
use super::{Known, SuggestedField, Suggestion};
use crate::Place;
use std::collections::BTreeMap;
use std::ops::Range;

/// Lines in which a heading is sought.
const HEADING: usize = 14;

/// What a heading must be worth to tell the kind, and by how much it must lead.
const ENOUGH: i32 = 40;
const LEAD: i32 = 4;

/// A heading found: its worth, the kind, and where it stands.
struct Found {
    worth: i32,
    id: String,
    line: usize,
    range: Range<usize>,
}

pub(super) fn kind(text: &Text<'_>, file_name: &str, known: &Known) -> Option<Suggestion> {
    let cues = cues(known);
    let mut found = headings(text, &cues);
    found.extend(certified_system(text, known));
    let told = clear(found);
    match told {
        Some(one) => {
            let line = text.lines.get(one.line)?;
            Some(line.suggestion(SuggestedField::DocumentType, one.id, &one.range, None))
        }
        None => by_name(file_name, &cues),
    }
}

/// A name of a kind as it is compared, and whether it is one of the table and not only a title.
struct Cue {
    id: String,
    bare: String,
    own: bool,
    /// Only when it is all of a heading.
    exact: bool,
}

fn cues(known: &Known) -> Vec<Cue> {
    let mut cues: Vec<Cue> = Vec::new();
    let mut titles: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for kind in &known.types {
        let own = CUES.iter().filter(|(id, _)| *id == kind.id);
        cues.extend(own.flat_map(|(_, names)| names.split('|')).map(|name| Cue {
            id: kind.id.clone(),
            bare: squeezed(name),
            own: true,
            exact: name.starts_with('='),
        }));
        for title in &kind.titles {
            titles.entry(squeezed(title)).or_default().push(&kind.id);
        }
    }
    // A title of several kinds tells none; one of the table goes before.
    for (bare, ids) in titles {
        let taken = cues.iter().any(|cue| cue.bare == bare);
        if let [id] = ids.as_slice()
            && !taken
            && long_enough(&bare)
        {
            cues.push(Cue { id: (*id).to_owned(), bare, own: false, exact: true });
        }
    }
    cues
}

fn long_enough(bare: &str) -> bool {
    let count = bare.chars().count();
    if bare.chars().any(is_chinese) { count >= 3 } else { count >= 7 }
}

/// Lower case, letters and digits only: headings are spaced and broken in many ways.
fn squeezed(words: &str) -> String {
    super::values::bare(words)
}

fn headings(text: &Text<'_>, cues: &[Cue]) -> Vec<Found> {
    let mut found = Vec::new();
    let lines = text.lines.iter().enumerate();
    let lines =
        lines.filter(|(_, line)| line.at < HEADING && (!line.is_margin() || line.is_head()));
    for (order, (index, line)) in lines.take(HEADING * 2).enumerate() {
        let fall = i32::try_from(order.min(HEADING)).unwrap_or_default() * 2;
        for range in &line.cells {
            let Some(cell) = line.words.get(range.clone()) else { continue };
            if cell.chars().count() > 90 {
                continue;
            }
            let bare = squeezed(cell);
            for cue in cues {
                let Some(worth) = worth(cell, &bare, cue, line) else { continue };
                let id = cue.id.clone();
                found.push(Found { worth: worth - fall, id, line: index, range: range.clone() });
            }
        }
    }
    found
}

/// What a cell is worth as the heading that a cue is.
fn worth(cell: &str, bare: &str, cue: &Cue, line: &Line<'_>) -> Option<i32> {
    let at = bare.find(&cue.bare)?;
    let length = i32::try_from(cue.bare.chars().count()).ok()?;
    // Of two names of which one has the other in it, the longer one.
    let specific = length.min(40) * if cue.bare.chars().any(is_chinese) { 3 } else { 1 };
    if bare.len() == cue.bare.len() {
        return Some(80 + specific);
    }
    // A title of the packs is too common a word to be told from within other words.
    if cue.exact {
        return None;
    }
    let before = bare.get(..at)?;
    let rest = bare.get(at + cue.bare.len()..)?;
    let number = ["no", "nr", "number", "号", "编号", "date", "日期", "value", "amount"];
    if number.iter().any(|word| rest.starts_with(word)) || refers(before) {
        return None;
    }
    let words_around = bare.chars().count() - cue.bare.chars().count();
    let sentence = cell.ends_with(['。', ';'])
        || cell.contains(". ")
        || cell.contains('。')
        || cell.matches(',').count() > 1;
    if sentence || words_around > 40 || line.cells.len() > 3 {
        return None;
    }
    // One Latin word must be a word by itself: "invoice" is not in "invoices".
    let latin = !cue.bare.chars().any(is_chinese);
    if latin
        && length < 9
        && !cell.to_lowercase().split(|c: char| !c.is_alphanumeric()).any(|word| word == cue.bare)
    {
        return None;
    }
    let around = i32::try_from(words_around).ok()?;
    let starts = if before.is_empty() { 10 } else { 0 };
    Some(50 + specific + starts - around)
}

/// Words before a name that make it a reference to another paper.
fn refers(before: &str) -> bool {
    const WORDS: [&str; 18] = [
        "see",
        "with",
        "per",
        "accordingto",
        "andthe",
        "annexto",
        "attachedto",
        "supplements",
        "under",
        "依据",
        "根据",
        "参见",
        "随附",
        "附",
        "按",
        "referto",
        "proforma",
        "形式",
    ];
    WORDS.iter().any(|word| before.ends_with(word) || (word.len() > 4 && before.contains(word)))
}

/// A certificate for a management system: the first such standard cited, where a heading says that
/// it is a certificate.
fn certified_system(text: &Text<'_>, known: &Known) -> Option<Found> {
    let body = || text.lines.iter().enumerate().filter(|(_, line)| !line.is_margin());
    let certificate = body().take(HEADING).any(|(_, line)| {
        let lower = line.words.to_lowercase();
        let words = ["certificate", "registration", "zertifikat", "认证证书", "证书", "urkunde"];
        let other = ["accreditation", "calibration", "origin", "校准", "原产地", "认可"];
        lower.chars().count() <= 60
            && words.iter().any(|word| lower.contains(word))
            && !other.iter().any(|word| lower.contains(word))
    });
    if !certificate {
        return None;
    }
    for (index, line) in body().take(60) {
        let lower = line.words.to_lowercase();
        let cited = SYSTEMS.iter().filter_map(|(name, id)| Some((lower.find(name)?, *name, *id)));
        let mut cited: Vec<_> = cited.collect();
        cited.sort_unstable();
        let Some((at, name, id)) = cited.first().copied() else { continue };
        // A certificate for several systems is of no one kind.
        if cited.iter().any(|(.., other)| *other != id) || id.is_empty() {
            return None;
        }
        let is_known = known.types.iter().any(|kind| kind.id == id);
        let fits = line.words.is_char_boundary(at) && lower.len() == line.words.len();
        let range = if fits { at..at + name.len() } else { line.cells.first()?.clone() };
        return is_known.then(|| Found { worth: 70, id: id.to_owned(), line: index, range });
    }
    None
}

/// The best of the headings, where it leads clearly.
fn clear(mut found: Vec<Found>) -> Option<Found> {
    found.sort_by_key(|one| std::cmp::Reverse(one.worth));
    let best = found.first()?;
    let other = found.iter().find(|one| one.id != best.id).map_or(i32::MIN, |one| one.worth);
    if best.worth < ENOUGH || best.worth - LEAD < other {
        return None;
    }
    found.into_iter().next()
}

/// The kind that the file's name says, where it says one.
fn by_name(file_name: &str, cues: &[Cue]) -> Option<Suggestion> {
    let stem = file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem);
    let bare = squeezed(stem);
    let mut best: Option<(usize, &Cue)> = None;
    for cue in cues.iter().filter(|cue| cue.own && !cue.exact && long_enough(&cue.bare)) {
        let length = cue.bare.chars().count();
        let inside = bare.contains(&cue.bare);
        if inside && best.is_none_or(|(longest, _)| length > longest) {
            best = Some((length, cue));
        }
    }
    let (_, cue) = best?;
    // Another kind named beside it makes it doubtful.
    let rest = bare.replacen(&cue.bare, "", 1);
    let other = cues.iter().any(|one| {
        one.own && one.id != cue.id && long_enough(&one.bare) && rest.contains(&one.bare)
    });
    if other {
        return None;
    }
    let field = SuggestedField::DocumentType;
    Some(of_name(field, cue.id.clone(), file_name, 0, stem.chars().count()))
}

/// A suggestion that rests on the file's name.
pub(super) fn of_name(
    field: SuggestedField,
    value: String,
    file_name: &str,
    from: usize,
    to: usize,
) -> Suggestion {
    let excerpt: String = file_name.chars().take(160).collect();
    let length = excerpt.chars().count();
    let place = Place::Part(file_name.to_owned());
    Suggestion { field, value, place, excerpt, from: from.min(length), to: to.min(length) }
}
