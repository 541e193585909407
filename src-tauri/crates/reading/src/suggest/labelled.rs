//! What stands behind a label: number, parties, days.

use super::dates::first_date;
use super::{Known, SuggestedField, Suggestion, Text, suggestion};
use crate::cells::{after, is_filler};
use chrono::NaiveDate;

/// Where a label's value may stand: offset of the words in the line, the line's index, the words.
struct Place<'a> {
    line: usize,
    offset: usize,
    words: &'a str,
}

/// The words behind a label: in its cell, in the next one, or below; wherever the label begins a
/// cell of the text.
fn behind<'a>(text: &'a Text<'a>, labels: &[&str]) -> Vec<Vec<Place<'a>>> {
    let mut found = Vec::new();
    for (index, (_, line)) in text.lines.iter().enumerate() {
        for (at, (start, cell)) in line.cells.iter().enumerate() {
            let Some(end) = labels.iter().filter_map(|label| after(cell, label)).max() else {
                continue;
            };
            let rest = cell.get(end..).unwrap_or_default();
            let words = rest.trim_start_matches(is_filler);
            let mut places = Vec::new();
            if !words.is_empty() {
                let offset = start + end + (rest.len() - words.len());
                places.push(Place { line: index, offset, words });
            } else if let Some((offset, words)) = line.cells.get(at + 1) {
                let words_start = words.trim_start_matches(is_filler);
                let offset = offset + (words.len() - words_start.len());
                places.push(Place { line: index, offset, words: words_start });
            } else if let Some((_, below)) = text.lines.get(index + 1) {
                let cell = below.cells.get(at).or_else(|| below.cells.first());
                if let Some((offset, words)) = cell {
                    places.push(Place { line: index + 1, offset: *offset, words });
                }
            }
            found.push(places);
        }
    }
    found
}

/// One suggestion, where all that was read says the same.
fn agreed(mut found: Vec<Suggestion>) -> Option<Suggestion> {
    let first = found.first()?.value.clone();
    if found.iter().any(|one| one.value != first) {
        return None;
    }
    Some(found.swap_remove(0))
}

fn made(
    field: SuggestedField,
    value: String,
    text: &Text<'_>,
    place: &Place<'_>,
    from: usize,
    length: usize,
) -> Option<Suggestion> {
    let (passage, line) = text.lines.get(place.line)?;
    Some(suggestion(field, value, passage, line.text, place.offset + from, length))
}

/// Labels of a document's own number. Those of a kind come first: an invoice may name a contract.
const NUMBERS: [(&str, &[&str]); 12] = [
    (
        "commercial-invoice",
        &[
            "invoice no",
            "invoice number",
            "invoice",
            "发票号码",
            "发票编号",
            "发票号",
            "rechnungsnummer",
        ],
    ),
    ("packing-list", &["packing list no", "packing list number", "装箱单号", "装箱单编号"]),
    (
        "bill-of-lading",
        &[
            "b/l no",
            "b/l number",
            "bill of lading no",
            "bill of lading number",
            "sea waybill no",
            "waybill no",
            "提单号",
            "提单编号",
        ],
    ),
    (
        "sales-contract",
        &["contract no", "contract number", "sales contract no", "合同编号", "合同号"],
    ),
    (
        "insurance-certificate",
        &["policy no", "policy number", "certificate no", "保险单号", "保单号码", "保单号"],
    ),
    (
        "cargo-insurance",
        &["policy no", "policy number", "certificate no", "保险单号", "保单号码", "保单号"],
    ),
    (
        "product-liability-insurance",
        &["policy no", "policy number", "保险单号", "保单号码", "保单号"],
    ),
    ("sinosure-cover", &["policy no", "policy number", "保险单号", "保单号", "审批单号"]),
    (
        "dual-use-export-licence",
        &["licence no", "license no", "licence number", "许可证号", "许可证编号"],
    ),
    ("letter-of-credit", &["documentary credit number", "credit number", "l/c no", "信用证号"]),
    ("cn-business-licence", &["统一社会信用代码", "unified social credit code", "credit code"]),
    ("export-declaration", &["海关编号", "预录入编号", "declaration no"]),
];

