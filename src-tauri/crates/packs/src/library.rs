//! The library: packs, facts, milestone kinds, templates, calendars and countries in force.

use crate::formats::{
    CalendarFile, CountriesFile, Country, FactsFile, PackFile, StepKind, StepsFile, TemplateFile,
};
use crate::problem::{Problem, Problems};
use crate::profile::Profile;
use crate::schema::parse;
use crate::source::Source;
use readiness::{
    Calendar, CalendarId, Fact, FactId, FactKind, FactLevel, Material, Network, PackStamp, Planner,
    RequirementId, Rulebook, Step, Text,
};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// A file of the library.
#[derive(Clone, Copy, Debug)]
pub struct LibraryFile<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its text.
    pub text: &'a str,
}

/// A pack with its stamp, without its requirements: they are in the rulebook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pack {
    /// Id, version, title and content hash.
    pub stamp: PackStamp,
    /// What it covers.
    pub about: Text,
    /// Its requirements, in order.
    pub requirements: Vec<RequirementId>,
}

/// Everything that shipments are judged by.
#[derive(Clone, Debug)]
pub struct Library {
    /// Facts and requirements.
    pub rulebook: Arc<Rulebook>,
    /// The packs.
    pub packs: Vec<Pack>,
    /// Kinds of milestones.
    pub steps: BTreeMap<Step, StepKind>,
    /// Templates by id.
    pub templates: BTreeMap<String, TemplateFile>,
    /// Calendars by id.
    pub calendars: BTreeMap<CalendarId, Calendar>,
    /// Countries by code.
    pub countries: BTreeMap<String, Country>,
    /// Kinds of machines with what is usual for them.
    pub profiles: Vec<Profile>,
    /// Materials for the customer, by phase.
    pub materials: Vec<Material>,
}

/// The files of a library by kind.
#[derive(Clone, Debug, Default)]
pub struct LibraryFiles<'a> {
    /// The shared facts.
    pub facts: Vec<LibraryFile<'a>>,
    /// The packs.
    pub packs: Vec<LibraryFile<'a>>,
    /// The kinds of milestones.
    pub steps: Vec<LibraryFile<'a>>,
    /// The templates.
    pub templates: Vec<LibraryFile<'a>>,
    /// The calendars.
    pub calendars: Vec<LibraryFile<'a>>,
    /// The countries.
    pub countries: Vec<LibraryFile<'a>>,
    /// The profiles.
    pub profiles: Vec<LibraryFile<'a>>,
    /// The materials for the customer.
    pub materials: Vec<LibraryFile<'a>>,
}

macro_rules! builtin {
    ($($path:literal),+ $(,)?) => {
        vec![$(LibraryFile {
            name: $path,
            text: include_str!(concat!("../../../../assets/", $path)),
        }),+]
    };
}

/// The files that come with the program.
#[must_use]
pub fn builtin_files() -> LibraryFiles<'static> {
    LibraryFiles {
        facts: builtin!["packs/facts.yaml"],
        packs: builtin![
            "packs/cn-export.yaml",
            "packs/company.yaml",
            "packs/trade-documents.yaml",
            "packs/eu-machinery.yaml",
            "packs/uk.yaml",
            "packs/us.yaml",
            "packs/eaeu.yaml",
            "packs/india.yaml",
            "packs/korea.yaml",
            "packs/vietnam-asean.yaml",
            "packs/gulf.yaml",
            "packs/brazil.yaml",
            "packs/mexico.yaml",
            "packs/australia.yaml",
            "packs/japan.yaml",
        ],
        steps: builtin!["templates/steps.yaml"],
        templates: builtin!["templates/mt.yaml", "templates/ga.yaml", "templates/ln.yaml"],
        calendars: builtin!["calendars/CN-2027-MIN.yaml", "calendars/DE-HH.yaml"],
        countries: builtin!["packs/countries.yaml"],
        profiles: builtin!["packs/profiles.yaml"],
        materials: builtin!["materials.yaml"],
    }
}

impl Library {
    /// The library that comes with the program.
    ///
    /// # Errors
    /// Every mistake in its files; a test makes sure that there is none.
    pub fn builtin() -> Result<Self, Problems> {
        Self::load(&builtin_files())
    }

