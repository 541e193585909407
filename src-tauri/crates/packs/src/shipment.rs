//! From a shipment file to a shipment the engine can judge.

use crate::formats::ShipmentFile;
use crate::library::Library;
use crate::measure::misfits;
use crate::problem::{Problem, Problems};
use crate::schedule::network;
use crate::schema::parse;
use crate::source::Source;
use crate::tolerance::tolerance_problems;
use readiness::{
    DocumentType, EvidenceId, Fact, FactId, FactKind, FactLevel, InPlay, Network, Order, Product,
    Quantity, QuantityError, RequirementId, Shipment, Text, Value,
};
use std::collections::{BTreeMap, BTreeSet};

/// A shipment file, read and made ready.
#[derive(Clone, Debug)]
pub struct LoadedShipment {
    /// As written.
    pub file: ShipmentFile,
    /// As judged.
    pub shipment: Shipment,
    /// What the reader should know, although it is no mistake: documents that no pack in force
    /// asks for. They are kept, because another version of a pack may.
    pub notes: Vec<Problem>,
}

/// Reads a shipment file.
///
/// # Errors
/// Every mistake found, each with line and field.
pub fn read_shipment(
    name: &str,
    text: &str,
    library: &Library,
) -> Result<LoadedShipment, Problems> {
    let (mut file, source) = parse::<ShipmentFile>(name, text)?;
    let mut problems = Vec::new();
    for (field, message) in complete(&mut file.order, library) {
        problems.push(source.problem(&format!("/order/{field}"), message));
    }
    let answers = answers(&file.answers, "/answers", None, library, &source, &mut problems);
    let products = products(&file, library, &source, &mut problems);
    names(&file, library, &source, &mut problems);
    misfits(&file, &source, &mut problems);
    actual_dates(&file, &source, &mut problems);
    for (field, message) in tolerance_problems(&file.tolerances) {
        problems.push(source.problem(&format!("/tolerances/{field}"), message));
    }
    let notes = unused_types(&file, library, &source);
    let network = match network(&file.schedule, library) {
        Ok(network) => network,
        Err(found) => {
            for (field, message) in found {
                problems.push(source.problem(&format!("/schedule{field}"), message));
            }
            Default::default()
        }
    };
    consignments(&file, &network.0, &source, &mut problems);
    if !problems.is_empty() {
        problems.sort_by(|a, b| (a.line, a.column, &a.field).cmp(&(b.line, b.column, &b.field)));
        return Err(Problems(problems));
    }
    let mut evidence = file.evidence.clone();
    name_evidence(&mut evidence);
    let (mut network, needed_at) = network;
    network.follow(file.order.incoterm);
    network.settle_listing(&products);
    let shipment = Shipment {
        order: file.order.clone(),
        products,
        answers,
        evidence,
        documents: file
            .documents
            .iter()
            .map(|(kind, document)| (DocumentType(kind.clone()), document.clone()))
            .collect(),
        network,
        needed_at,
        decisions: file.decisions.clone(),
        exceptions: file.exceptions.clone(),
        tolerances: file.tolerances,
        in_play: InPlay {
            requirements: file.in_play.requirements.clone(),
            checks: file.in_play.checks.clone(),
        },
    };
    Ok(LoadedShipment { file, shipment, notes })
}

/// Gives every document without an id one that does not depend on its place in the file.
fn name_evidence(evidence: &mut [readiness::Evidence]) {
    let mut taken: BTreeSet<String> =
        evidence.iter().map(|record| record.id.0.clone()).filter(|id| !id.is_empty()).collect();
    for record in evidence.iter_mut().filter(|record| record.id.0.is_empty()) {
        let base = match record.issued {
            Some(issued) => format!("{}-{issued}", record.document_type),
            None => record.document_type.0.clone(),
        };
        let mut id = base.clone();
        let mut number = 2;
        while !taken.insert(id.clone()) {
            id = format!("{base}-{number}");
            number += 1;
        }
        record.id = EvidenceId(id);
    }
}

