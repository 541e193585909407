//! Who issued a document and whose it is.

use super::labels::{Behind, Role, leading};
use super::text::{Line, Text, is_chinese};
use super::values::{bare, body, has_form, is_department};
use super::{Known, SuggestedField, Suggestion};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// Kinds that another than their holder issues. On all others the firm at the head speaks for
/// itself.
const BY_OTHERS: &[&str] = &[
    "iso-9001",
    "iso-14001",
    "iso-27001",
    "iso-45001",
    "iec-62443",
    "metrology-calibration",
    "cargo-insurance",
    "insurance-certificate",
    "product-liability-insurance",
    "eu-product-liability",
    "us-liability",
    "sinosure-cover",
    "bill-of-lading",
    "sea-waybill",
    "rail-consignment-note",
    "certificate-of-origin",
    "co-non-preferential",
    "co-preferential",
    "dual-use-export-licence",
    "tech-export-licence",
    "aeo-status",
    "approved-exporter",
    "bank-reference",
    "bank-guarantee",
    "letter-of-credit",
    "audited-accounts",
    "eu-notified-body",
    "cn-business-licence",
    "cn-customs-consignor",
    "cn-fx-directory",
    "factory-audit",
    "emc-report",
    "uk-loler",
];

/// Own papers, on which the firm that issues them is also whose they are.
const OWN: &[&str] = &[
    "eu-machinery-doc",
    "uk-machinery-doc",
    "eu-doi-pcm",
    "noise-declaration",
    "eu-noise-declaration",
    "accuracy-report",
    "electrical-test-record",
    "safety-function-report",
    "risk-assessment-12100",
    "company-profile",
    "reference-list",
    "business-continuity",
    "service-capacity",
    "response-time-commitment",
    "spare-parts-list",
    "sbom",
    "origin-calc-sheet",
    "hs-classification-sheet",
    "dual-use-self-classification",
];

/// Papers between two parties: whose they are is a matter of view.
const BETWEEN: &[&str] =
    &["sales-contract", "commercial-invoice", "packing-list", "letter-of-credit", "booking"];

/// Papers of the firm that sends the goods.
const GOODS: &[&str] = &["commercial-invoice", "packing-list"];

/// Papers on the goods' way, which the firm that sends them holds.
const TRANSPORT: &[&str] = &[
    "bill-of-lading",
    "sea-waybill",
    "rail-consignment-note",
    "certificate-of-origin",
    "co-non-preferential",
    "co-preferential",
    "dual-use-export-licence",
];

/// Issuer and holder.
pub(super) fn parties(
    text: &Text<'_>,
    behind: &[Behind<'_, '_>],
    kind: &str,
    known: &Known,
) -> Vec<Suggestion> {
    let labelled = labelled_holder(behind, kind).or_else(|| certified(text));
    let by_others = BY_OTHERS.contains(&kind) || (kind.is_empty() && certifies(text));
    let issuer = issuer(text, behind, kind, by_others, labelled.as_ref(), known);
    let same = |one: &Suggestion, other: &Suggestion| bare(&one.value) == bare(&other.value);
    let holder = match labelled {
        // A body does not certify itself.
        Some(holder) if by_others && issuer.as_ref().is_some_and(|one| same(one, &holder)) => None,
        Some(holder) => Some(holder),
        None if OWN.contains(&kind) => {
            let own = issuer.clone();
            own.map(|one| Suggestion { field: SuggestedField::Holder, ..one })
        }
        None => sole(text, known, issuer.as_ref(), by_others),
    };
    holder.into_iter().chain(issuer).collect()
}

/// The name behind a label of the given meaning, where all such labels name one.
fn labelled(
    behind: &[Behind<'_, '_>],
    field: SuggestedField,
    fits: impl Fn(&Role) -> bool,
) -> Vec<Suggestion> {
    let places = behind
        .iter()
        .filter(|one| one.parted && !one.has(Role::Other) && one.roles.iter().any(&fits));
    places
        .filter_map(|one| {
            let (_, length) = body(one.words())?;
            let range = one.range.start..one.range.start + length;
            Some(made(one.line, field, &range, one.label))
        })
        .collect()
}

