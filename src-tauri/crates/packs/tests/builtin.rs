//! What comes with the program is free of mistakes.

#![expect(clippy::panic, reason = "a test fails by panicking")]

use packs::{Library, read_shipment, samples};
use readiness::condition::{Answers, Compiled, Relation, Test};
use readiness::{Quantity, Text, Truth, Value};
use std::collections::{BTreeMap, BTreeSet};

fn library() -> Library {
    Library::builtin().unwrap_or_else(|problems| panic!("{problems}"))
}

#[test]
fn every_sample_loads() {
    let library = library();
    for sample in samples() {
        if let Err(problems) = read_shipment(sample.id, sample.text, &library) {
            panic!("{problems}");
        }
    }
}

fn chinese(text: &str) -> bool {
    text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

#[test]
fn every_requirement_speaks_both_languages_and_names_what_it_rests_on() {
    let library = library();
    for requirement in library.rulebook.requirements() {
        let id = &requirement.id;
        let evidence = &requirement.evidence;
        let texts = [
            Some(&requirement.title),
            Some(&requirement.rule),
            requirement.consequence.as_ref(),
            requirement.first_step.as_ref(),
            evidence.shows.as_ref(),
            evidence.issuer.as_ref(),
            requirement.verification.open_point.as_ref(),
        ];
        for Text { en, zh } in texts.into_iter().flatten() {
            assert!(!en.trim().is_empty() && !chinese(en), "{id}: {en}");
            assert!(chinese(zh), "{id}: {zh}");
        }
        let Text { en, zh } = &requirement.reference;
        assert!(!en.trim().is_empty() && !zh.trim().is_empty(), "{id} rests on something");
        let checked = &requirement.verification;
        let looked_up = checked.state == readiness::VerificationState::Checked;
        assert!(!looked_up || checked.source.is_some(), "{id} was checked somewhere");
        assert!(!looked_up || checked.checked_on.is_some(), "{id} was checked some day");
    }
}

#[test]
fn every_market_and_country_has_its_choice() {
    let library = library();
    let ids = |fact: &str| -> BTreeSet<String> {
        library.rulebook.fact(&fact.into()).unwrap().choices.iter().map(|c| c.id.clone()).collect()
    };
    let countries: BTreeSet<String> = library.countries.keys().cloned().collect();
    assert_eq!(ids("country"), countries, "facts.yaml lists the countries of countries.yaml");
    for country in library.countries.values() {
        assert!(ids("market").contains(&country.market), "{}", country.id);
    }
}

struct Given<'a>(&'a BTreeMap<usize, Value>);

impl Answers for Given<'_> {
    fn answer(&self, fact: usize) -> Option<&Value> {
        self.0.get(&fact)
    }
}

/// Answers that could tell the comparisons of a condition apart.
fn candidates(condition: &Compiled, into: &mut BTreeMap<usize, Vec<Value>>) {
    match condition {
        Compiled::All(parts) | Compiled::Any(parts) => {
            parts.iter().for_each(|part| candidates(part, into));
        }
        Compiled::Not(part) => candidates(part, into),
        Compiled::Same(one, other, _) => {
            let value = || vec![Value::Decimal(Quantity::count(1))];
            into.entry(*one).or_insert_with(value);
            into.entry(*other).or_insert_with(value);
        }
        Compiled::Fact(fact, test) => {
            let values = into.entry(*fact).or_default();
            let near = |limit: &Quantity, step: i64| {
                let unit = Quantity { value: step.into(), unit: limit.unit };
                Value::Decimal(Quantity { value: limit.value + unit.value, unit: limit.unit })
            };
            match test {
                Test::YesNo(_) => values.extend([Value::YesNo(true), Value::YesNo(false)]),
                Test::OneOf(choices) => {
                    values.extend(choices.iter().cloned().map(Value::Choice));
                    values.extend(
                        choices.iter().map(|one| Value::Choices(BTreeSet::from([one.clone()]))),
                    );
                    values.push(Value::Choice("something-else".to_owned()));
                }
                Test::Text(text) => values.push(Value::Text(text.clone())),
                Test::Amount(Relation::Above | Relation::AtLeast, limit)
                | Test::Amount(Relation::Below | Relation::AtMost, limit)
                | Test::Equals(limit) => values.extend([-1, 0, 1].map(|step| near(limit, step))),
                Test::Date(_, limit) | Test::On(limit) => values.extend(
                    [limit.pred_opt(), Some(*limit), limit.succ_opt()]
                        .into_iter()
                        .flatten()
                        .map(Value::Date),
                ),
            }
        }
    }
}

