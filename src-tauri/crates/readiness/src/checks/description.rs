//! What the goods are called.

use super::say::{both, broken, lacks};
use super::{Context, Outcome};
use crate::document::kind;
use crate::normal::{code, normalised};
use crate::{Reason, Saying, TradeDocument};
use std::collections::BTreeSet;

/// Words that are no goods description for the entry-summary systems, alone or with others of them.
const STOP_WORDS: [&str; 36] = [
    "ACCESSORIES",
    "APPLIANCES",
    "ARTICLES",
    "CARGO",
    "CHEMICALS",
    "COMPONENTS",
    "CONSOLIDATED",
    "DIVERS",
    "ELECTRICAL",
    "ELECTRONICS",
    "EQUIPMENT",
    "FREIGHT",
    "GENERAL",
    "GIFT",
    "GOODS",
    "INDUSTRIAL",
    "IRON",
    "ITEMS",
    "MACHINE",
    "MACHINERY",
    "MACHINES",
    "MATERIALS",
    "METAL",
    "NIL",
    "PARTS",
    "PIPES",
    "PLASTIC",
    "PRODUCTS",
    "SAMPLES",
    "SPARE",
    "SPARES",
    "STEEL",
    "TOOL",
    "TOOLS",
    "UNKNOWN",
    "WIRES",
];

/// Words that say nothing about the goods.
const FILLERS: [&str; 22] = [
    "A", "AN", "AND", "BOX", "BOXES", "CASE", "CASES", "FOR", "IN", "NEW", "NO", "NOS", "OF", "ON",
    "OR", "PACKAGES", "PCS", "SET", "SETS", "THE", "UNITS", "WITH",
];

/// Phrases refused wherever they stand.
const STOP_PHRASES: [&str; 12] = [
    "AS PER ATTACHED",
    "AS PER CONTRACT",
    "AS PER INVOICE",
    "CONSOLIDATED CARGO",
    "FREIGHT ALL KINDS",
    "FREIGHT OF ALL KINDS",
    "GENERAL CARGO",
    "PERSONAL EFFECTS",
    "SAID TO CONTAIN",
    "STC",
    "TO BE ADVISED",
    "VARIOUS",
];

/// Chinese words refused as the whole of a description.
const CHINESE_STOP_WORDS: [&str; 8] =
    ["货物", "机器", "机械", "设备", "机械设备", "配件", "零件", "零配件"];

fn is_refused(text: &str) -> bool {
    let text = normalised(text);
    let padded = format!(" {text} ");
    let phrase = STOP_PHRASES.iter().any(|phrase| padded.contains(&format!(" {phrase} ")));
    let says_nothing = text.split(' ').all(|word| {
        STOP_WORDS.contains(&word)
            || FILLERS.contains(&word)
            || word.chars().all(|c| c.is_ascii_digit())
    });
    phrase || says_nothing || CHINESE_STOP_WORDS.contains(&text.as_str())
}

fn text(document: &TradeDocument) -> Option<String> {
    document.description.clone().filter(|text| !normalised(text).is_empty())
}

/// The invoice's wording corresponds to the credit's; other documents may be general but must not
/// conflict; the ENS text has no stop word (UCP 600 Art. 18 c, 14 e; ICS2).
pub(super) fn description(context: &Context<'_>) -> Outcome {
    let invoice = context.document(kind::INVOICE).and_then(text);
    let mut outcomes = vec![credit(context, invoice.as_deref()), entry(context)];
    if let Some(invoice) = invoice {
        let others = [
            kind::PACKING_LIST,
            kind::BILL_OF_LADING,
            kind::RAIL_NOTE,
            kind::ORIGIN,
            kind::INSURANCE,
        ];
        let others = others.into_iter().chain([kind::EXPORT_DECLARATION, kind::ENS]);
        outcomes.extend(others.filter_map(|kind| {
            let other = context.document(kind).and_then(text)?;
            let outcome = if conflicts(context, &invoice, &other) {
                differ((kind::INVOICE, invoice.clone()), (kind, other))
            } else {
                Outcome::agree()
            };
            Some(outcome)
        }));
    } else {
        outcomes.push(lacks(kind::INVOICE, "description"));
    }
    both(outcomes)
}

