//! The forms of values: a document's number, the name of a firm or an authority.

use super::dates::{Order, first_date_at};
use super::text::is_chinese;

/// A document's number at the beginning of the words: its value and length in bytes. Letters,
/// digits and the signs between, with digits in it; no date, no standard, no telephone.
pub(super) fn code(words: &str) -> Option<(String, usize)> {
    if let Some(length) = in_groups(words) {
        return Some((words.get(..length)?.to_owned(), length));
    }
    let fits = |c: char| {
        c.is_alphanumeric()
            || matches!(
                c,
                '-' | '/' | '.' | '_' | '(' | ')' | '〔' | '〕' | '[' | ']' | '【' | '】'
            )
    };
    let mut end = words.find(|c: char| !fits(c)).unwrap_or(words.len());
    // A mark of a body may stand apart: `RZ 14-00923/3`.
    let mark = words.get(..end)?;
    let is_mark = (2..=4).contains(&mark.len()) && mark.bytes().all(|c| c.is_ascii_uppercase());
    if is_mark && words.get(end..)?.starts_with(' ') {
        let rest = words.get(end + 1..)?;
        let length = rest.find(|c: char| !fits(c)).unwrap_or(rest.len());
        if rest.starts_with(|c: char| c.is_ascii_digit()) {
            end += 1 + length;
        }
    }
    let found = words.get(..end)?.trim_end_matches(['.', '-', '/', '_', '(', '[']);
    // A bracket that closes nothing belongs to what the number stands in.
    let found = match found.strip_suffix([')', ']']) {
        Some(inside) if !inside.contains(['(', '[']) => inside,
        _ => found,
    };
    let digits = found.chars().filter(char::is_ascii_digit).count();
    let chinese = found.chars().filter(|c| is_chinese(*c)).count();
    let fits = digits >= 2 && (4..=40).contains(&found.chars().count()) && chinese <= 8;
    let is_date = first_date_at(found, Order::DayFirst).is_some_and(|(_, end)| end == found.len());
    // 05/03/26 and 12:30 are none, nor is 1/1 or 2026.
    let figures = found.bytes().all(|c| c.is_ascii_digit() || matches!(c, b'/' | b'.'));
    let short = figures && digits <= 4 || figures && found.contains('/') && digits <= 6;
    // A number that goes on behind a space is not known as a whole.
    let more = words.get(found.len()..)?;
    let goes_on = more.strip_prefix(' ').is_some_and(|rest| {
        let next = rest.split(|c: char| c.is_whitespace()).next().unwrap_or_default();
        next.starts_with(|c: char| c.is_ascii_digit())
    });
    (fits && !is_date && !short && !goes_on && !is_standard(found))
        .then(|| (found.to_owned(), found.len()))
}

/// The length of a number in groups that is all of a cell: `M6A 26 01 88123 004`.
fn in_groups(words: &str) -> Option<usize> {
    let length = words.len();
    let fits = |group: &str| {
        (1..=12).contains(&group.len())
            && group.bytes().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == b'-')
            && first_date_at(group, Order::DayFirst).is_none()
    };
    let groups = words.split(' ').count();
    let digits = words.bytes().filter(u8::is_ascii_digit).count();
    let numeric =
        words.split(' ').filter(|group| group.bytes().any(|c| c.is_ascii_digit())).count();
    ((2..=6).contains(&groups)
        && length <= 40
        && digits >= 5
        && numeric >= 2
        && words.split(' ').all(fits)
        && !is_standard(words))
    .then_some(length)
}

/// Whether the words are or begin as a standard's or law's designation does.
fn is_standard(words: &str) -> bool {
    const BODIES: [&str; 8] = ["ISO", "IEC", "EN", "DIN", "BS", "ISPM", "ISO/IEC", "GB/T"];
    let end = words.find(|c: char| !(c.is_ascii_alphabetic() || c == '/')).unwrap_or(words.len());
    let head = words.get(..end).unwrap_or_default().trim_end_matches('/');
    let rest = words.get(head.len()..).unwrap_or_default();
    let digits = rest.trim_start().bytes().take_while(u8::is_ascii_digit).count();
    (BODIES.contains(&head) && (3..=5).contains(&digits)) || super::named::is_citation(words)
}

