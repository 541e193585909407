//! Conditions read back as sentences.

use crate::dates::{date, quantity};
use crate::facts::{choice, fact_title, is_yes_no};
use crate::lookup::Lookup;
use crate::phrase::{clauses, is_plural, or_list, said, sentence, upper_first};
use crate::statements::statement;
use crate::words::{relation, relation_of_dates};
use readiness::condition::Relation;
use readiness::{Condition, Fact, FactKind, Operand, Quantity, Text};

/// A condition as a sentence without a full stop: `Market is European Union, and the machine has a
/// radio module`.
#[must_use]
pub fn condition(condition: &Condition, lookup: &dyn Lookup) -> Text {
    let clause = clause(condition, lookup);
    Text::new(upper_first(&clause.en), clause.zh)
}

/// The same for the middle of a sentence.
pub(crate) fn clause(condition: &Condition, lookup: &dyn Lookup) -> Text {
    part(condition, lookup, true).text
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    And,
    Or,
}

/// A part of a sentence, and how its own parts are joined.
struct Part {
    text: Text,
    joint: Option<Joint>,
}

impl Part {
    fn plain(text: Text) -> Self {
        Self { text, joint: None }
    }

    /// In brackets where it stands among parts joined in another way.
    fn inside(self, joint: Option<Joint>) -> Text {
        match (self.joint, joint) {
            (None, _) => self.text,
            (Some(own), Some(outer)) if own == outer => self.text,
            (Some(_), _) => {
                Text::new(format!("({})", self.text.en), format!("（{}）", self.text.zh))
            }
        }
    }
}

/// `holds` is false inside a `not`: what can be said the other way round is said so.
fn part(condition: &Condition, lookup: &dyn Lookup, holds: bool) -> Part {
    match (&condition.all, &condition.any, &condition.not, &condition.fact) {
        (Some(parts), None, None, None) => group(parts, Joint::And, lookup, holds),
        (None, Some(parts), None, None) => group(parts, Joint::Or, lookup, holds),
        (None, None, Some(inner), None) => part(inner, lookup, !holds),
        (None, None, None, Some(_)) => compared(condition, lookup, holds),
        _ => Part::plain(incomplete()),
    }
}

/// Not all of them: one of them not. Not any of them: each of them not.
fn group(parts: &[Condition], joint: Joint, lookup: &dyn Lookup, holds: bool) -> Part {
    let joint = match (joint, holds) {
        (Joint::And, true) | (Joint::Or, false) => Joint::And,
        (Joint::Or, true) | (Joint::And, false) => Joint::Or,
    };
    joined(parts.iter().map(|inner| part(inner, lookup, holds)).collect(), joint)
}

fn joined(mut parts: Vec<Part>, joint: Joint) -> Part {
    if parts.len() == 1 {
        return parts.remove(0);
    }
    if parts.is_empty() {
        return Part::plain(match joint {
            Joint::And => Text::new("in every case", "任何情况"),
            Joint::Or => Text::new("in no case", "任何情况均不"),
        });
    }
    let texts: Vec<Text> = parts.into_iter().map(|part| part.inside(Some(joint))).collect();
    let (en_joint, zh_joint) = match joint {
        Joint::And => (", and ", "，且"),
        Joint::Or => (", or ", "，或"),
    };
    let en: Vec<&str> = texts.iter().map(|text| text.en.as_str()).collect();
    let zh: Vec<&str> = texts.iter().map(|text| text.zh.as_str()).collect();
    Part { text: said(en.join(en_joint), zh.join(zh_joint)), joint: Some(joint) }
}

