//! A lookup for tests.

use crate::{Book, Lookup};
use chrono::NaiveDate;
use readiness::{
    Choice, Code, Duration, Evaluation, Evidence, EvidenceId, Fact, FactId, FactKind, FactLevel,
    Finding, InPlay, Judgement, Milestone, MilestoneId, Network, Order, PackId, PackStamp, Party,
    PartyRole, Product, ProductFrame, Requirement, RequirementId, Rulebook, Shipment, Step,
    Subject, Text,
};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Facts given; requirements and milestones called by their ids.
pub(crate) struct Titles {
    facts: Vec<Fact>,
}

impl Titles {
    pub(crate) fn new(facts: Vec<Fact>) -> Self {
        Self { facts }
    }
}

impl Lookup for Titles {
    fn fact(&self, id: &FactId) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.id == *id)
    }

    fn requirement_title(&self, _: &RequirementId) -> Option<Text> {
        None
    }

    fn milestone_title(&self, _: &MilestoneId) -> Option<Text> {
        None
    }
}

pub(crate) fn fact(
    id: &str,
    en: &str,
    zh: &str,
    kind: FactKind,
    choices: &[(&str, &str, &str)],
) -> Fact {
    Fact {
        product_of: Vec::new(),
        replaces: Vec::new(),
        id: id.into(),
        title: Text::new(en, zh),
        question: Text::new(format!("What about {en}?"), format!("{zh}情况如何？")),
        kind,
        level: FactLevel::Shipment,
        choices: choices
            .iter()
            .map(|(id, en, zh)| Choice { id: (*id).to_owned(), title: Text::new(*en, *zh) })
            .collect(),
        unit: (kind == FactKind::Decimal).then(|| "mm".to_owned()),
        group: None,
    }
}

/// A day in tests.
pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A small shipment from Qingdao to Hamburg, judged on 24 Nov 2026.
pub(crate) struct World {
    pub(crate) rulebook: Arc<Rulebook>,
    pub(crate) shipment: Shipment,
    pub(crate) today: NaiveDate,
    steps: BTreeMap<Step, Text>,
    places: BTreeMap<String, Text>,
}

fn milestone(id: &str, en: &str, zh: &str, base: u16, after: &[&str]) -> Milestone {
    Milestone {
        id: id.into(),
        step: id.into(),
        stands_for: Vec::new(),
        title: Text::new(en, zh),
        roles: Vec::new(),
        closes_with: Text::new("record", "记录"),
        gate: true,
        consignment: None,
        duration: Duration { shortest: base, base, longest: base },
        calendar: None,
        after: after.iter().map(|link| link.parse().unwrap()).collect(),
        in_origin: false,
        closed: false,
        actual_start: None,
        actual_finish: None,
        pinned_start: None,
        pinned_finish: None,
        deadline: None,
    }
}

impl World {
    /// With these requirements, written as JSON.
    pub(crate) fn new(requirements: serde_json::Value) -> Self {
        let requirements = serde_json::from_value(requirements).unwrap();
        let facts = vec![
            fact(
                "market",
                "Market",
                "目的市场",
                FactKind::Choice,
                &[("eu", "European Union", "欧盟")],
            ),
            fact("radio", "Radio", "无线模块", FactKind::YesNo, &[]),
        ];
        let mut contract = milestone("contract", "Contract effective", "合同生效", 0, &[]);
        contract.closed = true;
        let network = Network {
            start: day("2026-09-01"),
            milestones: vec![
                contract,
                milestone("production", "Build", "生产制造", 90, &["contract"]),
                milestone(
                    "export-clearance",
                    "Export clearance",
                    "出口报关",
                    3,
                    &["production+12"],
                ),
                milestone("on-board", "On board", "装船", 4, &["export-clearance"]),
                milestone("import-clearance", "Import clearance", "进口清关", 3, &["on-board+45"]),
            ],
            ..Network::default()
        };
        let mut order = Order {
            reference: "SH-2026-A".to_owned(),
            market: Some("eu".to_owned()),
            country: Some("DE".to_owned()),
            local_languages: vec!["de".to_owned()],
            ..Order::default()
        };
        let maker = Party { name: "Laoshan Meridian".to_owned(), ..Party::default() };
        order.parties.insert(PartyRole::Maker, maker);
        let product = Product {
            frame: ProductFrame { model: "LM-MT650".to_owned(), ..ProductFrame::default() },
            ..Product::default()
        };
        let stamp = PackStamp {
            id: PackId::default(),
            version: "1.0.0".to_owned(),
            title: Text::new("EU machinery", "欧盟机械"),
            sha256: String::new(),
        };
        Self {
            rulebook: Arc::new(Rulebook::new(facts, requirements, vec![stamp]).unwrap()),
            shipment: Shipment {
                order,
                products: vec![product],
                network,
                in_play: InPlay { requirements: None, checks: Some(Vec::new()) },
                ..Shipment::default()
            },
            today: day("2026-11-24"),
            steps: BTreeMap::from([("sat".into(), Text::new("Site acceptance", "现场验收"))]),
            places: BTreeMap::from([("DE".to_owned(), Text::new("Germany", "德国"))]),
        }
    }

