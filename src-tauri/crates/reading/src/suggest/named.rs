//! What a text names: models, standards and laws.

use super::labels::{Behind, Role};
use super::text::Text;
use super::values::bare;
use super::{Known, SuggestedField, Suggestion};
use regex::{Regex, RegexBuilder};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// Models suggested behind a label, where the text names none that is known.
const LABELLED: usize = 5;

/// Papers about other things than the firm's machines: their models are of instruments or parts.
const OF_OTHERS: &[&str] =
    &["metrology-calibration", "fluid-sds", "cn-business-licence", "component-declarations"];

/// Known models that the text names, with a word's border on both sides, however their parts are
/// joined; else those behind a label.
pub(super) fn models(
    text: &Text<'_>,
    behind: &[Behind<'_, '_>],
    kind: &str,
    known: &Known,
) -> Vec<Suggestion> {
    let found = known_models(text.lines.iter().map(|line| line.words.as_str()), known);
    let found: Vec<Suggestion> = found
        .into_iter()
        .filter_map(|(value, at, range)| {
            let line = text.lines.get(at)?;
            Some(line.suggestion(SuggestedField::Model, value, &range, None))
        })
        .collect();
    if !found.is_empty() || OF_OTHERS.contains(&kind) {
        return found;
    }
    let mut seen = BTreeSet::new();
    let mut labelled = Vec::new();
    for one in behind.iter().filter(|one| one.has(Role::Model) && one.parted) {
        if one.has(Role::Other) {
            continue;
        }
        let words = one.words();
        let mut start = 0;
        for word in words.split_inclusive([',', '、', ';', '/']) {
            let name = word.trim_matches([',', '、', ';', '/', ' ']);
            let from = one.range.start + start + word.find(name).unwrap_or_default();
            start += word.len();
            // One that is not a model ends the list.
            if !is_model(name) {
                break;
            }
            if seen.insert(name.to_owned()) {
                let range = from..from + name.len();
                let field = SuggestedField::Model;
                labelled.push(one.line.suggestion(field, name.to_owned(), &range, one.label));
            }
        }
    }
    labelled.truncate(LABELLED);
    labelled
}

/// Known models that the name of a file has in it.
pub(super) fn models_of_name(file_name: &str, known: &Known) -> Vec<Suggestion> {
    let found = known_models(std::iter::once(file_name), known);
    let characters = |to: usize| file_name.get(..to).map_or(0, |text| text.chars().count());
    let made = |(value, _, range): Named| {
        let (from, to) = (characters(range.start), characters(range.end));
        super::kinds::of_name(SuggestedField::Model, value, file_name, from, to)
    };
    // What lies beyond the part that is shown cannot be shown.
    found.into_iter().map(made).filter(|one| one.from < one.to).collect()
}

/// Letters and digits in one word, as `VMC-850`.
fn is_model(name: &str) -> bool {
    let letters = name.bytes().filter(u8::is_ascii_alphabetic).count();
    let digits = name.bytes().filter(u8::is_ascii_digit).count();
    let fits = name.bytes().all(|c| c.is_ascii_alphanumeric() || matches!(c, b'-' | b'.'));
    let begins = name.starts_with(|c: char| c.is_ascii_uppercase());
    let standard = ["ISO", "EN", "IEC", "GB"].iter().any(|body| {
        name.strip_prefix(body).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    });
    fits && begins && letters >= 1 && digits >= 2 && (3..=24).contains(&name.len()) && !standard
}

type Named = (String, usize, std::ops::Range<usize>);

/// The known models in the lines, each where it is named first.
pub(super) fn known_models<'l>(lines: impl Iterator<Item = &'l str>, known: &Known) -> Vec<Named> {
    let mut names: BTreeMap<String, &str> = BTreeMap::new();
    for model in known.models.iter().filter(|model| bare(model).chars().count() >= 3) {
        names.entry(bare(model)).or_insert(model);
    }
    let mut patterns: Vec<&str> = names.values().copied().collect();
    if patterns.is_empty() {
        return Vec::new();
    }
    // The longest first: of two that begin alike it is the one meant.
    patterns.sort_by_key(|name| std::cmp::Reverse(name.len()));
    let pattern = patterns.into_iter().map(spelled).collect::<Vec<_>>().join("|");
    let pattern = RegexBuilder::new(&pattern).case_insensitive(true).size_limit(64 << 20).build();
    let Ok(pattern) = pattern else { return Vec::new() };
    let mut found: Vec<Named> = Vec::new();
    for (at, line) in lines.enumerate() {
        for words in pattern.find_iter(line) {
            if !borders(line, words.start(), words.end()) {
                continue;
            }
            let Some(name) = names.remove(&bare(words.as_str())) else { continue };
            found.push((name.to_owned(), at, words.range()));
        }
        if names.is_empty() {
            break;
        }
    }
    found
}

/// A model's letters and figures, with or without a blank or hyphen where they change or where it
/// has one.
fn spelled(name: &str) -> String {
    let mut pattern = String::new();
    let mut last: Option<char> = None;
    let mut parted = false;
    for c in name.chars() {
        if !c.is_alphanumeric() {
            parted = true;
            if !matches!(c, ' ' | '-' | '_' | '/') {
                pattern.push_str(&format!("{}?", regex::escape(c.encode_utf8(&mut [0; 4]))));
            }
            continue;
        }
        let changes = last.is_some_and(|last| last.is_ascii_digit() != c.is_ascii_digit());
        if last.is_some() && (parted || changes) {
            pattern.push_str("[ _/-]?");
        }
        pattern.push_str(&regex::escape(c.encode_utf8(&mut [0; 4])));
        (last, parted) = (Some(c), false);
    }
    pattern
}

