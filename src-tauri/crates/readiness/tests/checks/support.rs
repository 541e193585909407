//! A shipment in which every check passes, and ways to change it.

use chrono::NaiveDate;
use readiness::{
    Code, Decision, DocumentType, Duration, Evaluation, Exception, FactId, Finding, Milestone,
    MilestoneId, Network, Product, ProductFrame, Reason, Rulebook, Severity, Shipment, State,
    Tolerances, TradeDocument, Value as Answer, Verdict,
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The day everything is judged on: after the planned steps, so that what is missing is due.
pub(crate) const TODAY: &str = "2026-12-29";

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn seller() -> Value {
    json!({"name": "Laoshan Meridian Machine Tool Co., Ltd.", "country": "CN"})
}

fn buyer() -> Value {
    json!({"name": "Elbufer Präzisionsteile GmbH", "country": "DE", "address": "Hamburg"})
}

fn goods() -> Value {
    json!([{"model": "GB-G4022", "serials": ["S-01"], "quantity": 1}])
}

fn package(number: &str, length: &str, gross: &str, net: &str) -> Value {
    json!({"number": number, "kind": "wooden case", "length": length, "width": "2200 mm",
        "height": "2500 mm", "gross": gross, "net": net, "solid_wood": false})
}

fn packages() -> Value {
    let mut all = [
        package("1", "5000 mm", "10000 kg", "9000 kg"),
        package("2", "3000 mm", "4000 kg", "3600 kg"),
        package("3", "2000 mm", "2000 kg", "1900 kg"),
    ];
    all[0]["solid_wood"] = json!(true);
    all[0]["wood_thickness"] = json!("22 mm");
    all[2]["dangerous_goods"] = json!("UN3480");
    json!(all)
}

fn containers() -> Value {
    json!([{"number": "MSKU 123456-5", "seal": "CN001"}])
}

/// Fields that several documents share.
fn with(kind: &str, mut document: Value) -> Value {
    let has = |list: &[&str]| list.contains(&kind);
    let mut set = |field: &str, value: Value| document[field] = value;
    if has(&[
        "packing-list",
        "certificate-of-origin",
        "insurance-certificate",
        "export-declaration",
    ]) {
        set("invoice_no", json!("INV-7"));
        set("invoice_date", json!("2026-12-01"));
    }
    if has(&["commercial-invoice", "packing-list", "export-declaration", "dual-use-export-licence"])
    {
        set("contract_no", json!("C-26/1"));
    }
    if has(&[
        "packing-list",
        "bill-of-lading",
        "export-declaration",
        "certificate-of-origin",
        "insurance-certificate",
    ]) {
        set("package_count", json!(3));
        set("package_kind", json!("wooden cases"));
    }
    if has(&["packing-list", "bill-of-lading", "certificate-of-origin"]) {
        set("marks", json!("ELBUFER / HAMBURG / NO. 1-3"));
    }
    if has(&["packing-list", "bill-of-lading", "export-declaration", "certificate-of-origin"]) {
        set("gross_weight", json!("16000 kg"));
    }
    if has(&[
        "letter-of-credit",
        "bill-of-lading",
        "insurance-certificate",
        "certificate-of-origin",
        "export-declaration",
    ]) {
        set("port_of_loading", json!("Qingdao"));
        set("port_of_discharge", json!("Hamburg"));
        set("destination", json!("Hamburg"));
    }
    if has(&["sales-contract", "commercial-invoice", "letter-of-credit", "export-declaration"]) {
        set("incoterm", json!("CIP"));
        set("incoterm_place", json!("Hamburg"));
        set("incoterm_edition", json!("2020"));
    }
    if has(&[
        "commercial-invoice",
        "certificate-of-origin",
        "export-declaration",
        "ens-data",
        "dual-use-export-licence",
    ]) {
        set("hs_codes", json!(["8457.10"]));
    }
    if has(&["commercial-invoice", "certificate-of-origin", "export-declaration", "nameplate"]) {
        set("origin", json!("CN"));
    }
    if has(&[
        "sales-contract",
        "commercial-invoice",
        "packing-list",
        "nameplate",
        "fat-report",
        "eu-machinery-doc",
    ]) {
        set("goods", goods());
    }
    if has(&[
        "sales-contract",
        "commercial-invoice",
        "letter-of-credit",
        "certificate-of-origin",
        "export-declaration",
        "dual-use-export-licence",
        "bill-of-lading",
    ]) {
        set("seller", seller());
    }
    if has(&["sales-contract", "commercial-invoice", "letter-of-credit"]) {
        set("buyer", buyer());
    }
    if has(&["bill-of-lading", "ens-data", "certificate-of-origin", "dual-use-export-licence"]) {
        set("consignee", buyer());
    }
    if has(&["end-user-certificate", "dual-use-export-licence"]) {
        set("end_user", buyer());
    }
    if has(&["end-user-certificate", "sales-contract"]) {
        set("site", json!("Werk 2, Hamburg"));
    }
    if has(&["bill-of-lading", "vgm-declaration", "export-declaration"]) {
        set("containers", containers());
    }
    document
}

fn documents() -> Value {
    let mut vgm = containers();
    vgm[0]["vgm"] = json!("20000 kg");
    vgm[0]["tare"] = json!("3900 kg");
    vgm[0]["dunnage"] = json!("100 kg");
    vgm[0]["plate_maximum"] = json!("30480 kg");
    let licensed = json!([{"model": "GB-G4022", "quantity": 1, "drawn": 0}]);
    let plain = json!({
        "sales-contract": {"number": "C-26/1", "issued": "2026-09-01"},
        "commercial-invoice": {"number": "INV-7", "issued": "2026-12-01", "amount": "412000 EUR",
            "description": "Five-axis gantry machining centre GB-G4022 with spares"},
        "packing-list": {"issued": "2026-12-01", "net_weight": "14500 kg", "packages": packages()},
        "letter-of-credit": {"issued": "2026-09-10", "amount": "412000 EUR",
            "description": "Five-axis gantry machining centre"},
        "certificate-of-origin": {"issued": "2026-12-02"},
        "insurance-certificate": {"issued": "2026-12-05", "amount": "453200 EUR", "cover": "ICC A"},
        "export-declaration": {"issued": "2026-12-08", "amount": "412000 EUR"},
        "dual-use-export-licence": {"issued": "2026-11-20", "expires": "2027-11-19",
            "goods": licensed},
        "end-user-certificate": {"issued": "2026-10-20"},
        "bill-of-lading": {"issued": "2026-12-10", "on_board": "2026-12-10", "freight": "prepaid",
            "dangerous_goods_class": "9"},
        "ens-data": {"issued": "2026-12-07", "description": "Gantry machining centre GB-G4022"},
        "vgm-declaration": {"issued": "2026-12-08"},
        "ispm15-declaration": {"issued": "2026-11-30", "wood_packages": ["1"]},
        "dg-declaration": {"issued": "2026-12-03"},
        "oog-lashing-plan": {"issued": "2026-11-20", "packages": packages()},
        "nameplate": {}, "fat-report": {}, "eu-machinery-doc": {},
    });
    let mut all: BTreeMap<String, Value> = plain
        .as_object()
        .unwrap()
        .iter()
        .map(|(kind, document)| (kind.clone(), with(kind, document.clone())))
        .collect();
    all.get_mut("vgm-declaration").unwrap()["containers"] = vgm;
    json!(all)
}

/// The shipment as data.
pub(crate) fn base() -> Value {
    json!({
        "order": {
            "reference": "T-1",
            "parties": {"exporter": seller(), "buyer": buyer()},
            "market": "eu", "country": "DE",
            "incoterm": "CIP", "incoterm_place": "Hamburg",
            "payment": ["letter-of-credit"],
            "contract_amount": "412000 EUR", "agreed_cover": "ICC A",
            "latest_shipment": "2026-12-15",
            "letter_of_credit": {"latest_shipment": "2026-12-15", "expires": "2027-01-05",
                "amount": "412000 EUR"},
        },
        "products": [{"model": "GB-G4022", "category": "gantry", "quantity": 1,
            "machining": {"milling": true, "simultaneous_axes": 5, "rotary_axes": 2,
                "accuracy_basis": "1988",
                "axes": [{"name": "X", "travel": "4 m", "accuracy": "12 µm"}]}}],
        "oversize": true,
        "units": ["container"],
        "documents": documents(),
        "dates": {"on-board": "2026-12-10", "presentation": "2026-12-28"},
        "tolerances": {}, "exceptions": [], "decisions": [],
    })
}

/// A field and its new value; `null` takes it away. The path is a JSON pointer, and within the
/// documents where it does not start with a slash.
pub(crate) type Change = (&'static str, Value);

pub(crate) fn set(data: &mut Value, (path, value): &Change) {
    let pointer =
        if path.starts_with('/') { (*path).to_owned() } else { format!("/documents/{path}") };
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    let parent = data.pointer_mut(parent).unwrap_or_else(|| panic!("no {path} in the shipment"));
    if let (Value::Array(items), Ok(index)) = (&mut *parent, key.parse::<usize>()) {
        items[index] = value.clone();
    } else if value.is_null() {
        let gone = parent.as_object_mut().unwrap().remove(key);
        assert!(gone.is_some(), "there was no {path} to take away");
    } else {
        parent[key] = value.clone();
    }
}

pub(crate) fn changed(changes: &[Change]) -> Value {
    let mut data = base();
    changes.iter().for_each(|change| set(&mut data, change));
    data
}

fn read<T: DeserializeOwned>(value: &Value) -> T {
    serde_json::from_value(value.clone()).unwrap_or_else(|error| panic!("{error}: {value}"))
}

fn milestone(id: &str, finish: &str) -> Milestone {
    let step = id.split('/').next().unwrap();
    let consignment = id.split('/').nth(1).map(|number| number.parse().unwrap());
    Milestone {
        id: MilestoneId(id.replace('/', "-")),
        step: step.into(),
        stands_for: Vec::new(),
        title: readiness::Text::same(id),
        roles: Vec::new(),
        closes_with: readiness::Text::same(""),
        gate: false,
        consignment,
        duration: Duration::default(),
        calendar: None,
        after: Vec::new(),
        in_origin: false,
        closed: false,
        actual_start: None,
        actual_finish: None,
        pinned_start: None,
        pinned_finish: Some(day(finish)),
        deadline: None,
    }
}

pub(crate) fn shipment(data: &Value) -> Shipment {
    let frames: Vec<ProductFrame> = read(&data["products"]);
    let units: std::collections::BTreeSet<String> = read(&data["units"]);
    let mut answers = BTreeMap::from([(FactId::from("load-units"), Answer::Choices(units))]);
    for fact in ["oversize", "dangerous-goods"] {
        if let Some(answer) = data[fact].as_bool() {
            answers.insert(FactId::from(fact), Answer::YesNo(answer));
        }
    }
    let documents: BTreeMap<String, TradeDocument> = read(&data["documents"]);
    let dates: BTreeMap<String, String> = read(&data["dates"]);
    Shipment {
        order: read(&data["order"]),
        products: frames
            .into_iter()
            .map(|frame| Product { frame, answers: BTreeMap::new() })
            .collect(),
        answers,
        documents: documents.into_iter().map(|(kind, d)| (DocumentType(kind), d)).collect(),
        network: Network {
            start: day("2026-09-01"),
            milestones: dates.iter().map(|(id, date)| milestone(id, date)).collect(),
            ..Network::default()
        },
        decisions: read::<Vec<Decision>>(&data["decisions"]),
        exceptions: read::<Vec<Exception>>(&data["exceptions"]),
        tolerances: read::<Tolerances>(&data["tolerances"]),
        ..Shipment::default()
    }
}

/// What one check says.
pub(crate) struct Said {
    pub(crate) verdict: Option<Verdict>,
    pub(crate) finding: Option<Finding>,
}

impl Said {
    pub(crate) fn state(&self) -> Option<State> {
        self.verdict.as_ref().map(|verdict| verdict.state)
    }

    pub(crate) fn found(&self) -> Option<(Code, Severity)> {
        self.finding.as_ref().map(|finding| (finding.code, finding.severity))
    }

    pub(crate) fn because(&self) -> &[Reason] {
        self.verdict.as_ref().map(|verdict| &*verdict.because).unwrap_or_default()
    }
}

pub(crate) fn judge(data: &Value, check: &str) -> Said {
    let rulebook = Arc::new(Rulebook::new(Vec::new(), Vec::new(), Vec::new()).unwrap());
    let judgement = Evaluation::new(rulebook, shipment(data), day(TODAY)).unwrap().judgement();
    Said {
        verdict: judgement.verdicts.into_iter().find(|verdict| verdict.subject.id() == check),
        finding: judgement.findings.into_iter().find(|finding| finding.subject.id() == check),
    }
}