/// Whether some answers make a condition true, tried one fact after the other.
fn reachable(condition: &Compiled) -> bool {
    fn search(
        condition: &Compiled,
        open: &[(usize, Vec<Value>)],
        given: &mut BTreeMap<usize, Value>,
    ) -> bool {
        match condition.evaluate(&Given(given)) {
            Truth::Yes => return true,
            Truth::No => return false,
            Truth::Unknown => {}
        }
        let Some(((fact, values), rest)) = open.split_first() else { return false };
        values.iter().any(|value| {
            given.insert(*fact, value.clone());
            let found = search(condition, rest, given);
            given.remove(fact);
            found
        })
    }
    let mut values = BTreeMap::new();
    candidates(condition, &mut values);
    let values: Vec<(usize, Vec<Value>)> = values.into_iter().collect();
    search(condition, &values, &mut BTreeMap::new())
}

#[test]
fn every_condition_can_be_met_and_can_be_missed() {
    let library = library();
    let book = &library.rulebook;
    let find =
        |id: &readiness::FactId| book.fact_position(id).map(|at| (at, book.facts()[at].clone()));
    for requirement in book.requirements() {
        let own = requirement.when.iter().chain(requirement.cases.iter().map(|case| &case.when));
        for condition in own.chain(&requirement.must) {
            let compiled = condition.compile(&find).unwrap();
            assert!(reachable(&compiled), "{} never applies", requirement.id);
            let missed = Compiled::Not(Box::new(compiled));
            let same = format!("{missed:?}").contains("Same(");
            assert!(same || reachable(&missed), "{} applies always", requirement.id);
        }
    }
}

#[test]
fn a_condition_that_contradicts_itself_is_found_out() {
    let yes = |wanted| Compiled::Fact(0, Test::YesNo(wanted));
    assert!(!reachable(&Compiled::All(vec![yes(true), yes(false)])));
    assert!(reachable(&Compiled::Any(vec![yes(true), yes(false)])));
}

#[test]
fn mistakes_in_the_newer_fields_are_told_in_their_place() {
    let own = include_str!("own.yaml");
    let broken = [
        (
            "needed_by: fat\n    cases: [{when: {fact: own-mass, above: \"1 t\"}, needed_by: mars}]",
            "requirements/0/cases/0/needed_by",
        ),
        (
            "needed_by: fat\n    cases: [{when: {fact: own-mass, above: \"1 m\"}}]",
            "requirements/0/cases/0/when/above",
        ),
        (
            "needed_by: fat\n    must: {fact: own-mass, same_as: market}",
            "requirements/0/must/same_as",
        ),
        (
            "needed_by: fat\n    must: {fact: own-mass, above: \"1 t\", within_percent: 5}",
            "requirements/0/must/within_percent",
        ),
        ("needed_by: fat\n    evidence: {none: true}", "requirements/0/evidence/none"),
        ("needed_by: fat\n    days_before: 400", "requirements/0/days_before"),
    ];
    for (text, field) in broken {
        assert_refused(&own.replace("needed_by: fat", text), field);
    }
    let derived = "level: derived\n    product_of: [own-mass, no-such-fact]";
    assert_refused(&own.replace("level: derived", derived), "facts/1/product_of/1");
    let asked = "level: shipment\n    product_of: [own-mass, own-mass]";
    assert_refused(&own.replace("level: derived", asked), "facts/1/product_of");
}