fn made(
    line: &Line<'_>,
    field: SuggestedField,
    range: &Range<usize>,
    label: Option<&Line<'_>>,
) -> Suggestion {
    line.suggestion(field, line.written(range), range, label)
}

/// One suggestion where the names agree; a name in two languages counts as one, the first.
fn one_party(mut found: Vec<Suggestion>) -> Option<Suggestion> {
    let chinese = |one: &Suggestion| one.value.starts_with(is_chinese);
    let first = found.first().map(chinese)?;
    found.retain(|one| chinese(one) == first);
    for one in found.iter_mut().skip(1) {
        one.value = one.value.trim_end_matches('.').to_owned();
    }
    let bares: Vec<String> = found.iter().map(|one| bare(&one.value)).collect();
    let all_same = bares.iter().all(|one| Some(one) == bares.first());
    all_same.then(|| found.swap_remove(0))
}

fn labelled_holder(behind: &[Behind<'_, '_>], kind: &str) -> Option<Suggestion> {
    if BETWEEN.contains(&kind) {
        return None;
    }
    let field = SuggestedField::Holder;
    let own = |role: &Role| match role {
        Role::Holder => true,
        Role::Sender => TRANSPORT.contains(&kind),
        Role::HolderOf(kinds) => kinds.contains(&kind),
        _ => false,
    };
    let found = labelled(behind, field, own);
    if !found.is_empty() {
        return one_party(found);
    }
    // On declarations and certificates of products the maker is whose they are; on others it made
    // the instrument or the goods.
    const OF_GOODS: [&str; 4] =
        ["metrology-calibration", "fluid-sds", "cargo-insurance", "emc-report"];
    if OF_GOODS.contains(&kind) {
        return None;
    }
    one_party(labelled(behind, field, |role| *role == Role::Maker))
}

fn lines_before<'t, 'a>(text: &'t Text<'a>) -> impl Iterator<Item = &'t Line<'a>> {
    text.lines.iter().take(40).filter(|line| !line.is_margin())
}

/// Whether the text says of itself that it is a certificate.
pub(super) fn certifies(text: &Text<'_>) -> bool {
    const WORDS: [&str; 8] =
        ["certificate", "certify", "zertifikat", "证书", "兹证明", "licence", "许可证", "保险单"];
    lines_before(text).take(15).any(|line| {
        let lower = line.words.to_lowercase();
        // A certificate's number may be that of another paper.
        let numbered = leading(&line.words).is_some_and(|(roles, _)| {
            roles.iter().any(|role| matches!(role, Role::Certificate | Role::Other))
        });
        !numbered && lower.chars().count() <= 60 && WORDS.iter().any(|word| lower.contains(word))
    })
}

static CERTIFIED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?x)(?:^|\s)(?:[Cc]ertif(?:y|ies)\sthat|[Cc]onfirms?\sthat|[Mm]anagement\s[Ss]ystems?\sof|
        [Ss]ystem\sof|(?:[Ii]s|[Hh]as\sbeen)\s(?:hereby\s)?(?:awarded|granted|issued)\sto)
        (?:\sthe\s(?:(?:quality|environmental|information\ssecurity|safety|management|organi[sz]ation|company)\s?)*
            (?:(?:management\s)?systems?\sof|organi[sz]ation|company))?
        [\s:]*|^兹证明[,:\s]*|^兹?证明[:\s]+|(?:^|[,。\s])[特兹]发给[:\s]*|^兹声明[,\s]*",
    )
    .ok()
});

/// The firm in "This is to certify that … of X": behind the words or on the line below.
fn certified(text: &Text<'_>) -> Option<Suggestion> {
    let pattern = CERTIFIED.as_ref()?;
    let mut found = Vec::new();
    for (index, line) in text.edges().filter(|(_, line)| line.at < 60) {
        let Some(words) = pattern.find(&line.words) else { continue };
        let rest = line.words.get(words.end()..).unwrap_or_default();
        let field = SuggestedField::Holder;
        if rest.trim().is_empty() {
            let Some(below) = text.below(index) else { continue };
            let Some((_, length)) = body(below.cell(0)) else { continue };
            let Some(cell) = below.cells.first() else { continue };
            found.push(made(below, field, &(cell.start..cell.start + length), Some(line)));
        } else if let Some((_, length)) = body(rest) {
            found.push(made(line, field, &(words.end()..words.end() + length), None));
        }
    }
    one_party(found)
}