/// Forms of companies: a name ends with one.
const FORMS: &[&str] = &[
    "Co., Ltd.",
    "Co., Ltd",
    "Co.,Ltd.",
    "Co.,Ltd",
    "Co. Ltd.",
    "Co. Ltd",
    "Co Ltd",
    "CO., LTD.",
    "CO., LTD",
    "CO.,LTD.",
    "CO.,LTD",
    "CO. LTD.",
    "CO. LTD",
    "GmbH & Co. KG",
    "GmbH",
    "mbH",
    "Pvt. Ltd.",
    "Pvt Ltd",
    "Pte. Ltd.",
    "Pte Ltd",
    "Ltd.",
    "Ltd",
    "LTD.",
    "LTD",
    "Limited",
    "LIMITED",
    "JSC",
    "LLC",
    "L.L.C.",
    "Inc.",
    "Inc",
    "Corporation",
    "Corp.",
    "Company",
    "PLC",
    "plc",
    "A.S.",
    "A.Ş.",
    "S.p.A.",
    "S.r.l.",
    "S.L.",
    "S.A.",
    "SAS",
    "SA",
    "B.V.",
    "N.V.",
    "AG",
    "KG",
    "SE",
    "AB",
    "Oy",
    "ApS",
    "A/S",
    "Sdn. Bhd.",
    "Sdn Bhd",
    "Co.",
    "GMBH",
    "e.V.",
    "有限责任公司",
    "股份有限公司",
    "有限公司",
    "集团公司",
    "公司",
];

/// Words that only names of bodies, banks and authorities have.
const BODIES: &[&str] = &[
    "bank",
    "institute",
    "institut",
    "university",
    "authority",
    "bureau",
    "agency",
    "council",
    "chamber",
    "ministry",
    "administration",
    "laboratory",
    "laboratories",
    "registrar",
    "association",
    "tüv",
    "sgs",
    "ccic",
    "intertek",
    "dekra",
    "dnv",
    "lloyd's",
    "commission",
    "verband",
    "kammer",
    "federation",
    "society",
];

/// What a Chinese name of a body ends with.
const ENDS: &[&str] = &[
    "公司",
    "厂",
    "集团",
    "中心",
    "研究院",
    "研究所",
    "计量院",
    "测试院",
    "检测院",
    "检验院",
    "海关",
    "贸促会",
    "委员会",
    "监督局",
    "管理局",
    "服务局",
    "商务局",
    "审批局",
    "商务部",
    "商务厅",
    "银行",
    "分行",
    "支行",
    "协会",
    "商会",
    "促进会",
    "事务所",
    "大学",
    "外汇局",
    "税务局",
    "分局",
    "总局",
    "总署",
    "委",
    "院",
];

/// The name of a firm or body at the beginning of the words, with its length in bytes: it ends
/// where a sentence, an address or another language begins.
pub(super) fn body(words: &str) -> Option<(String, usize)> {
    let cell = words.find([';', '|', '，', '。', ':', '、', '；']).unwrap_or(words.len());
    let mut found = words.get(..cell)?.trim_end();
    if let Some(end) = form_end(found) {
        // Chinese words before a Latin name are a label that is not known.
        let name = found.get(..end)?;
        if name.contains(is_chinese) && !name.ends_with(is_chinese) {
            return None;
        }
        let rest = found.get(end..)?;
        // A branch belongs to the name.
        let branch = ["Branch", "BRANCH", "分行", "支行", "分公司"].iter().find_map(|word| {
            let at = rest.find(word)? + word.len();
            let between = rest.get(..at)?;
            (between.chars().count() <= 40 && !between.contains(|c: char| c.is_ascii_digit()))
                .then_some(end + at)
        });
        found = found.get(..branch.unwrap_or(end))?;
    } else if found.starts_with(is_chinese) {
        // Behind a Chinese name without its form: a blank and the name in Latin letters.
        let end = found.find(' ').unwrap_or(found.len());
        found = found.get(..end)?;
        if !ENDS.iter().any(|end| found.ends_with(end)) {
            return None;
        }
    } else {
        // An authority; its place may follow.
        let end = found.find(", ").unwrap_or(found.len());
        let head = found.get(..end)?;
        let lower = head.to_lowercase();
        let named = lower.ends_with(" customs")
            || lower.ends_with(" accreditation board")
            || lower
                .split(|c: char| !c.is_alphanumeric() && c != '\'')
                .any(|word| BODIES.contains(&word));
        if !named {
            return None;
        }
        found = head;
    }
    is_name(found).then(|| (found.to_owned(), found.len()))
}