fn assert_refused(text: &str, field: &str) {
    let mut files = packs::builtin_files();
    files.packs.push(packs::LibraryFile { name: "own.yaml", text });
    let Err(problems) = Library::load(&files) else { panic!("{field} is let through") };
    let told: Vec<(&str, usize)> =
        problems.0.iter().map(|one| (one.field.as_str(), one.line)).collect();
    let there = told.iter().any(|(told, line)| *told == field && *line > 0);
    assert!(there, "{field} in {told:?}");
}

#[test]
fn the_fifteen_materials_stand_in_order_with_their_promises() {
    use readiness::{LanguageOf, Phase, Target};
    let library = library();
    let ids: Vec<&str> = library.materials.iter().map(|material| material.id.as_str()).collect();
    assert_eq!(ids.len(), 15);
    assert!(library.materials.is_sorted_by_key(|material| material.phase));
    let material = |id: &str| library.materials.iter().find(|m| m.id == id).unwrap();
    let times = |id: &str, market: Option<&str>| -> Vec<Target> {
        material(id).measures_in(market).map(|measure| measure.within).collect()
    };
    use Target::{BusinessHours, Hours, WorkingDays};
    assert_eq!(times("cm-quote-pack", None), [BusinessHours(8), WorkingDays(5)]);
    assert_eq!(times("cm-qualification-pack", None), [WorkingDays(2)]);
    assert_eq!(times("cm-contract-annexes", None), [WorkingDays(3)]);
    assert_eq!(times("cm-euc-request", None), [WorkingDays(5), WorkingDays(10)]);
    assert_eq!(times("cm-change-notice", None), [WorkingDays(2)]);
    assert_eq!(times("cm-pre-alert", None), [WorkingDays(2)]);
    assert_eq!(times("cm-daily-log", None), [WorkingDays(0)]);
    assert_eq!(times("cm-sla", Some("eu")), [Hours(4), Hours(24), Hours(72), Hours(24)]);
    assert_eq!(times("cm-sla", Some("vn")), [Hours(4), Hours(24), Hours(48), Hours(24)]);
    assert_eq!(times("cm-sla", None), [Hours(4), Hours(24), Hours(24)]);
    assert_eq!(times("cm-security-advisory", None), [Hours(24), Hours(72)]);
    assert_eq!(times("cm-8d", None), [Hours(48), WorkingDays(15)]);
    let due = |id: &str| material(id).due.as_ref().map(|due| (due.step.as_str(), due.days));
    assert_eq!(due("cm-fat-invite"), Some(("fat", 21)));
    assert_eq!(due("cm-pre-alert"), Some(("on-board", 5)));
    assert_eq!(due("cm-unloading-guide"), Some(("on-board", 5)));
    assert_eq!(due("cm-site-checklist"), Some(("delivery", 60)));
    assert_eq!(due("cm-manual-set"), Some(("import-clearance", 0)));
    let every = material("cm-progress-report").every.unwrap();
    assert_eq!((every.days, every.tolerance), (14, 1));
    for id in ["cm-unloading-guide", "cm-site-checklist", "cm-manual-set"] {
        assert_eq!(material(id).languages, [LanguageOf::Local], "{id}");
    }
    let safety: Vec<&str> =
        library.materials.iter().filter(|m| m.safety).map(|m| m.id.as_str()).collect();
    assert_eq!(safety, ["cm-unloading-guide", "cm-manual-set", "cm-security-advisory"]);
    assert_eq!(material("cm-sla").phase, Phase::AfterSales);
    for material in &library.materials {
        for Text { en, zh } in [&material.title, &material.about, &material.source] {
            assert!(!chinese(en), "{}: {en}", material.id);
            assert!(chinese(zh), "{}: {zh}", material.id);
        }
    }
}