fn compared(condition: &Condition, lookup: &dyn Lookup, holds: bool) -> Part {
    let Some(id) = &condition.fact else {
        return Part::plain(incomplete());
    };
    let fact = lookup.fact(id);
    let title = fact_title(id, lookup);
    let mut parts = Vec::new();
    if let Some(operand) = &condition.is {
        parts.push(match operand {
            Operand::YesNo(yes) if is_yes_no(fact) => statement(id, &title, *yes == holds),
            other => equals(fact, &title, other, holds),
        });
    }
    if let Some(choices) = &condition.one_of {
        let titles: Vec<Text> = choices.iter().map(|id| choice(fact, id)).collect();
        parts.push(among(fact, &title, &titles, holds));
    }
    let bounds: Vec<Text> = [
        (Relation::Above, &condition.above),
        (Relation::AtLeast, &condition.at_least),
        (Relation::Below, &condition.below),
        (Relation::AtMost, &condition.at_most),
    ]
    .into_iter()
    .filter_map(|(how, operand)| Some(bound(fact, how, operand.as_ref()?, holds)))
    .collect();
    let joint = if holds { Joint::And } else { Joint::Or };
    if let Some(other) = &condition.same_as {
        let other = fact_title(other, lookup);
        parts.push(same(&title, &other, condition.within_percent, holds));
    }
    if !bounds.is_empty() {
        let (en_joint, zh_joint) = match joint {
            Joint::And => (" and ", "且"),
            Joint::Or => (" or ", "或"),
        };
        let en: Vec<&str> = bounds.iter().map(|bound| bound.en.as_str()).collect();
        let zh: Vec<&str> = bounds.iter().map(|bound| bound.zh.as_str()).collect();
        parts.push(said(
            format!("{} is {}", title.en, en.join(en_joint)),
            format!("{}{}", title.zh, zh.join(zh_joint)),
        ));
    }
    if parts.is_empty() {
        return Part::plain(incomplete());
    }
    joined(parts.into_iter().map(Part::plain).collect(), joint)
}

/// Two answers that say the same, or nearly so.
fn same(title: &Text, other: &Text, percent: Option<u8>, holds: bool) -> Text {
    match percent.filter(|percent| *percent > 0) {
        Some(percent) => {
            let (en, zh) = if holds {
                ("is within", "相差不超过")
            } else {
                ("is not within", "相差超过")
            };
            said(
                format!("{} {en} {percent} % of {}", title.en, lower_first_letter(&other.en)),
                format!("{}与{}{zh} {percent}%", title.zh, other.zh),
            )
        }
        None => {
            let (en, zh) =
                if holds { ("agrees with", "一致") } else { ("differs from", "不一致") };
            said(
                format!("{} {en} {}", title.en, lower_first_letter(&other.en)),
                format!("{}与{}{zh}", title.zh, other.zh),
            )
        }
    }
}

/// What the answers must say, as a sentence.
pub(crate) fn must_hold(must: &Condition, lookup: &dyn Lookup) -> Text {
    let clause = clause(must, lookup);
    sentence(said(
        format!("It must hold that {}", lower_first_letter(&clause.en)),
        format!("须满足：{}", clause.zh),
    ))
}

fn incomplete() -> Text {
    Text::new("the condition is not complete", "条件不完整")
}

fn is_choices(fact: Option<&Fact>) -> bool {
    fact.is_some_and(|fact| fact.kind == FactKind::Choices)
}

fn written(operand: &Operand) -> String {
    match operand {
        Operand::YesNo(yes) => yes.to_string(),
        Operand::Whole(whole) => whole.to_string(),
        Operand::Text(text) => text.clone(),
    }
}

/// The operand as the fact's kind reads it.
fn operand_text(fact: Option<&Fact>, operand: &Operand) -> Text {
    let text = written(operand);
    match fact.map(|fact| fact.kind) {
        Some(FactKind::Choice | FactKind::Choices) => choice(fact, &text),
        Some(FactKind::Date) => text.parse().map_or_else(|_| Text::same(&text), date),
        Some(FactKind::Decimal) => {
            text.parse::<Quantity>().map_or_else(|_| Text::same(&text), quantity)
        }
        Some(FactKind::YesNo | FactKind::Text) | None => Text::same(text),
    }
}