/// Whether a name has the form of a company.
pub(super) fn has_form(name: &str) -> bool {
    form_end(name).is_some()
}

/// Where the first company form ends that a name may end with.
fn form_end(words: &str) -> Option<usize> {
    let mut best: Option<(usize, usize)> = None;
    for form in FORMS {
        let chinese = form.starts_with(is_chinese);
        for (at, _) in words.match_indices(form) {
            let before = words.get(..at).and_then(|text| text.chars().next_back());
            let end = at + form.len();
            let after = words.get(end..).and_then(|text| text.chars().next());
            let borders = chinese
                || (before.is_some_and(|c| matches!(c, ' ' | ',' | ')'))
                    && after.is_none_or(|c| !c.is_alphanumeric() || is_chinese(c)));
            // 公司法 is a law, 公司名称 a label; a branch or department may follow.
            let rest = words.get(end..).unwrap_or_default();
            let goes_on = chinese && after.is_some_and(is_chinese);
            let branch = ["分公司", "分行", "支行"].iter().any(|word| rest.contains(word));
            let letters = words.get(..at).is_some_and(|name| {
                name.chars().filter(|c| c.is_alphabetic()).count() >= if chinese { 2 } else { 3 }
            });
            if !letters || !borders || (goes_on && !branch && !is_department(rest)) {
                continue;
            }
            // The earliest, and of those that begin alike the longest.
            if best.is_none_or(|(from, to)| at < from || (at == from && end > to)) {
                best = Some((at, end));
            }
            break;
        }
    }
    best.map(|(_, end)| end)
}

/// Whether the rest of a cell behind a firm's name is its department.
pub(super) fn is_department(rest: &str) -> bool {
    let length = rest.chars().count();
    (2..=8).contains(&length)
        && rest.ends_with(['部', '处', '科', '室', '章'])
        && rest.chars().all(is_chinese)
}

/// Whether words have the look of a name: no sentence, no number, no remark.
fn is_name(words: &str) -> bool {
    const SENTENCE: [&str; 22] = [
        "the ",
        "this ",
        "that ",
        "we ",
        "is ",
        "are ",
        "was ",
        "has ",
        "have ",
        "shall ",
        "must ",
        "same ",
        "see ",
        "by ",
        "and its ",
        "for ",
        "your ",
        "our ",
        "to ",
        "stamp",
        "signature",
        "which ",
    ];
    let lower = words.to_lowercase();
    let sentence = SENTENCE.iter().any(|word| {
        lower.starts_with(word)
            || (matches!(
                *word,
                "is "
                    | "are "
                    | "was "
                    | "has "
                    | "have "
                    | "shall "
                    | "must "
                    | "that "
                    | "which "
            ) && lower.contains(&format!(" {word}")))
    });
    const SPOKEN: [&str; 5] = ["behalf", "signed", "hereby", "declare", "undersigned"];
    let sentence = sentence || SPOKEN.iter().any(|word| lower.contains(word));
    const REMARKS: [&str; 10] = ["本", "我", "该", "贵", "同上", "见", "由", "经", "兹", "与"];
    let remark = REMARKS.iter().any(|remark| words.starts_with(remark));
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    let digits = words.chars().filter(char::is_ascii_digit).count();
    let length = words.chars().count();
    // The line broke inside the name.
    const BROKEN: [&str; 9] =
        [" of", " for", " and", " the", " &", " international", " national", " de", " für"];
    if BROKEN.iter().any(|word| lower.ends_with(word)) {
        return false;
    }
    let numbered = words
        .split_once(['.', ')', '、'])
        .is_some_and(|(head, _)| !head.is_empty() && head.bytes().all(|c| c.is_ascii_digit()));
    if numbered {
        return false;
    }
    let begins =
        words.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || is_chinese(c));
    begins && letters >= 4 && digits <= 4 && length <= 90 && !sentence && !remark
}

/// A name as it is compared: letters and digits, lower case.
pub(super) fn bare(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