fn differ(one: (&str, String), other: (&str, String)) -> Outcome {
    let says = [one, other]
        .into_iter()
        .map(|(document, value)| Saying { document: document.to_owned(), value: Some(value) })
        .collect();
    Outcome::Differ(vec![Reason::Compared { field: "description".to_owned(), says }])
}

/// The words of the credit stand in the invoice as they stand in the credit.
fn credit(context: &Context<'_>, invoice: Option<&str>) -> Outcome {
    if !context.has_credit() {
        return Outcome::NotApplicable;
    }
    match (invoice, context.document(kind::CREDIT).and_then(text)) {
        (_, None) => lacks(kind::CREDIT, "description"),
        (None, _) => lacks(kind::INVOICE, "description"),
        (Some(invoice), Some(wanted)) => {
            let (said, needed) = (normalised(invoice), normalised(&wanted));
            if format!(" {said} ").contains(&format!(" {needed} ")) {
                Outcome::agree()
            } else {
                differ((kind::CREDIT, wanted), (kind::INVOICE, invoice.to_owned()))
            }
        }
    }
}

fn entry(context: &Context<'_>) -> Outcome {
    match context.document(kind::ENS).map(text) {
        None if context.needs_entry_summary() => lacks(kind::ENS, "description"),
        None => Outcome::NotApplicable,
        Some(None) => lacks(kind::ENS, "description"),
        Some(Some(description)) if is_refused(&description) => {
            broken("stop-word", description, "a precise text".to_owned())
        }
        Some(Some(_)) => Outcome::agree(),
    }
}

/// Words general enough to go with any machine, by their first letters.
const GENERAL: [&str; 5] = ["MACHI", "EQUIP", "GOODS", "CARGO", "INDUS"];

/// The first letters of the telling words of a text.
fn stems(text: &str) -> BTreeSet<String> {
    normalised(text)
        .split(' ')
        .filter(|word| !FILLERS.contains(word) && !word.contains(|c: char| c.is_ascii_digit()))
        .filter(|word| word.is_ascii() && word.len() >= 3)
        .map(|word| word.chars().take(5).collect())
        .collect()
}

/// What looks like a model: letters, then digits, with a hyphen between its parts.
fn models(text: &str) -> Vec<String> {
    text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '(' | ')' | '/'))
        .filter(|word| word.contains('-') && word.contains(|c: char| c.is_ascii_digit()))
        .filter(|word| word.starts_with(|c: char| c.is_ascii_alphabetic()))
        .map(code)
        .filter(|model| model.len() >= 4)
        .collect()
}

/// Two descriptions conflict where the other names a model that the invoice does not, or where they
/// have no telling word in common and the other is not general. Texts in different scripts have no
/// word in common and are not compared.
fn conflicts(context: &Context<'_>, invoice: &str, other: &str) -> bool {
    let said = code(invoice);
    let goods = context.document(kind::INVOICE).map(|d| d.goods.as_slice()).unwrap_or_default();
    let named = |model: &String| {
        said.contains(model.as_str()) || goods.iter().any(|line| code(&line.model) == *model)
    };
    if models(other).iter().any(|model| !named(model)) {
        return true;
    }
    let (ours, theirs) = (stems(invoice), stems(other));
    !ours.is_empty()
        && !theirs.is_empty()
        && ours.is_disjoint(&theirs)
        && !theirs.iter().any(|stem| GENERAL.contains(&stem.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stop_words_are_refused_alone_and_among_themselves() {
        for text in [
            "MACHINERY",
            "Machine parts",
            "Spare parts and accessories",
            "1 SET MACHINE",
            "General cargo",
            "Gantry centre, as per invoice",
            "STC 2 cases",
            "机械设备",
            "Tools",
        ] {
            assert!(is_refused(text), "{text}");
        }
        for text in [
            "Gantry milling machine GB-G4022",
            "CNC mill-turn machining centre",
            "数控龙门加工中心",
        ] {
            assert!(!is_refused(text), "{text}");
        }
    }
}