const ANY_NUMBER: &[&str] = &[
    "certificate registration no",
    "certificate number",
    "certificate no",
    "cert. no",
    "registration number",
    "registration no",
    "report number",
    "report no",
    "test report no",
    "declaration no",
    "declaration number",
    "document number",
    "document no",
    "doc. no",
    "reference no",
    "reference number",
    "our reference",
    "statement no",
    "ref. no",
    "zertifikat-nr",
    "zertifikatsnummer",
    "bericht-nr",
    "berichtsnummer",
    "prüfbericht nr",
    "dokument-nr",
    "dokumentnummer",
    "nr. der erklärung",
    "证书编号",
    "证书号码",
    "证书号",
    "报告编号",
    "报告号",
    "文件编号",
    "注册号",
    "登记编号",
    "声明编号",
    "备案号",
    "备案编号",
    "记录编号",
    "协议编号",
    "编号",
];

pub(super) fn number(text: &Text<'_>, kind: &str) -> Option<Suggestion> {
    let own = NUMBERS.iter().find(|(id, _)| *id == kind).map(|(_, labels)| *labels);
    [own, Some(ANY_NUMBER)].into_iter().flatten().find_map(|labels| {
        let found = behind(text, labels).into_iter().filter_map(|places| {
            places.into_iter().find_map(|place| {
                let (value, from, length) = code(place.words)?;
                made(SuggestedField::Number, value, text, &place, from, length)
            })
        });
        agreed(found.collect())
    })
}

/// A document's number: one word of letters, digits and signs with a digit in it, that is no date
/// and no standard.
fn code(words: &str) -> Option<(String, usize, usize)> {
    let words_start = words.trim_start_matches([':', '：', '.', ' ', '№']);
    let from = words.len() - words_start.len();
    let prefix = ["No.", "Nr.", "NO."].iter().find_map(|prefix| words_start.strip_prefix(prefix));
    let rest = prefix.map_or(words_start, str::trim_start);
    let from = from + (words_start.len() - rest.len());
    let end = rest
        .find(|c: char| {
            !(c.is_alphanumeric()
                || matches!(c, '-' | '/' | '.' | '_' | '(' | ')' | '〔' | '〕' | '[' | ']'))
        })
        .unwrap_or(rest.len());
    let found = rest.get(..end)?.trim_end_matches(['.', '-', '/', '_', '(', '[']);
    let digits = found.chars().filter(char::is_ascii_digit).count();
    let fits = digits >= 2 && (4..=40).contains(&found.chars().count());
    let is_date =
        first_date(found).is_some_and(|(_, start, length)| start == 0 && length == found.len());
    let standard = ["ISO", "EN", "IEC", "GB/T"].contains(&found);
    // A number that goes on behind a space is not known as a whole.
    let more = rest.get(found.len()..).unwrap_or_default().trim_start_matches(' ');
    let goes_on = more.starts_with(|c: char| c.is_ascii_digit());
    (fits && !is_date && !standard && !goes_on).then(|| (found.to_owned(), from, found.len()))
}

const ISSUED: &[&str] = &[
    "date of issue",
    "issue date",
    "issued on",
    "date issued",
    "date of issuance",
    "issued",
    "place and date of issue",
    "invoice date",
    "date of invoice",
    "report date",
    "date of report",
    "ausstellungsdatum",
    "ausgestellt am",
    "签发日期",
    "发证日期",
    "颁证日期",
    "颁发日期",
    "出具日期",
    "报告日期",
    "开票日期",
    "签发日",
    "出单日期",
    "发证时间",
    "签订日期",
    "填表日期",
];
const DATED: &[&str] = &[
    "date",
    "datum",
    "日期",
    "dated",
    "place, date",
    "place and date",
    "ort, datum",
    "地点和日期",
];
const EXPIRES: &[&str] = &[
    "valid until",
    "valid to",
    "valid through",
    "valid till",
    "expiry date",
    "date of expiry",
    "expiration date",
    "expires on",
    "expires",
    "expiry",
    "validity until",
    "cover ends",
    "gültig bis",
    "有效期至",
    "有效期限至",
    "有效期截止",
    "有效日期至",
    "证书有效期至",
    "许可证有效截止日期",
    "截止日期",
    "到期日期",
    "到期日",
    "有效至",
    "recommended recalibration",
    "建议复校日期",
];
const PERIOD: &[&str] = &[
    "period of insurance",
    "policy period",
    "insurance period",
    "validity period",
    "validity",
    "valid from",
    "valid",
    "period of validity",
    "gültigkeit",
    "gültig von",
    "有效期限",
    "有效期",
    "保险期间",
    "保险期限",
    "保险责任期间",
];

