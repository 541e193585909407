//! What a what-if changes, in words.

use crate::findings::evidence_name;
use crate::judged::Loaded;
use crate::lookup::Titles;
use crate::office::App;
use crate::views::WhatIf;
use readiness::{Evidence, Text};
use wording::Lookup;

fn said(en: &str, zh: &str, what: &Text) -> Text {
    Text::new(format!("{en} {}", what.en), format!("{zh}{}", what.zh))
}

fn pair(what: &Text, value: &Text) -> Text {
    Text::new(format!("{}: {}", what.en, value.en), format!("{}：{}", what.zh, value.zh))
}

impl App {
    /// Each change in words, in the order of the form.
    pub(super) fn tried_words(&self, what_if: &WhatIf, loaded: &Loaded) -> Vec<Text> {
        let titles = Titles::new(&loaded.library, &loaded.shipment.network.milestones);
        let mut words = Vec::new();
        if let Some(ships) = what_if.ships {
            words.push(said("ships", "装运日 ", &wording::date(ships)));
        }
        if let Some(country) = &what_if.country {
            words.push(titles.place_title(country));
        }
        if what_if.incoterm.is_some() || what_if.incoterm_place.is_some() {
            let rule = what_if.incoterm.or(loaded.frame.order.incoterm);
            let place = what_if.incoterm_place.clone();
            let parts: Vec<String> =
                rule.map(|rule| rule.as_str().to_owned()).into_iter().chain(place).collect();
            words.push(Text::same(parts.join(" ")));
        }
        for tried in &what_if.answers {
            let model = tried.product.as_ref().and_then(|id| {
                let index = loaded.products.iter().position(|known| known == id)?;
                Some(loaded.shipment.products[index].frame.model.clone())
            });
            let title = titles.fact_title(&tried.fact);
            let title = match model {
                Some(model) => {
                    Text::new(format!("{model}, {}", title.en), format!("{model}，{}", title.zh))
                }
                None => title,
            };
            let value = match (&tried.value, loaded.library.rulebook.fact(&tried.fact)) {
                (Some(value), Some(fact)) => wording::answer(fact, value),
                _ => Text::new("unknown", "未知"),
            };
            words.push(pair(&title, &value));
        }
        for (milestone, days) in &what_if.durations {
            let title =
                titles.milestone_title(milestone).unwrap_or_else(|| Text::same(milestone.as_str()));
            words.push(pair(&title, &wording::days(i64::from(*days))));
        }
        let name = |record: &Evidence| {
            let kind = titles.document_type(&record.document_type);
            match evidence_name(record) {
                name if name == record.document_type.0 => kind,
                name => Text::new(format!("{}, {name}", kind.en), format!("{}，{name}", kind.zh)),
            }
        };
        for id in &what_if.without {
            let held = loaded.shipment.evidence.iter().find(|record| record.id == *id);
            let name = held.map_or_else(|| Text::same(id.as_str()), name);
            words.push(said("without", "不计", &name));
        }
        for record in &what_if.assumed {
            words.push(said("held:", "假设持有", &name(record)));
        }
        words
    }
}
