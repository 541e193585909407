//! The languages that a text is written in: of its sentences and labels, not of names in it.

use super::text::{Text, is_chinese};
use super::{SuggestedField, Suggestion};
use std::collections::BTreeSet;

/// Lines looked at.
const LINES: usize = 2_000;

/// Words that English documents are made of and that names of firms and streets have not.
const ENGLISH: &str = "the of and is are to for with by this that in on from be been has have was it \
    at as or not no date number issued issue issuer certificate invoice report contract packing list \
    declaration statement description quantity qty total weight gross net amount price manufacturer \
    model type serial result results test tested checked standard standards product goods item items \
    seller buyer shipper consignee vessel packages package customer country year page signature valid \
    until expiry expires scope holder place revision document approved prepared reviewed measured \
    permissible hazard measure before after risk assessment policy insured conditions below above all \
    manual safety operation use user end name address we our you your decision rejected record machine \
    version next review days time sheet reference category drawing part parts spare per exporter \
    delivery payment shipment language edition licence license bill lading port loading discharge \
    freight terms insurance origin value code marks notify party purpose yes each against under";

const GERMAN: &str = "der die das und ist mit nach den des von wird für im ein eine einer zu auf \
    nicht gemäß oder bei als vom am werden sind wurde prüfung ergebnis bestanden prüfdatum prüfer \
    seite datum hersteller maschine typ baujahr nummer norm normen richtlinie verordnung stand version \
    abschnitt sicherheit anleitung betriebsanleitung meldung ursache abhilfe bericht erklärung \
    rechnung menge preis gesamt gewicht artikel bezeichnung lieferung zahlung protokoll-nr protokoll \
    sicherheitsdatenblatt handelsname überarbeitet druckdatum ersetzt ort unterschrift gültig bis";

/// The codes of the languages, that with most text first.
pub(super) fn languages(text: &Text<'_>) -> Vec<Suggestion> {
    let english: BTreeSet<&str> = ENGLISH.split_whitespace().collect();
    let german: BTreeSet<&str> = GERMAN.split_whitespace().collect();
    let mut tallies = [Tally::default(), Tally::default(), Tally::default()];
    let mut letters = 0;
    for (at, line) in text.lines.iter().enumerate().take(LINES) {
        let chinese = line.words.chars().filter(|c| is_chinese(*c)).count();
        letters += chinese;
        tallies[0].add(at, chinese);
        let (mut en, mut de) = (0, 0);
        for word in line.words.split(|c: char| !(c.is_alphabetic() || c == '-')) {
            if word.is_empty() || word.starts_with(is_chinese) {
                continue;
            }
            letters += 1;
            let lower = word.to_lowercase();
            if english.contains(lower.as_str()) {
                en += 1;
                tallies[1].words.insert(lower.clone());
            }
            if german.contains(lower.as_str()) {
                de += 1;
                tallies[2].words.insert(lower);
            }
        }
        tallies[1].add(at, en);
        tallies[2].add(at, de);
    }
    let [chinese, english, german] = tallies;
    let mut found = Vec::new();
    // Names and addresses in Chinese come to a dozen characters or two; a heading in two languages
    // makes no text in two.
    if chinese.all >= 12 && chinese.lines >= 3 && chinese.all * 10 > letters {
        found.push((chinese.all, "zh", &chinese));
    }
    let latin = |own: &Tally, other: &Tally| {
        own.words.len() >= 4 && own.all >= 5 && own.lines >= 2 && own.all * 2 > other.all * 3
    };
    // Beside Chinese, labels in a second language are many or none.
    let beside = |own: &Tally| chinese.all < 40 || own.all * 20 > chinese.all;
    if latin(&english, &german) && beside(&english) {
        found.push((english.all, "en", &english));
    }
    if latin(&german, &english) && beside(&german) {
        found.push((german.all, "de", &german));
    }
    found.sort_by_key(|(count, ..)| std::cmp::Reverse(*count));
    let shown = |(_, code, tally): (usize, &str, &Tally)| -> Option<Suggestion> {
        let line = text.lines.get(tally.best)?;
        let range = line.cells.first()?.start..line.cells.last()?.end;
        Some(line.suggestion(SuggestedField::Language, code.to_owned(), &range, None))
    };
    found.into_iter().filter_map(shown).collect()
}

#[derive(Default)]
struct Tally {
    /// Words, or characters of Chinese.
    all: usize,
    /// Lines with any.
    lines: usize,
    words: BTreeSet<String>,
    /// The line with most, which is shown.
    best: usize,
    most: usize,
}

impl Tally {
    fn add(&mut self, at: usize, count: usize) {
        self.all += count;
        self.lines += usize::from(count > 0);
        if count > self.most {
            (self.best, self.most) = (at, count);
        }
    }
}