fn issuer(
    text: &Text<'_>,
    behind: &[Behind<'_, '_>],
    kind: &str,
    by_others: bool,
    holder: Option<&Suggestion>,
    known: &Known,
) -> Option<Suggestion> {
    let field = SuggestedField::Issuer;
    let found = labelled(behind, field, |role| *role == Role::Issuer);
    if !found.is_empty() {
        return one_party(found);
    }
    if !by_others {
        let found = labelled(behind, field, |role| match role {
            Role::Maker | Role::Seller => true,
            // Who sends the goods writes their packing list and invoice.
            Role::Sender => GOODS.contains(&kind),
            _ => false,
        });
        if !found.is_empty() {
            return one_party(found);
        }
    }
    // Its text is the bank's, but does not name it.
    if kind == "letter-of-credit" {
        return None;
    }
    if let Some(found) = speaks(text, by_others) {
        return Some(found);
    }
    let owner = |name: &str| {
        let name = bare(name);
        holder.is_some_and(|one| bare(&one.value) == name)
            || known.holders.iter().any(|holder| bare(holder) == name)
    };
    let fits = |line: &Line<'_>| {
        let (range, name) = whole(line)?;
        (!by_others || !owner(&name)).then(|| made(line, field, &range, None))
    };
    head(text, by_others).find_map(fits).or_else(|| {
        let found: Vec<Suggestion> = foot(text).filter_map(fits).collect();
        // Two firms that sign are two parties; one in two languages is one.
        one_party(found)
    })
}

static CERTIFIES: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"^\s*(?:hereby\s)?(?:certifies|confirms|attests)\b").ok());

static DECLARES: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?i)^(?:we|wir),?\s(?:the\s)?(?:undersigned,?\s)?").ok());

/// Who says of itself what the document says: "X hereby certifies that …", "We, X, declare …".
fn speaks(text: &Text<'_>, by_others: bool) -> Option<Suggestion> {
    lines_before(text).find_map(|line| {
        let start = if by_others { 0 } else { DECLARES.as_ref()?.find(&line.words)?.end() };
        let words = line.words.get(start..)?;
        let (_, length) = body(words)?;
        let says = !by_others || CERTIFIES.as_ref()?.is_match(words.get(length..)?);
        says.then(|| made(line, SuggestedField::Issuer, &(start..start + length), None))
    })
}

/// Lines of the letterhead: the first of the text and of the pages' head. In a certificate they end
/// where it begins to say whom it certifies.
fn head<'t, 'a>(text: &'t Text<'a>, by_others: bool) -> impl Iterator<Item = &'t Line<'a>> {
    let heads = text.lines.iter().filter(|line| line.is_head()).take(3);
    let first =
        text.lines.iter().filter(|line| !line.is_margin()).take(if by_others { 3 } else { 4 });
    let first = first.take_while(move |line| {
        let lower = line.words.to_lowercase();
        let turns = ["certify", "certifies", "issued to", "awarded", "证明", "granted"];
        let addressed = ["to:", "attn", "messrs", "致", "buyer", "sold to", "consignee", "买方"];
        let turned = by_others && turns.iter().any(|word| lower.contains(word));
        !turned && addressed.iter().all(|word| !lower.starts_with(word))
    });
    heads.chain(first)
}

/// Lines where a signature stands: the last of the text.
fn foot<'t, 'a>(text: &'t Text<'a>) -> impl Iterator<Item = &'t Line<'a>> {
    text.lines.iter().filter(|line| !line.is_margin() && line.at > 0 && line.at + 6 > line.of)
}