    /// Loads a library; refused as a whole when any file has a mistake.
    ///
    /// # Errors
    /// Every mistake found, each with file, line and field.
    pub fn load(files: &LibraryFiles<'_>) -> Result<Self, Problems> {
        let mut problems = Vec::new();
        let mut facts: Vec<Fact> = Vec::new();
        let mut fact_lines: HashMap<String, ()> = HashMap::new();
        let mut factors: Vec<(FactId, Problem)> = Vec::new();
        let mut add_facts = |own: Vec<Fact>, source: &Source, problems: &mut Vec<Problem>| {
            for (index, fact) in own.into_iter().enumerate() {
                for (place, factor) in fact.product_of.iter().enumerate() {
                    let message = Text::new(
                        format!("{factor} is no fact answered with an amount"),
                        format!("{factor} 不是以数值回答的事实"),
                    );
                    let at = format!("/facts/{index}/product_of/{place}");
                    factors.push((factor.clone(), source.problem(&at, message)));
                }
                check_fact(&fact, &format!("/facts/{index}"), source, problems);
                if fact_lines.insert(fact.id.0.clone(), ()).is_some() {
                    problems.push(source.problem(
                        &format!("/facts/{index}/id"),
                        Text::new(
                            format!("the fact {} is defined twice", fact.id),
                            format!("事实 {} 重复定义", fact.id),
                        ),
                    ));
                }
                facts.push(fact);
            }
        };
        for file in &files.facts {
            if let Some((read, source)) =
                take(parse::<FactsFile>(file.name, file.text), &mut problems)
            {
                add_facts(read.facts, &source, &mut problems);
            }
        }
        let mut pack_files = Vec::new();
        for file in &files.packs {
            if let Some((mut read, source)) =
                take(parse::<PackFile>(file.name, file.text), &mut problems)
            {
                add_facts(std::mem::take(&mut read.facts), &source, &mut problems);
                pack_files.push((read, source, sha256(file.text)));
            }
        }
        let amount = |id: &FactId| {
            let fact = facts.iter().find(|fact| fact.id == *id);
            fact.is_some_and(|fact| fact.kind == FactKind::Decimal && fact.product_of.is_empty())
        };
        problems.extend(factors.into_iter().filter(|(id, _)| !amount(id)).map(|(_, one)| one));
        let steps = steps(files, &mut problems);
        let (rulebook, packs) = rulebook(facts, pack_files, &steps, &mut problems);
        let calendars = calendars(files, &mut problems);
        let templates = templates(files, &steps, &calendars, rulebook.as_ref(), &mut problems);
        let mut countries = BTreeMap::new();
        for file in &files.countries {
            if let Some((read, _)) =
                take(parse::<CountriesFile>(file.name, file.text), &mut problems)
            {
                countries.extend(read.countries.into_iter().map(|c| (c.id.clone(), c)));
            }
        }
        let profiles =
            crate::profile::profiles(&files.profiles, rulebook.as_ref(), &templates, &mut problems);
        let materials = crate::material::materials(&files.materials, &steps, &mut problems);
        match rulebook {
            Some(rulebook) if problems.is_empty() => Ok(Self {
                rulebook: Arc::new(rulebook),
                packs,
                steps,
                templates,
                calendars,
                countries,
                profiles,
                materials,
            }),
            _ => Err(Problems(problems)),
        }
    }
}