/// Day of issue and last day of validity; neither where they contradict each other.
pub(super) fn days(text: &Text<'_>) -> Vec<Suggestion> {
    let issued = one_day(text, ISSUED, SuggestedField::Issued)
        .or_else(|| one_day(text, DATED, SuggestedField::Issued));
    let expires = one_day(text, EXPIRES, SuggestedField::Expires).or_else(|| period_end(text));
    if let (Some(issued), Some(expires)) = (&issued, &expires)
        && expires.value < issued.value
    {
        return Vec::new();
    }
    issued.into_iter().chain(expires).collect()
}

fn one_day(text: &Text<'_>, labels: &[&str], field: SuggestedField) -> Option<Suggestion> {
    let found = behind(text, labels).into_iter().filter_map(|places| {
        places.into_iter().find_map(|place| {
            let (date, from, length) = first_date(place.words)?;
            // The date belongs to the label only when it is all that follows, or nearly.
            let near = place.words.get(..from)?.chars().count() <= 24;
            // "from … to …" is a period, not a day.
            let rest = place.words.get(from + length..)?;
            let period = second_of_period(rest).is_some();
            (near && !period)
                .then(|| made(field, date.to_string(), text, &place, from, length))
                .flatten()
        })
    });
    agreed(found.collect())
}

/// The second date of "from … to …", where nothing else than the word between them stands.
fn second_of_period(rest: &str) -> Option<(NaiveDate, usize, usize)> {
    let (date, start, length) = first_date(rest)?;
    let between = rest.get(..start)?.trim().to_lowercase();
    let between = between.trim_matches(|c: char| c == '.' || c == ',' || c == '起' || c == ' ');
    let words =
        ["to", "until", "till", "through", "-", "–", "—", "至", "到", "bis", "~", "～", "起至"];
    let plain = words.contains(&between)
        || ["至", "to", "until"]
            .iter()
            .any(|word| between.ends_with(word) && between.chars().count() <= 14);
    plain.then_some((date, start, length))
}

fn period_end(text: &Text<'_>) -> Option<Suggestion> {
    let found = behind(text, PERIOD).into_iter().filter_map(|places| {
        places.into_iter().find_map(|place| {
            let (_, from, length) = first_date(place.words)?;
            let first_end = from + length;
            let (date, start, length) = second_of_period(place.words.get(first_end..)?)?;
            made(SuggestedField::Expires, date.to_string(), text, &place, first_end + start, length)
        })
    });
    agreed(found.collect())
}

const ISSUERS: &[&str] = &[
    "issued by",
    "issuing authority",
    "issuing body",
    "certification body",
    "issuer",
    "insurer",
    "underwriter",
    "name of insurer",
    "ausgestellt von",
    "zertifizierungsstelle",
    "aussteller",
    "发证机构",
    "发证机关",
    "认证机构",
    "颁证机构",
    "登记机关",
    "出具单位",
    "签发机构",
    "签发单位",
    "承保人",
    "保险人",
    "检测机构",
    "校准机构",
    "发证单位",
];

/// Who issued it: behind a label, or a body's name in the letterhead or under the signature.
pub(super) fn issuer(text: &Text<'_>, known: &Known) -> Option<Suggestion> {
    let found = behind(text, ISSUERS).into_iter().filter_map(|places| {
        places.into_iter().find_map(|place| {
            let (value, length) = name(place.words)?;
            made(SuggestedField::Issuer, value, text, &place, 0, length)
        })
    });
    if let Some(labelled) = agreed(found.collect()) {
        return Some(labelled);
    }
    const BODIES: &[&str] = &[
        "certification",
        "assurance",
        "registrar",
        "insurance",
        "laborator",
        "metrology",
        "calibration",
        "prüfstelle",
        "zertifizierung",
        "认证",
        "检测",
        "计量",
        "保险",
        "检验",
    ];
    const FORMS: &[&str] = &[
        "co., ltd",
        "co.,ltd",
        "gmbh",
        " ltd",
        " inc",
        " ag",
        " s.a",
        "plc",
        "limited",
        "有限公司",
        "股份公司",
        "中心",
        "institute",
    ];
    let last = text.lines.len();
    let edges = text.lines.iter().enumerate().filter(|(at, _)| *at < 4 || at + 6 > last);
    let found = edges.filter_map(|(at, (_, line))| {
        let [(offset, words)] = line.cells.as_slice() else { return None };
        let lower = words.to_lowercase();
        let is_body = BODIES.iter().any(|body| lower.contains(body))
            && FORMS.iter().any(|form| lower.contains(form))
            && words.chars().count() <= 60
            && !lower.contains(['：', ':', '。', '·']);
        if !is_body || known.holders.iter().any(|holder| holder == words) {
            return None;
        }
        let (value, length) = name(words)?;
        let place = Place { line: at, offset: *offset, words };
        made(SuggestedField::Issuer, value, text, &place, 0, length)
    });
    agreed(found.collect())
}