fn equals(fact: Option<&Fact>, title: &Text, operand: &Operand, holds: bool) -> Text {
    let value = operand_text(fact, operand);
    match fact.map(|fact| fact.kind) {
        Some(FactKind::Choice | FactKind::Choices) => among(fact, title, &[value], holds),
        Some(FactKind::Decimal) => said(
            format!("{} {}", is(title, if holds { "is" } else { "is not" }), value.en),
            format!("{}{}{}", title.zh, if holds { "等于" } else { "不等于" }, value.zh),
        ),
        Some(FactKind::YesNo | FactKind::Date | FactKind::Text) | None => said(
            format!("{} {}", is(title, if holds { "is" } else { "is not" }), value.en),
            format!("{}{}{}", title.zh, if holds { "为" } else { "不为" }, value.zh),
        ),
    }
}

/// `Market is`; `Insurance is by` for a title that ends so.
fn is(title: &Text, verb: &str) -> String {
    match title.en.strip_suffix(" by") {
        Some(what) => format!("{what} {verb} by"),
        None => format!("{} {verb}", title.en),
    }
}

/// A choice inside a sentence: `The exporter` loses its capital.
fn inside(choice: &Text) -> Text {
    let article = ["The ", "A ", "An "].iter().any(|article| choice.en.starts_with(article));
    let en = if article { lower_first_letter(&choice.en) } else { choice.en.clone() };
    Text::new(en, choice.zh.clone())
}

fn lower_first_letter(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map_or_else(String::new, |first| first.to_lowercase().collect::<String>() + chars.as_str())
}

fn among(fact: Option<&Fact>, title: &Text, choices: &[Text], holds: bool) -> Text {
    let choices: Vec<Text> = choices.iter().map(inside).collect();
    let list = or_list(&choices);
    if is_choices(fact) {
        let include = match (holds, is_plural(&title.en)) {
            (true, true) => "include",
            (true, false) => "includes",
            (false, true) => "do not include",
            (false, false) => "does not include",
        };
        return said(
            format!("{} {include} {}", title.en, list.en),
            format!("{}{}{}", title.zh, if holds { "含" } else { "不含" }, list.zh),
        );
    }
    if choices.len() < 2 {
        let (verb, zh_verb) = if holds { ("is", "为") } else { ("is not", "不是") };
        return said(
            format!("{} {}", is(title, verb), list.en),
            format!("{}{zh_verb}{}", title.zh, list.zh),
        );
    }
    // Choices that are lists of their own cannot stand in a row.
    let is_list = |choice: &Text| {
        choice.en.contains([',', ';']) || choice.en.contains(" or ") || choice.zh.contains('，')
    };
    if choices.iter().any(is_list) {
        let list = clauses(choices);
        let (verb, zh_verb) = if holds {
            ("is one of", "为以下之一")
        } else {
            ("is none of", "不是以下任何一项")
        };
        return said(
            format!("{}: {}", is(title, verb), list.en),
            format!("{}{zh_verb}：{}", title.zh, list.zh),
        );
    }
    if holds {
        said(format!("{} {}", is(title, "is"), list.en), format!("{}为{}", title.zh, list.zh))
    } else {
        said(
            format!("{} {}", is(title, "is neither"), nor(&choices)),
            format!("{}不属于{}", title.zh, list.zh),
        )
    }
}

/// `A, B nor C`.
fn nor(choices: &[Text]) -> String {
    or_list(choices)
        .en
        .rsplit_once(" or ")
        .map_or_else(|| or_list(choices).en, |(first, last)| format!("{first} nor {last}"))
}

/// `at least 6 mm`, `before 20 Jan 2027`.
fn bound(fact: Option<&Fact>, how: Relation, operand: &Operand, holds: bool) -> Text {
    let how = match (how, holds) {
        (how, true) => how,
        (Relation::Above, false) => Relation::AtMost,
        (Relation::AtLeast, false) => Relation::Below,
        (Relation::Below, false) => Relation::AtLeast,
        (Relation::AtMost, false) => Relation::Above,
    };
    let dates = fact.is_some_and(|fact| fact.kind == FactKind::Date);
    let word = if dates { relation_of_dates(how) } else { relation(how) };
    let value = operand_text(fact, operand);
    said(format!("{} {}", word.en, value.en), format!("{}{}", word.zh, value.zh))
}