/// The name that is all of a line, but for a department or the words for a seal.
fn whole(line: &Line<'_>) -> Option<(Range<usize>, String)> {
    let cells = line.cells.as_slice();
    // A sheet's head has empty cells or a date beside the name.
    let cell = match cells {
        [one] => one,
        [first, ..] if line.at < 3 && leading(line.cell(1)).is_some() => first,
        _ => return None,
    };
    let words = line.words.get(cell.clone())?;
    if leading(words).is_some_and(|(roles, _)| !roles.contains(&Role::Paper)) {
        return None;
    }
    let (name, length) = body(words)?;
    let rest = words.get(length..)?.trim();
    let seal = ["(盖章)", "(公章)", "(章)", "(签章)"];
    let place = rest.strip_prefix([',', '.']).unwrap_or(rest).trim();
    let is_place = place.chars().count() <= 24
        && !place.contains(|c: char| c.is_ascii_digit())
        && place.starts_with(|c: char| c.is_uppercase() && c.is_ascii());
    if !name.contains(is_chinese) && !has_form(&name) && !is_title_case(&name) {
        return None;
    }
    let ends =
        rest.is_empty() || rest == "." || seal.contains(&rest) || is_department(rest) || is_place;
    ends.then(|| (cell.start..cell.start + length, name))
}

/// Whether all longer words begin with a capital, and none of them is a title's: `Five-axis
/// machining centre` and `Bank Reference` are no bodies.
fn is_title_case(name: &str) -> bool {
    const TITLES: [&str; 16] = [
        "certificate",
        "report",
        "reference",
        "guarantee",
        "declaration",
        "licence",
        "license",
        "invoice",
        "list",
        "plan",
        "record",
        "statement",
        "policy",
        "form",
        "manual",
        "scope",
    ];
    let words = || name.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 3);
    words().count() >= 2
        && words().all(|word| word.starts_with(|c: char| !c.is_lowercase()))
        && !words().any(|word| TITLES.contains(&word.to_lowercase().as_str()))
}

/// The only one of the known firms that the text names, and not its issuer.
fn sole(
    text: &Text<'_>,
    known: &Known,
    issuer: Option<&Suggestion>,
    by_others: bool,
) -> Option<Suggestion> {
    let mut found: Vec<(usize, Suggestion)> = Vec::new();
    // Partners may be hundreds; a pattern is made only for those whose letters are there.
    let letters: String =
        text.edges().flat_map(|(_, line)| [bare(&line.words), "\n".into()]).collect();
    let names = known.holders.iter().enumerate().filter(|(_, name)| letters.contains(&bare(name)));
    let names = names.filter_map(|(at, name)| Some((at, pattern(name)?)));
    for (at, pattern) in names {
        let named = text.edges().find_map(|(_, line)| {
            let words = pattern.find_iter(&line.words).find(|words| {
                let before = line.words.get(..words.start()).and_then(|t| t.chars().next_back());
                let after = line.words.get(words.end()..).and_then(|t| t.chars().next());
                let joins =
                    |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && !is_chinese(c));
                !joins(before) && !joins(after)
            })?;
            let range = words.range();
            Some((range, line))
        });
        if let Some((range, line)) = named {
            let value = known.holders.get(at).cloned().unwrap_or_default();
            found.push((at, line.suggestion(SuggestedField::Holder, value, &range, None)));
        }
    }
    if by_others {
        found
            .retain(|(_, one)| issuer.is_none_or(|issuer| bare(&issuer.value) != bare(&one.value)));
    }
    let [(_, one)] = found.as_slice() else { return None };
    Some(one.clone())
}

/// A name in any writing: its words, whatever signs and blanks are between.
fn pattern(name: &str) -> Option<Regex> {
    let mut pattern = String::from("(?i)");
    let mut joint = "";
    let mut letters = 0;
    for c in name.chars() {
        if c.is_alphanumeric() {
            pattern.push_str(joint);
            pattern.push_str(&regex::escape(c.encode_utf8(&mut [0; 4])));
            joint = "";
            letters += 1;
        } else {
            joint = r"[\s.,()（）&'’-]{0,4}";
        }
    }
    (letters >= 4).then(|| Regex::new(&pattern).ok()).flatten()
}
