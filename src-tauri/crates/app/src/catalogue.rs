//! What stays the same while the program runs: facts, countries, templates, packs, words.

use crate::findings::joined;
use crate::office::App;
use crate::views::{
    Catalogue, CountryView, DutyView, IncotermView, Named, PackView, ProfileView, TemplateView,
};
use readiness::{FactId, Incoterm, Obliged, PartyRole, Requirement, Text};
use std::collections::BTreeMap;

impl App {
    /// The catalogue.
    #[must_use]
    pub fn catalogue(&self) -> Catalogue {
        let library = &self.library;
        let titles = self.titles();
        let choices = |fact: &str| -> Vec<Named> {
            library
                .rulebook
                .fact(&FactId::from(fact))
                .map(|fact| {
                    fact.choices
                        .iter()
                        .map(|choice| Named { id: choice.id.clone(), title: choice.title.clone() })
                        .collect()
                })
                .unwrap_or_default()
        };
        let mut documents: BTreeMap<String, Text> = BTreeMap::new();
        for kind in library.rulebook.requirements().flat_map(Requirement::accepts) {
            let title = titles.document_type(&kind);
            documents.insert(kind.0, title);
        }
        let named = |(id, title): (String, Text)| Named { id, title };
        Catalogue {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            today: self.today(),
            facts: library.rulebook.facts().to_vec(),
            markets: choices("market"),
            countries: library
                .countries
                .values()
                .map(|country| CountryView {
                    id: country.id.clone(),
                    title: country.title.clone(),
                    market: country.market.clone(),
                    languages: country.languages.clone(),
                })
                .collect(),
            categories: choices("category"),
            payments: choices("payment"),
            roles: PartyRole::ALL.into_iter().map(|role| (role, wording::role(role))).collect(),
            incoterms: Incoterm::ALL.into_iter().map(incoterm).collect(),
            templates: library
                .templates
                .values()
                .map(|template| TemplateView {
                    id: template.id.clone(),
                    title: template.title.clone(),
                    categories: template.categories.clone(),
                    consignments: template
                        .milestones
                        .iter()
                        .filter_map(|milestone| milestone.consignment)
                        .max()
                        .unwrap_or(1),
                })
                .collect(),
            document_types: documents.into_iter().map(named).collect(),
            trade_documents: readiness::document::kind::ALL
                .iter()
                .map(|kind| named(((*kind).to_owned(), wording::document_title(kind))))
                .collect(),
            samples: packs::samples()
                .into_iter()
                .map(|sample| named((sample.id.to_owned(), sample.title)))
                .collect(),
            packs: self.pack_views(),
            profiles: library
                .profiles
                .iter()
                .map(|profile| ProfileView {
                    id: profile.id.clone(),
                    title: profile.title.clone(),
                    about: profile.about.clone(),
                    category: profile.category.clone(),
                    template: profile.template.clone(),
                    answers: profile.answers.clone(),
                    product_answers: profile.product_answers.clone(),
                })
                .collect(),
        }
    }

    fn pack_views(&self) -> Vec<PackView> {
        let view = |pack: &packs::Pack| PackView {
            id: pack.stamp.id.0.clone(),
            title: pack.stamp.title.clone(),
            about: pack.about.clone(),
            version: pack.stamp.version.clone(),
            sha256: pack.stamp.sha256.clone(),
            requirements: pack.requirements.len(),
        };
        self.library.packs.iter().map(view).collect()
    }
}

/// What a rule settles, in words.
fn incoterm(rule: Incoterm) -> IncotermView {
    let terms = rule.terms();
    let duties = [
        (terms.export_clearance, Text::new("export clearance", "出口清关")),
        (terms.main_carriage, Text::new("main carriage", "主运输")),
        (terms.insurance, Text::new("insurance", "保险")),
        (terms.import_clearance, Text::new("import clearance", "进口清关")),
    ];
    let of = |who: Obliged| {
        let mine: Vec<Text> = duties
            .iter()
            .filter(|(obliged, _)| *obliged == who)
            .map(|(_, duty)| duty.clone())
            .collect();
        if mine.is_empty() { Text::new("nothing", "无") } else { joined(&mine) }
    };
    IncotermView {
        id: rule,
        sea_only: terms.sea_only,
        seller: of(Obliged::Seller),
        buyer: of(Obliged::Buyer),
        risk: rule.risk_passes(),
        duties: duties
            .iter()
            .map(|(obliged, title)| DutyView {
                title: title.clone(),
                obliged: *obliged,
                who: wording::obliged(*obliged),
            })
            .collect(),
        least_cover: terms.least_cover.map(|cover| cover.as_str().to_owned()),
    }
}