/// `It applies when …`, as part of a rule.
pub(crate) fn applies_when(condition: &Condition, lookup: &dyn Lookup) -> Text {
    let clause = clause(condition, lookup);
    Text::new(format!("It applies when {}.", clause.en), format!("适用条件：{}。", clause.zh))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::support::{Titles, fact};

    fn read(json: &str) -> Text {
        let titles = Titles::new(vec![
            fact(
                "market",
                "Market",
                "目的市场",
                FactKind::Choice,
                &[
                    ("eu", "European Union", "欧盟"),
                    ("uk", "United Kingdom", "英国"),
                    ("us", "United States", "美国"),
                ],
            ),
            fact("radio", "Radio", "无线模块", FactKind::YesNo, &[]),
            fact("laser", "Laser", "激光", FactKind::YesNo, &[]),
            fact(
                "payment",
                "Payment terms",
                "付款方式",
                FactKind::Choices,
                &[
                    ("open-account", "Open account", "赊销"),
                    ("usance", "Usance credit", "远期信用证"),
                ],
            ),
            fact("wood-thickness", "Thickest solid wood", "实木最大厚度", FactKind::Decimal, &[]),
            fact("signed", "Signed", "签署日", FactKind::Date, &[]),
        ]);
        condition(&serde_json::from_str(json).unwrap(), &titles)
    }

    #[test]
    fn a_condition_reads_as_a_sentence() {
        assert_eq!(
            read(r#"{"all": [{"fact": "market", "is": "eu"}, {"fact": "radio", "is": true}]}"#),
            Text::new(
                "Market is European Union, and the machine has a radio module",
                "目的市场为欧盟，且设备装有无线模块"
            )
        );
    }

    #[test]
    fn groups_inside_groups_stand_in_brackets() {
        assert_eq!(
            read(
                r#"{"all": [{"fact": "market", "in": ["eu", "uk", "us"]},
                    {"any": [{"fact": "radio", "is": true}, {"not": {"fact": "laser", "is": true}}]}]}"#
            ),
            Text::new(
                "Market is European Union, United Kingdom or United States, and (the machine has a radio module, or no laser is built in)",
                "目的市场为欧盟、英国或美国，且（设备装有无线模块，或设备不含激光）"
            )
        );
    }

    #[test]
    fn what_is_not_is_said_the_other_way_round() {
        assert_eq!(
            read(r#"{"not": {"fact": "market", "in": ["eu", "uk"]}}"#),
            Text::new(
                "Market is neither European Union nor United Kingdom",
                "目的市场不属于欧盟或英国"
            )
        );
        assert_eq!(
            read(r#"{"not": {"any": [{"fact": "radio", "is": true}, {"fact": "laser", "is": false}]}}"#).en,
            "The machine has no radio module, and a laser is built in"
        );
        assert_eq!(
            read(r#"{"not": {"fact": "wood-thickness", "above": "6 mm"}}"#),
            Text::new("Thickest solid wood is at most 6 mm", "实木最大厚度不超过 6 mm")
        );
    }

    #[test]
    fn amounts_dates_and_lists_keep_their_form() {
        assert_eq!(
            read(r#"{"fact": "wood-thickness", "above": "6 mm", "at_most": "0.1 m"}"#),
            Text::new(
                "Thickest solid wood is more than 6 mm and at most 0.1 m",
                "实木最大厚度大于 6 mm 且不超过 0.1 m"
            )
        );
        assert_eq!(
            read(r#"{"fact": "payment", "in": ["open-account", "usance"]}"#),
            Text::new(
                "Payment terms include Open account or Usance credit",
                "付款方式含赊销或远期信用证"
            )
        );
        assert_eq!(
            read(r#"{"fact": "signed", "at_least": "2027-01-20"}"#),
            Text::new("Signed is on or after 20 Jan 2027", "签署日不早于 2027-01-20")
        );
    }

    #[test]
    fn a_condition_that_a_person_is_still_writing_does_not_fail() {
        assert_eq!(read("{}").en, "The condition is not complete");
        assert_eq!(read(r#"{"all": []}"#).en, "In every case");
        assert_eq!(read(r#"{"fact": "crane", "is": true}"#).en, "Crane is yes");
        assert_eq!(read(r#"{"fact": "radio"}"#).en, "The condition is not complete");
    }
}
