//! The rulebook: facts and requirements of the packs in force, checked and compiled once.

use crate::condition::Compiled;
use crate::{Condition, DocumentType, Fact, FactId, PackId, Requirement, RequirementId, Text};
use hashbrown::HashMap;
use std::collections::BTreeMap;

/// Which pack, in which version, with which content.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PackStamp {
    /// Its id.
    pub id: PackId,
    /// Semantic version.
    pub version: String,
    /// Its title.
    pub title: Text,
    /// SHA-256 of its content, in lower-case hexadecimal.
    pub sha256: String,
}

/// A rule that cannot be used, and where in the requirement.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{requirement}: {}", problem.en)]
pub struct RuleError {
    /// Position of the requirement in the list given.
    pub position: usize,
    /// Its id.
    pub requirement: RequirementId,
    /// Path inside the requirement as JSON-pointer steps.
    pub path: Vec<String>,
    /// What is wrong, and what is allowed.
    pub problem: Text,
}

#[derive(Clone, Debug)]
pub(crate) struct Rule {
    pub(crate) requirement: Requirement,
    pub(crate) condition: Compiled,
    /// What the answers must say.
    pub(crate) must: Option<Compiled>,
    /// When each of its special cases holds.
    pub(crate) cases: Vec<Compiled>,
    /// Facts the condition looks at.
    pub(crate) facts: Vec<usize>,
    /// Facts that [`Rule::must`] looks at.
    pub(crate) must_facts: Vec<usize>,
    /// The condition looks at facts of products, so it is judged product by product.
    pub(crate) by_product: bool,
    pub(crate) accepts: Vec<DocumentType>,
    /// Positions of the requirements that come first.
    pub(crate) after: Vec<usize>,
}

/// Facts and requirements, checked and compiled.
#[derive(Clone, Debug, Default)]
pub struct Rulebook {
    facts: Vec<Fact>,
    fact_index: HashMap<FactId, usize>,
    pub(crate) rules: Vec<Rule>,
    rule_index: BTreeMap<RequirementId, usize>,
    /// For each fact, the rules whose condition looks at it.
    pub(crate) rules_by_fact: Vec<Vec<usize>>,
    /// The facts worked out by multiplying others.
    computed: Vec<usize>,
    /// The order in which prerequisites come before what waits for them.
    pub(crate) chain_order: Vec<usize>,
    /// The packs it was made of.
    pub packs: Vec<PackStamp>,
}

impl Rule {
    /// Every fact whose answer can change what is said about the requirement.
    fn watched(&self, index: &HashMap<FactId, usize>) -> Vec<usize> {
        let mut watched = self.facts.clone();
        watched.extend(&self.must_facts);
        self.cases.iter().for_each(|case| case.facts(&mut watched));
        if self.requirement.evidence.of_manufacturer {
            let manufacturer = [OWN_BRAND, PLATE_NAME];
            watched.extend(manufacturer.iter().filter_map(|id| index.get(&FactId::from(*id))));
        }
        watched.sort_unstable();
        watched.dedup();
        watched
    }
}

/// The fact that says whether the exporter sells the machine under its own brand.
pub(crate) const OWN_BRAND: &str = "own-brand";
/// The fact that says whose name stands on the plate.
pub(crate) const PLATE_NAME: &str = "plate-name";