const HOLDERS: &[&str] = &[
    "certificate holder",
    "holder",
    "name of insured",
    "the insured",
    "insured",
    "policyholder",
    "manufacturer",
    "applicant",
    "licensee",
    "exporter",
    "organisation",
    "organization",
    "hersteller",
    "inhaber",
    "获证组织",
    "获证企业",
    "被保险人",
    "投保人",
    "持证人",
    "申请人",
    "委托单位",
    "制造商",
    "生产企业",
    "企业名称",
    "单位名称",
    "出口商",
    "送检单位",
    "名称",
];

/// Whose it is: behind a label, else a firm that is known, where just one is named.
pub(super) fn holder(
    text: &Text<'_>,
    known: &Known,
    issuer: Option<&Suggestion>,
) -> Option<Suggestion> {
    let found = behind(text, HOLDERS).into_iter().filter_map(|places| {
        places.into_iter().find_map(|place| {
            let (value, length) = name(place.words)?;
            made(SuggestedField::Holder, value, text, &place, 0, length)
        })
    });
    if let Some(labelled) = agreed(found.collect()) {
        return Some(labelled);
    }
    let mut found: Vec<Suggestion> = Vec::new();
    for (passage, line) in &text.lines {
        for holder in &known.holders {
            if let Some(at) = line.text.find(holder.as_str())
                && !found.iter().any(|one| one.value == *holder)
            {
                let field = SuggestedField::Holder;
                let (value, length) = (holder.clone(), holder.len());
                found.push(suggestion(field, value, passage, line.text, at, length));
            }
        }
    }
    found.retain(|one| issuer.is_none_or(|issuer| issuer.value != one.value));
    if found.len() == 1 { found.pop() } else { None }
}

/// The name of a firm or authority at the beginning of the words: it ends where a sentence, an
/// address or another label begins.
fn name(words: &str) -> Option<(String, usize)> {
    let end = words.find(['；', ';', '|', '，', '：', '。']).unwrap_or(words.len());
    let found = words.get(..end)?.trim_end();
    const FORMS: &[&str] = &[
        "Co., Ltd.",
        "Co., Ltd",
        "Co.,Ltd.",
        "GmbH & Co. KG",
        "GmbH",
        "Ltd.",
        "Limited",
        "JSC",
        "Inc.",
        "plc",
        "A.S.",
        "S.p.A.",
        "AG",
        "KG",
        "有限责任公司",
        "股份有限公司",
        "有限公司",
    ];
    let cut = FORMS.iter().filter_map(|form| found.find(form).map(|at| at + form.len())).min();
    // A company's name ends with its form; what follows is an address.
    let found = match cut {
        Some(cut) if found.get(cut..).is_some_and(|rest| rest.starts_with([',', ' ', '\t'])) => {
            found.get(..cut)?
        }
        _ => found,
    };
    let letters = found.chars().filter(|c| c.is_alphabetic()).count();
    let digits = found.chars().filter(char::is_ascii_digit).count();
    let length = found.chars().count();
    // A word that is itself a label, or a name cut off by the end of its line, is none.
    let is_label = [ISSUERS, HOLDERS, ISSUED, EXPIRES, DATED, ANY_NUMBER].iter().any(|labels| {
        labels.iter().any(|label| after(found, label).is_some_and(|end| end + 2 >= found.len()))
    });
    let whole = !found.ends_with([':', ',']) && !is_label;
    let fits = letters >= 4 && digits <= 4 && length <= 90 && whole;
    fits.then(|| (found.to_owned(), found.len()))
}