/// Fills in what follows from the country, and checks what is named.
#[must_use]
pub fn complete(order: &mut Order, library: &Library) -> Vec<(&'static str, Text)> {
    let mut problems = Vec::new();
    if let Some(code) = &order.country {
        match library.countries.get(code) {
            Some(country) => {
                let market = order.market.get_or_insert_with(|| country.market.clone());
                if *market != country.market && *market != "other" {
                    problems.push((
                        "market",
                        Text::new(
                            format!("{code} belongs to market {}, not {market}", country.market),
                            format!("{code} 属于市场 {}，不是 {market}", country.market),
                        ),
                    ));
                }
                if order.local_languages.is_empty() {
                    order.local_languages.clone_from(&country.languages);
                }
            }
            None if order.market.is_none() => problems.push((
                "country",
                Text::new(
                    format!("the country {code} is not known; name its market as well"),
                    format!("未收录国家 {code}；请同时填写市场"),
                ),
            )),
            None => {}
        }
    }
    if let (None, Some(market), true) =
        (&order.country, &order.market, order.local_languages.is_empty())
    {
        // Where all countries of a market read the same, the country need not be known.
        let mut there = library.countries.values().filter(|country| country.market == *market);
        if let Some(first) = there.next()
            && there.all(|country| country.languages == first.languages)
        {
            order.local_languages.clone_from(&first.languages);
        }
    }
    let choices = |fact: &str| -> Vec<String> {
        library
            .rulebook
            .fact(&FactId::from(fact))
            .map(|fact| fact.choices.iter().map(|choice| choice.id.clone()).collect())
            .unwrap_or_default()
    };
    let mut known = |field: &'static str, given: &str, allowed: Vec<String>| {
        if !allowed.iter().any(|choice| choice == given) {
            let allowed = allowed.join(", ");
            problems.push((
                field,
                Text::new(
                    format!("{given:?} is not known here; allowed: {allowed}"),
                    format!("{given:?} 无效；可用：{allowed}"),
                ),
            ));
        }
    };
    if let Some(market) = &order.market {
        known("market", market, choices("market"));
    }
    for term in &order.payment {
        known("payment", term, choices("payment"));
    }
    problems
}