impl Rulebook {
    /// Checks and compiles.
    ///
    /// # Errors
    /// Every unusable rule: unknown facts, choices or units that do not fit, prerequisites that do
    /// not exist or wait for each other, two requirements with one id.
    pub fn new(
        facts: Vec<Fact>,
        requirements: Vec<Requirement>,
        packs: Vec<PackStamp>,
    ) -> Result<Self, Vec<RuleError>> {
        let fact_index: HashMap<FactId, usize> =
            facts.iter().enumerate().map(|(index, fact)| (fact.id.clone(), index)).collect();
        let find = |id: &FactId| fact_index.get(id).map(|index| (*index, facts[*index].clone()));
        let mut errors = Vec::new();
        let mut rule_index = BTreeMap::new();
        for (position, requirement) in requirements.iter().enumerate() {
            if rule_index.insert(requirement.id.clone(), position).is_some() {
                errors.push(RuleError {
                    position,
                    requirement: requirement.id.clone(),
                    path: vec!["id".to_owned()],
                    problem: Text::new("another requirement has this id", "已有其他要求使用此编号"),
                });
            }
        }
        let mut rules = Vec::with_capacity(requirements.len());
        for (position, requirement) in requirements.into_iter().enumerate() {
            let mut fail = |path: Vec<String>, problem: Text| {
                errors.push(RuleError {
                    position,
                    requirement: requirement.id.clone(),
                    path,
                    problem,
                });
            };
            let mut compile = |condition: &Condition, at: &[&str]| match condition.compile(&find) {
                Ok(compiled) => compiled,
                Err(problems) => {
                    for problem in problems {
                        let mut path: Vec<String> = at.iter().map(|&s| s.to_owned()).collect();
                        path.extend(problem.path);
                        fail(path, problem.problem);
                    }
                    Compiled::always()
                }
            };
            let condition = requirement
                .when
                .as_ref()
                .map_or_else(Compiled::always, |when| compile(when, &["when"]));
            let must = requirement.must.as_ref().map(|must| compile(must, &["must"]));
            let cases: Vec<Compiled> = requirement
                .cases
                .iter()
                .enumerate()
                .map(|(place, case)| compile(&case.when, &["cases", &place.to_string(), "when"]))
                .collect();
            if requirement.evidence.none && requirement.must.is_none() {
                fail(
                    vec!["evidence".to_owned(), "none".to_owned()],
                    Text::new(
                        "without a document, must has to say what settles it",
                        "不要求文件时，须用 must 写明判断条件",
                    ),
                );
            }
            // A leap day would be missing in most years.
            let some_day = chrono::NaiveDate::from_ymd_opt(2025, 6, 15).unwrap_or_default();
            if requirement.due.as_ref().is_some_and(|due| due.after(some_day).is_none()) {
                fail(
                    vec!["due".to_owned()],
                    Text::new(
                        "give exactly one of days, months and next_year_on (MM-DD)",
                        "days、months、next_year_on（MM-DD）须且只能填写一项",
                    ),
                );
            }
            let mut after = Vec::new();
            for (place, id) in requirement.after.iter().enumerate() {
                match rule_index.get(id) {
                    Some(index) => after.push(*index),
                    None => fail(
                        vec!["after".to_owned(), place.to_string()],
                        Text::new(
                            format!("no requirement {:?} in the packs in force", id.as_str()),
                            format!("现行要求包中没有要求 {:?}", id.as_str()),
                        ),
                    ),
                }
            }
            let own = [
                (vec!["lead".to_owned()], Some(requirement.lead)),
                (vec!["renewal".to_owned()], requirement.renewal),
            ];
            let of_cases = requirement.cases.iter().enumerate().map(|(place, case)| {
                (vec!["cases".to_owned(), place.to_string(), "lead".to_owned()], case.lead)
            });
            for (mut path, lead) in own.into_iter().chain(of_cases) {
                if lead.is_some_and(|lead| lead.shortest > lead.longest) {
                    path.push("shortest".to_owned());
                    fail(
                        path,
                        Text::new(
                            "the shortest lead time is longer than the longest",
                            "最短办理时间大于最长办理时间",
                        ),
                    );
                }
            }
            let mut used = Vec::new();
            condition.facts(&mut used);
            let mut must_facts = Vec::new();
            if let Some(must) = &must {
                must.facts(&mut must_facts);
            }
            let by_product = used.iter().any(|fact| crate::derived::is_of_product(&facts[*fact]));
            let accepts = requirement.accepts();
            rules.push(Rule {
                requirement,
                condition,
                must,
                cases,
                facts: used,
                must_facts,
                by_product,
                accepts,
                after,
            });
        }
        let chain_order = chain_order(&rules, &mut errors);
        if !errors.is_empty() {
            return Err(errors);
        }
        let mut rules_by_fact = vec![Vec::new(); facts.len()];
        for (index, rule) in rules.iter().enumerate() {
            for fact in rule.watched(&fact_index) {
                rules_by_fact[fact].push(index);
            }
        }
        let computed: Vec<usize> =
            (0..facts.len()).filter(|position| !facts[*position].product_of.is_empty()).collect();
        // What hangs on a product of answers hangs on each of them.
        for position in &computed {
            for factor in &facts[*position].product_of {
                let Some(factor) = fact_index.get(factor) else { continue };
                let dependent = rules_by_fact[*position].clone();
                rules_by_fact[*factor].extend(dependent);
                rules_by_fact[*factor].sort_unstable();
                rules_by_fact[*factor].dedup();
            }
        }
        Ok(Self {
            facts,
            fact_index,
            rules,
            rule_index,
            rules_by_fact,
            computed,
            chain_order,
            packs,
        })
    }

    /// All facts, in the order of the packs.
    #[must_use]
    pub fn facts(&self) -> &[Fact] {
        &self.facts
    }

    /// A fact by its id.
    #[must_use]
    pub fn fact(&self, id: &FactId) -> Option<&Fact> {
        self.fact_position(id).and_then(|index| self.facts.get(index))
    }

    /// A fact's position.
    #[must_use]
    pub fn fact_position(&self, id: &FactId) -> Option<usize> {
        self.fact_index.get(id).copied()
    }

    /// All requirements, in the order of the packs.
    pub fn requirements(&self) -> impl Iterator<Item = &Requirement> {
        self.rules.iter().map(|rule| &rule.requirement)
    }

    /// A requirement by its id.
    #[must_use]
    pub fn requirement(&self, id: &RequirementId) -> Option<&Requirement> {
        self.position(id).map(|index| &self.rules[index].requirement)
    }

    /// Positions of the facts worked out by multiplying others.
    pub(crate) fn computed(&self) -> &[usize] {
        &self.computed
    }

    pub(crate) fn position(&self, id: &RequirementId) -> Option<usize> {
        self.rule_index.get(id).copied()
    }
}

fn chain_order(rules: &[Rule], errors: &mut Vec<RuleError>) -> Vec<usize> {
    let mut waiting: Vec<usize> = rules.iter().map(|rule| rule.after.len()).collect();
    let mut dependants: Vec<Vec<usize>> = vec![Vec::new(); rules.len()];
    for (index, rule) in rules.iter().enumerate() {
        for first in &rule.after {
            dependants[*first].push(index);
        }
    }
    let mut order: Vec<usize> = (0..rules.len()).filter(|index| waiting[*index] == 0).collect();
    let mut next = 0;
    while let Some(&index) = order.get(next) {
        next += 1;
        for dependant in &dependants[index] {
            waiting[*dependant] -= 1;
            if waiting[*dependant] == 0 {
                order.push(*dependant);
            }
        }
    }
    for (position, rule) in rules.iter().enumerate().filter(|(index, _)| waiting[*index] > 0) {
        errors.push(RuleError {
            position,
            requirement: rule.requirement.id.clone(),
            path: vec!["after".to_owned()],
            problem: Text::new("it waits for itself through its prerequisites", "前置要求形成循环"),
        });
    }
    order
}