/// Whether words stand for themselves, and not in a longer number: `LM-MT650` is not named in
/// `LM-MT6500` or in the serial number `LM-MT650-26-0113`.
fn borders(line: &str, from: usize, to: usize) -> bool {
    let before = line.get(..from).unwrap_or_default();
    let after = line.get(to..).unwrap_or_default();
    let joins = |c: char| c.is_ascii_alphanumeric();
    let joined_before = before.ends_with(joins)
        || before.strip_suffix(['-', '_']).is_some_and(|rest| rest.ends_with(joins));
    let joined_after = after.starts_with(joins)
        || after.strip_prefix(['-', '_']).is_some_and(|rest| rest.starts_with(joins));
    !joined_before && !joined_after
}

static STANDARDS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?x)(?-u:\b)(?:
          (?:DIN\s)?(?:BS\s)?EN\s(?:ISO(?:/IEC)?|IEC|ISO/TS|ISO/TR)\s\d{3,5}(?:-\d{1,4})*(?:[:]\d{4}(?:-\d\d)?)?(?:[/+]A\d{1,2}:\d{4})*
        | (?:DIN\s|BS\s|ÖNORM\s|NF\s)?EN\s\d{3,5}(?:-\d{1,4})*(?::\d{4}(?:-\d\d)?)?(?:[/+]A[MC]?\d{1,2}(?::\d{4})?)*
        | DIN\s\d{3,5}(?:-\d{1,3})*(?::\d{4}(?:-\d\d)?)?
        | BS\s(?:ISO\s|IEC\s)\d{3,5}(?:-\d{1,3})*(?::\d{4})?
        | ISO/(?:IEC(?:\sTR|\sTS)?|TR|TS|PAS)\s\d{4,5}(?:-\d{1,3})*(?::\d{4})?
        | ISO\s(?:\d{3,5}(?:-\d{1,3})*(?::\d{4}(?:/Amd\s?\d(?::\d{4})?)?)?|\d{1,2}:\d{4})
        | IEC(?:/TS|/TR|\sTS|\sTR)?\s\d{4,5}(?:-\d{1,3})*(?::\d{4})?
        | CISPR\s\d{1,2}(?:-\d)*(?::\d{4})?
        | (?:GB|JB|HG|YB|SN|JT|QB)/[TZ]\s?\d{2,5}(?:\.\d{1,3})?(?:-\d{4})?
        | (?:GB|JB|HG|YB|SN|JT|QB)\s?\d{3,5}(?:\.\d{1,3})?-(?:19|20)\d\d
        | GB\s\d{4,5}(?:\.\d{1,3})?
        | JJ[FG]\s?\d{2,5}(?:\.\d{1,3})?-\d{4}
        | ISPM\s?(?:No\.\s?)?15
        | VDI(?:/[A-Z]{2,4})?\s\d{4}(?:\s(?:Part|Blatt)\s\d{1,2})?
        | ANSI\sB11\.\d{1,2}(?:-\d{4})?
        | NFPA\s?(?:70|79)
        | UL\s\d{3,5}(?:-\d{1,3})?[A-Z]?
        | CSA\sC22\.2\sNo\.\s?\d{1,3}(?:\.\d{1,2})?
        | JIS\s[A-Z]\s\d{4}(?:-\d{1,2})?
        | AS/NZS\s\d{4}(?:\.\d{1,4})*
        | (?:TR\sCU|ТР\sТС)\s\d{3}/\d{4}
        | (?:19|20)\d{2}/\d{1,4}/(?:EC|EU|EG|EEC)
        | [789]\d/\d{1,3}/(?:EC|EG|EEC|EWG)
        | (?:UK\s)?S\.?I\.?\s(?:19|20)\d{2}/\d{1,4}
        | UCP\s600
        | URDG\s758
        )
        | \((?:EU|EC|EG)\)\s(?:No\.?\s|Nr\.?\s)?\d{2,4}/\d{2,4}",
    )
    .ok()
});

/// Standards and laws cited, as written, each once.
pub(super) fn standards(text: &Text<'_>) -> Vec<Suggestion> {
    let Some(pattern) = STANDARDS.as_ref() else { return Vec::new() };
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for line in &text.lines {
        for cited in pattern.find_iter(&line.words) {
            let value = cited.as_str();
            let after = line.words.get(cited.end()..).unwrap_or_default();
            let before = line.words.get(..cited.start()).unwrap_or_default();
            let goes_on = after.starts_with(|c: char| c.is_ascii_alphanumeric())
                || after
                    .strip_prefix(['-', ':', '.'])
                    .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
            // A part of a longer number, or a number of another kind: "Form GB 123", "No-EN 45".
            let joined = before.ends_with(['-', '_', '.']) || taper(before, value);
            if goes_on || joined || !seen.insert(bare(value)) {
                continue;
            }
            let range = cited.range();
            let value = value.to_owned();
            found.push(line.suggestion(SuggestedField::Standard, value, &range, None));
        }
    }
    found
}

/// Whether all of the words is a citation.
pub(super) fn is_citation(words: &str) -> bool {
    let found = STANDARDS.as_ref().and_then(|pattern| pattern.find(words));
    found.is_some_and(|found| found.start() == 0 && found.end() == words.len())
}

/// `GB 4022` behind a model's letters is no standard; `ISO 100` of a film neither, but such papers
/// are not ours.
fn taper(before: &str, value: &str) -> bool {
    let lower = before.trim_end().to_lowercase();
    let thing = [
        "spindle",
        "taper",
        "grade",
        "class",
        "viscosity",
        "oil",
        "vg",
        "grinding",
        "锥孔",
        "刀柄",
    ];
    value.len() <= 7 && thing.iter().any(|word| lower.ends_with(word))
}