/// Reads an answer as its fact takes it.
///
/// # Errors
/// What is allowed.
pub fn answer(fact: &Fact, given: &serde_json::Value) -> Result<Option<Value>, Text> {
    let bad = |en: String, zh: String| Err(Text::new(en, zh));
    let id = &fact.id;
    let text = |given: &serde_json::Value| match given {
        serde_json::Value::String(text) => Some(text.clone()),
        serde_json::Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    if given.is_null() {
        return Ok(None);
    }
    let value = match fact.kind {
        FactKind::YesNo => given.as_bool().map(Value::YesNo),
        FactKind::Choice => text(given).map(Value::Choice),
        FactKind::Choices => match given {
            serde_json::Value::Array(items) => {
                items.iter().map(text).collect::<Option<BTreeSet<_>>>().map(Value::Choices)
            }
            other => text(other).map(|one| Value::Choices(BTreeSet::from([one]))),
        },
        FactKind::Decimal => match text(given).map(|text| text.parse::<Quantity>()) {
            Some(Ok(quantity)) => Some(Value::Decimal(quantity)),
            Some(Err(error)) => {
                return bad(error.to_string(), quantity_error_zh(&error));
            }
            None => None,
        },
        FactKind::Date => text(given).and_then(|text| text.parse().ok()).map(Value::Date),
        FactKind::Text => text(given).map(Value::Text),
    };
    let Some(value) = value else {
        let error = readiness::ValueError::Kind { fact: id.clone(), expected: fact.kind };
        return bad(error.to_string(), value_error_zh(&error));
    };
    match fact.check(&value) {
        Ok(()) => Ok(Some(value)),
        Err(error) => bad(error.to_string(), value_error_zh(&error)),
    }
}

/// Why a text is no amount, in Chinese.
#[must_use]
pub fn quantity_error_zh(error: &QuantityError) -> String {
    match error {
        QuantityError::NotANumber { text } => {
            format!("{text:?} 不是带单位的数值，例如 6.1 mm 或 412000 EUR")
        }
        QuantityError::Comma { text } => format!(
            "{text:?} 中的逗号可能是小数点；小数请用点，千位不加逗号，例如 4.5 µm 或 18460 kg"
        ),
        QuantityError::UnknownUnit { unit } => format!(
            "{unit:?} 不是可用单位；可用：µm、mm、m、kg、t、V、Hz、kW、°C、d、h、%、bar、L 及货币代码"
        ),
        QuantityError::Mismatch { left, right } => format!("{left} 与 {right} 不能相互比较"),
    }
}

/// A value error in Chinese.
#[must_use]
pub fn value_error_zh(error: &readiness::ValueError) -> String {
    match error {
        readiness::ValueError::Kind { fact, expected } => {
            let wanted = match expected {
                FactKind::YesNo => "true 或 false",
                FactKind::Choice => "其中一个选项",
                FactKind::Choices => "选项列表",
                FactKind::Decimal => "带单位的数值",
                FactKind::Date => "YYYY-MM-DD 格式的日期",
                FactKind::Text => "文本",
            };
            format!("{fact} 应填{wanted}")
        }
        readiness::ValueError::Choice { fact, given, allowed } => {
            format!("{fact} 没有选项 {given:?}；可用：{}", allowed.join("、"))
        }
        readiness::ValueError::Unit { fact, expected, given } => {
            format!("{fact} 的单位为 {expected}，不是 {given}")
        }
    }
}

fn answers(
    given: &BTreeMap<String, serde_json::Value>,
    pointer: &str,
    level: Option<FactLevel>,
    library: &Library,
    source: &Source,
    problems: &mut Vec<Problem>,
) -> BTreeMap<FactId, Value> {
    let wanted = level.unwrap_or(FactLevel::Shipment);
    let mut answers = BTreeMap::new();
    for (id, value) in given {
        let at = format!("{pointer}/{id}");
        let id = FactId(id.clone());
        let Some(fact) = library.rulebook.fact(&id) else {
            problems.push(source.problem(
                &at,
                Text::new(
                    format!("no fact {id} is defined; `shipshape pack list --facts` shows all"),
                    format!("未定义事实 {id}；用 shipshape pack list --facts 查看全部"),
                ),
            ));
            continue;
        };
        if fact.level != wanted {
            let (en, zh) = match fact.level {
                FactLevel::Derived => {
                    ("follows from the order and is never answered", "由订单推导，无需填写")
                }
                FactLevel::Product => (
                    "is answered for a product, under product_answers",
                    "按产品填写，应放在 product_answers 下",
                ),
                FactLevel::Shipment => {
                    ("is answered for the shipment, under answers", "按整票填写，应放在 answers 下")
                }
            };
            problems
                .push(source.problem(&at, Text::new(format!("{id} {en}"), format!("{id} {zh}"))));
            continue;
        }
        match answer(fact, value) {
            Ok(Some(value)) => {
                answers.insert(id, value);
            }
            Ok(None) => {}
            Err(message) => problems.push(source.problem(&at, message)),
        }
    }
    answers
}

fn products(
    file: &ShipmentFile,
    library: &Library,
    source: &Source,
    problems: &mut Vec<Problem>,
) -> Vec<Product> {
    let categories = library.rulebook.fact(&FactId::from("category"));
    for (index, frame) in file.products.iter().enumerate() {
        let (Some(given), Some(fact)) = (&frame.category, categories) else { continue };
        if let Err(error) = fact.check(&Value::Choice(given.clone())) {
            problems.push(source.problem(
                &format!("/products/{index}/category"),
                Text::new(error.to_string(), value_error_zh(&error)),
            ));
        }
    }
    for model in file.product_answers.keys() {
        if !file.products.iter().any(|frame| frame.model == *model) {
            problems.push(source.problem(
                &format!("/product_answers/{}", model.replace('~', "~0").replace('/', "~1")),
                Text::new(
                    format!("no product has the model {model:?}"),
                    format!("没有型号为 {model:?} 的产品"),
                ),
            ));
        }
    }
    file.products
        .iter()
        .map(|frame| {
            let given = file.product_answers.get(&frame.model);
            let pointer =
                format!("/product_answers/{}", frame.model.replace('~', "~0").replace('/', "~1"));
            Product {
                frame: frame.clone(),
                answers: given.map_or_else(BTreeMap::new, |given| {
                    let level = Some(FactLevel::Product);
                    answers(given, &pointer, level, library, source, problems)
                }),
            }
        })
        .collect()
}

/// Everything named by id must exist.
fn names(file: &ShipmentFile, library: &Library, source: &Source, problems: &mut Vec<Problem>) {
    let checks = readiness::checks::ids();
    let requirement = |id: &RequirementId| library.rulebook.requirement(id).is_some();
    let mut unknown = |pointer: String, what: (&str, &str), given: &str| {
        problems.push(source.problem(
            &pointer,
            Text::new(format!("no {} {given:?}", what.0), format!("没有{} {given:?}", what.1)),
        ));
    };
    for (index, id) in file.in_play.requirements.iter().flatten().enumerate() {
        if !requirement(id) {
            unknown(format!("/in_play/requirements/{index}"), ("requirement", "要求"), id.as_str());
        }
    }
    for (index, id) in file.in_play.checks.iter().flatten().enumerate() {
        if !checks.contains(id) {
            unknown(format!("/in_play/checks/{index}"), ("check", "核对项"), id.as_str());
        }
    }
    for (index, decision) in file.decisions.iter().enumerate() {
        let known = requirement(&RequirementId(decision.subject.clone()))
            || checks.iter().any(|check| check.as_str() == decision.subject);
        if !known {
            unknown(
                format!("/decisions/{index}/subject"),
                ("requirement or check", "要求或核对项"),
                &decision.subject,
            );
        }
    }
    for (index, exception) in file.exceptions.iter().enumerate() {
        if !checks.contains(&exception.check) {
            unknown(
                format!("/exceptions/{index}/check"),
                ("check", "核对项"),
                exception.check.as_str(),
            );
        }
    }
    for kind in file.documents.keys() {
        if !readiness::document::kind::ALL.contains(&kind.as_str()) {
            unknown(format!("/documents/{kind}"), ("trade document", "单证类型"), kind);
        }
    }
    let mut ids = BTreeSet::new();
    for (index, record) in file.evidence.iter().enumerate() {
        if !record.id.0.is_empty() && !ids.insert(&record.id) {
            unknown(
                format!("/evidence/{index}/id"),
                ("second document may have the id", "重复的文件编号可用"),
                record.id.as_str(),
            );
        }
    }
}

/// What really happened ends no earlier than it began.
fn actual_dates(file: &ShipmentFile, source: &Source, problems: &mut Vec<Problem>) {
    for (id, change) in &file.schedule.milestones {
        if let (Some(start), Some(finish)) = (change.actual_start, change.actual_finish)
            && finish < start
        {
            problems.push(source.problem(
                &format!("/schedule/milestones/{id}/actual_finish"),
                Text::new(
                    format!("the end, {finish}, lies before the beginning, {start}"),
                    format!("结束日期 {finish} 早于开始日期 {start}"),
                ),
            ));
        }
    }
}

/// A consignment that is named must be one of the schedule's, where that has any.
fn consignments(
    file: &ShipmentFile,
    network: &Network,
    source: &Source,
    problems: &mut Vec<Problem>,
) {
    let known: BTreeSet<u8> =
        network.milestones.iter().filter_map(|milestone| milestone.consignment).collect();
    if known.is_empty() {
        return;
    }
    let list: Vec<String> = known.iter().map(ToString::to_string).collect();
    let mut check = |pointer: String, given: Option<u8>| {
        if let Some(given) = given.filter(|given| !known.contains(given)) {
            problems.push(source.problem(
                &pointer,
                Text::new(
                    format!("the schedule has no consignment {given}; it has {}", list.join(", ")),
                    format!("计划中没有第 {given} 批；现有批次：{}", list.join("、")),
                ),
            ));
        }
    };
    for (index, frame) in file.products.iter().enumerate() {
        check(format!("/products/{index}/consignment"), frame.consignment);
    }
    for (index, record) in file.evidence.iter().enumerate() {
        for (at, given) in record.scope.consignments.iter().flatten().enumerate() {
            check(format!("/evidence/{index}/scope/consignments/{at}"), Some(*given));
        }
    }
    for (kind, document) in &file.documents {
        for (index, package) in document.packages.iter().enumerate() {
            let pointer = format!("/documents/{kind}/packages/{index}/consignment");
            check(pointer, package.consignment);
        }
    }
}

/// Documents of a type that no requirement in force takes.
fn unused_types(file: &ShipmentFile, library: &Library, source: &Source) -> Vec<Problem> {
    let mut accepted: BTreeSet<DocumentType> =
        library.rulebook.requirements().flat_map(readiness::Requirement::accepts).collect();
    accepted.extend(readiness::document::kind::ALL.iter().map(|kind| DocumentType::from(*kind)));
    let unused = |(index, record): (usize, &readiness::Evidence)| {
        let kind = record.document_type.as_str();
        (!accepted.contains(&record.document_type)).then(|| {
            source.problem(
                &format!("/evidence/{index}/type"),
                Text::new(
                    format!(
                        "no requirement in force takes a document of type {kind:?}; it is kept"
                    ),
                    format!("现行要求均不接受类型为 {kind:?} 的文件；该文件予以保留"),
                ),
            )
        })
    };
    file.evidence.iter().enumerate().filter_map(unused).collect()
}