/// Lower-case hexadecimal SHA-256 of a text or of bytes.
#[must_use]
pub fn sha256(content: impl AsRef<[u8]>) -> String {
    use sha2::Digest;
    sha2::Sha256::digest(content.as_ref()).iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(crate) fn take<T>(result: Result<T, Problems>, problems: &mut Vec<Problem>) -> Option<T> {
    match result {
        Ok(value) => Some(value),
        Err(Problems(found)) => {
            problems.extend(found);
            None
        }
    }
}

fn check_fact(fact: &Fact, pointer: &str, source: &Source, problems: &mut Vec<Problem>) {
    use readiness::FactKind::{Choice, Choices, Decimal};
    let chooses = matches!(fact.kind, Choice | Choices);
    if chooses == fact.choices.is_empty() {
        let text = if chooses {
            Text::new("a fact with choices must list them", "选项类事实必须列出选项")
        } else {
            Text::new("only choice and choices have choices", "只有 choice 和 choices 才有选项")
        };
        problems.push(source.problem(&format!("{pointer}/choices"), text));
    }
    let derived = fact.level == FactLevel::Derived && fact.kind == Decimal;
    if !fact.product_of.is_empty() && !derived {
        problems.push(source.problem(
            &format!("{pointer}/product_of"),
            Text::new(
                "only a derived amount is the product of others; write kind: decimal, level: derived",
                "只有推导的数值才能由其他事实相乘得出；请写 kind: decimal、level: derived",
            ),
        ));
    }
    if let Some(unit) = &fact.unit {
        let known = unit.parse::<readiness::Unit>().is_ok();
        if !known || fact.kind != Decimal {
            problems.push(source.problem(
                &format!("{pointer}/unit"),
                Text::new(
                    format!("{unit:?} is not a unit of a decimal fact; allowed: µm, mm, m, kg, t, V, Hz, kW, °C, d, h, %, bar, L or a currency code"),
                    format!("{unit:?} 不是数值事实的单位；可用：µm、mm、m、kg、t、V、Hz、kW、°C、d、h、%、bar、L 或货币代码"),
                ),
            ));
        }
    }
    let mut seen = std::collections::BTreeSet::new();
    for (index, choice) in fact.choices.iter().enumerate() {
        if !seen.insert(&choice.id) {
            problems.push(source.problem(
                &format!("{pointer}/choices/{index}/id"),
                Text::new(
                    format!("the choice {} stands here twice", choice.id),
                    format!("选项 {} 重复", choice.id),
                ),
            ));
        }
    }
}

fn steps(files: &LibraryFiles<'_>, problems: &mut Vec<Problem>) -> BTreeMap<Step, StepKind> {
    let mut steps = BTreeMap::new();
    for file in &files.steps {
        if let Some((read, _)) = take(parse::<StepsFile>(file.name, file.text), problems) {
            steps.extend(read.steps.into_iter().map(|step| (step.id.clone(), step)));
        }
    }
    steps
}

type PackSource = (PackFile, Source, String);

fn rulebook(
    facts: Vec<Fact>,
    files: Vec<PackSource>,
    steps: &BTreeMap<Step, StepKind>,
    problems: &mut Vec<Problem>,
) -> (Option<Rulebook>, Vec<Pack>) {
    let mut requirements = Vec::new();
    let mut origin = Vec::new();
    let mut packs = Vec::new();
    let mut sources = Vec::new();
    for (number, (file, source, sha256)) in files.into_iter().enumerate() {
        let stamp =
            PackStamp { id: file.id.clone(), version: file.version, title: file.title, sha256 };
        packs.push(Pack {
            stamp,
            about: file.about,
            requirements: file.requirements.iter().map(|r| r.id.clone()).collect(),
        });
        for (index, mut requirement) in file.requirements.into_iter().enumerate() {
            let pointer = format!("/requirements/{index}");
            let judged = requirement.evidence.regime.as_ref().map(|regime| &regime.judged_at);
            let effective = requirement.effective.as_ref().map(|effective| &effective.judged_at);
            let own = [
                ("needed_by".to_owned(), Some(&requirement.needed_by)),
                ("holds_through".to_owned(), requirement.holds_through.as_ref()),
                ("evidence/regime/judged_at".to_owned(), judged),
                ("effective/judged_at".to_owned(), effective),
            ];
            let of_cases =
                requirement.cases.iter().enumerate().map(|(place, case)| {
                    (format!("cases/{place}/needed_by"), case.needed_by.as_ref())
                });
            for (field, step) in own.into_iter().chain(of_cases) {
                if let Some(step) = step.filter(|step| !steps.contains_key(*step)) {
                    let known: Vec<&str> = steps.keys().map(Step::as_str).collect();
                    let known = known.join(", ");
                    problems.push(source.problem(
                        &format!("{pointer}/{field}"),
                        Text::new(
                            format!("{step} is no kind of milestone; allowed: {known}"),
                            format!("{step} 不是里程碑类型；可用：{known}"),
                        ),
                    ));
                }
            }
            requirement.pack = file.id.clone();
            requirements.push(requirement);
            origin.push((number, pointer));
        }
        sources.push(source);
    }
    let stamps = packs.iter().map(|pack| pack.stamp.clone()).collect();
    match Rulebook::new(facts, requirements, stamps) {
        Ok(rulebook) => (Some(rulebook), packs),
        Err(errors) => {
            for error in errors {
                let (number, pointer) = &origin[error.position];
                let path: String = error.path.iter().map(|step| format!("/{step}")).collect();
                problems.push(sources[*number].problem(&format!("{pointer}{path}"), error.problem));
            }
            (None, packs)
        }
    }
}

fn calendars(
    files: &LibraryFiles<'_>,
    problems: &mut Vec<Problem>,
) -> BTreeMap<CalendarId, Calendar> {
    let mut calendars = BTreeMap::new();
    for file in &files.calendars {
        if let Some((read, _)) = take(parse::<CalendarFile>(file.name, file.text), problems) {
            let calendar = Calendar::from(read);
            calendars.insert(calendar.id.clone(), calendar);
        }
    }
    calendars
}

fn templates(
    files: &LibraryFiles<'_>,
    steps: &BTreeMap<Step, StepKind>,
    calendars: &BTreeMap<CalendarId, Calendar>,
    rulebook: Option<&Rulebook>,
    problems: &mut Vec<Problem>,
) -> BTreeMap<String, TemplateFile> {
    let mut templates = BTreeMap::new();
    for file in &files.templates {
        let Some((read, source)) = take(parse::<TemplateFile>(file.name, file.text), problems)
        else {
            continue;
        };
        let mut network =
            Network { calendars: calendars.clone(), start: default_start(), ..Network::default() };
        for (index, milestone) in read.milestones.iter().enumerate() {
            match crate::network::milestone(milestone, &read.id, steps) {
                Ok(milestone) => network.milestones.push(milestone),
                Err(message) => {
                    problems.push(source.problem(&format!("/milestones/{index}/step"), message));
                }
            }
        }
        if let Err(error) = Planner::new(&network) {
            problems.push(source.problem("/milestones", crate::network::worded(&error)));
        }
        for id in read.needed_at.keys() {
            if rulebook.is_some_and(|rulebook| rulebook.requirement(id).is_none()) {
                problems.push(source.problem(
                    &format!("/needed_at/{id}"),
                    Text::new(format!("no requirement {id}"), format!("没有要求 {id}")),
                ));
            }
        }
        templates.insert(read.id.clone(), read);
    }
    templates
}

fn default_start() -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(2026, 1, 1).unwrap_or_default()
}