    /// With a document, written as JSON.
    pub(crate) fn holding(mut self, evidence: serde_json::Value) -> Self {
        let mut evidence: Evidence = serde_json::from_value(evidence).unwrap();
        evidence.id = EvidenceId(format!("e{}", self.shipment.evidence.len()));
        self.shipment.evidence.push(evidence);
        self
    }

    /// With one check in play and the trade documents it looks at, written as JSON.
    pub(crate) fn checking(mut self, check: &str, documents: serde_json::Value) -> Self {
        self.shipment.in_play.checks = Some(vec![check.into()]);
        self.shipment.documents = serde_json::from_value(documents).unwrap();
        self
    }

    pub(crate) fn milestone(&mut self, id: &str) -> &mut Milestone {
        let milestones = &mut self.shipment.network.milestones;
        milestones.iter_mut().find(|milestone| milestone.id.as_str() == id).unwrap()
    }

    pub(crate) fn judge(&self) -> Judgement {
        Evaluation::new(Arc::clone(&self.rulebook), self.shipment.clone(), self.today)
            .unwrap()
            .judgement()
    }

    pub(crate) fn book(&self) -> Book<'_> {
        Book {
            rulebook: &self.rulebook,
            network: &self.shipment.network,
            steps: &self.steps,
            places: &self.places,
        }
    }

    /// The requirement a finding is about.
    pub(crate) fn rule_of(&self, finding: &Finding) -> Option<&Requirement> {
        match &finding.subject {
            Subject::Requirement(id) => self.rulebook.requirement(id),
            _ => None,
        }
    }

    /// The only finding of this kind.
    pub(crate) fn only(&self, code: Code) -> Finding {
        let findings = self.judge().findings;
        let mut own = findings.iter().filter(|finding| finding.code == code);
        let found = own.next().unwrap_or_else(|| panic!("no {code:?} in {findings:#?}"));
        assert!(own.next().is_none(), "several {code:?}");
        found.clone()
    }

    /// The summary of the only finding of this kind.
    pub(crate) fn summary(&self, code: Code) -> Text {
        let finding = self.only(code);
        crate::summary(&finding, self.rule_of(&finding), &self.book())
    }
}

/// A requirement as JSON: needed at a milestone, with a lead time, and what else is given.
pub(crate) fn requirement(
    needed_by: &str,
    lead: (u16, u16),
    more: serde_json::Value,
) -> serde_json::Value {
    let mut requirement = serde_json::json!({
        "id": "doc",
        "title": {"en": "Machinery declaration", "zh": "机械符合性声明"},
        "rule": {"en": "Cite the law in force.", "zh": "须引用有效法规。"},
        "severity": "blocker",
        "needed_by": needed_by,
        "lead": {"shortest": lead.0, "longest": lead.1},
        "reference": {"en": "Regulation (EU) 2023/1230", "zh": "条例 (EU) 2023/1230"},
        "verification": {"state": "known"},
    });
    let fields = requirement.as_object_mut().unwrap();
    fields.extend(more.as_object().unwrap().clone());
    requirement
}
