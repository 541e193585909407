//! The file formats, as their JSON Schemas publish them.

use chrono::NaiveDate;
use readiness::{
    Calendar, CalendarId, CheckId, Decision, Evidence, Exception, Fact, Link, Material,
    MilestoneId, Order, PackId, PartyRole, ProductFrame, Requirement, RequirementId, Step, Text,
    Tolerances, TradeDocument,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

macro_rules! format_tag {
    ($(#[$doc:meta])* $name:ident = $tag:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
        pub enum $name {
            /// The first version of the format.
            #[serde(rename = $tag)]
            V1,
        }
    };
}

format_tag!(
    /// Names the format of a requirement pack.
    PackFormat = "shipshape-pack/1"
);
format_tag!(
    /// Names the format of a fact catalogue.
    FactsFormat = "shipshape-facts/1"
);
format_tag!(
    /// Names the format of the milestone library.
    StepsFormat = "shipshape-steps/1"
);
format_tag!(
    /// Names the format of a schedule template.
    TemplateFormat = "shipshape-template/1"
);
format_tag!(
    /// Names the format of a calendar.
    CalendarFormat = "shipshape-calendar/1"
);
format_tag!(
    /// Names the format of the list of countries.
    CountriesFormat = "shipshape-countries/1"
);
format_tag!(
    /// Names the format of the list of profiles.
    ProfilesFormat = "shipshape-profiles/1"
);
format_tag!(
    /// Names the format of the catalogue of materials for the customer.
    MaterialsFormat = "shipshape-materials/1"
);
format_tag!(
    /// Names the format of a shipment file.
    ShipmentFormat = "shipshape-shipment/1"
);

/// A requirement pack: a versioned, bilingual set of requirements.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PackFile {
    /// `shipshape-pack/1`.
    pub format: PackFormat,
    /// Stable id.
    #[schemars(regex(pattern = "^[a-z0-9][a-z0-9-]{0,63}$"))]
    pub id: PackId,
    /// Semantic version. With the user's changes, their count stands behind it: `1.2.0+own.3`.
    #[schemars(regex(pattern = r"^\d{1,6}\.\d{1,6}\.\d{1,6}(\+own\.\d{1,6})?$"))]
    pub version: String,
    /// Its title.
    pub title: Text,
    /// What it covers.
    pub about: Text,
    /// Facts that only this pack asks for.
    #[serde(default)]
    #[schemars(length(max = 1000))]
    pub facts: Vec<Fact>,
    /// The requirements.
    #[schemars(length(max = 20000))]
    pub requirements: Vec<Requirement>,
}

/// A catalogue of facts that several packs share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FactsFile {
    /// `shipshape-facts/1`.
    pub format: FactsFormat,
    /// The facts.
    #[schemars(length(max = 5000))]
    pub facts: Vec<Fact>,
}

/// A kind of milestone, shared by the templates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StepKind {
    /// Stable id, e.g. `fat`.
    #[schemars(regex(pattern = "^[a-z0-9][a-z0-9-]{0,63}$"))]
    pub id: Step,
    /// What the user reads.
    pub title: Text,
    /// Who carries it.
    pub roles: Vec<PartyRole>,
    /// What closes it.
    pub closes_with: Text,
    /// A gate.
    #[serde(default)]
    pub gate: bool,
    /// Carried out by a plant in China.
    #[serde(default)]
    pub in_origin: bool,
}

/// The milestone library.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StepsFile {
    /// `shipshape-steps/1`.
    pub format: StepsFormat,
    /// The kinds of milestones.
    #[schemars(length(max = 1000))]
    pub steps: Vec<StepKind>,
}

/// One milestone of a template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TemplateMilestone {
    /// Its id.
    #[schemars(regex(pattern = "^[a-z0-9][a-z0-9-]{0,63}$"))]
    pub id: MilestoneId,
    /// Its kind; by default the id without the template's prefix.
    #[serde(default)]
    pub step: Option<Step>,
    /// Its own title.
    #[serde(default)]
    pub title: Option<Text>,
    /// Its own roles.
    #[serde(default)]
    pub roles: Option<Vec<PartyRole>>,
    /// Whether it is a gate, where that differs from its kind.
    #[serde(default)]
    pub gate: Option<bool>,
    /// Further kinds it stands for where the network has none of their own.
    #[serde(default)]
    pub stands_for: Vec<Step>,
    /// The consignment, counted from 1.
    #[serde(default)]
    #[schemars(range(min = 1, max = 99))]
    pub consignment: Option<u8>,
    /// It belongs to the schedule only where a machine is likely listed for export control.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub listed_only: bool,
    /// For a main leg, how it travels: a choice of the fact `transport-mode`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = "^(sea|rail|road|air)$"))]
    pub mode: Option<String>,
    /// Days: shortest, planned, longest.
    pub days: readiness::Duration,
    /// Its working calendar; calendar days when left out.
    #[serde(default)]
    pub calendar: Option<CalendarId>,
    /// What it waits for.
    #[serde(default)]
    #[schemars(length(max = 200))]
    pub after: Vec<Link>,
}

/// A schedule template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TemplateFile {
    /// `shipshape-template/1`.
    pub format: TemplateFormat,
    /// Stable id, the prefix of its milestones.
    #[schemars(regex(pattern = "^[a-z0-9]{1,20}$"))]
    pub id: String,
    /// Semantic version.
    #[schemars(regex(pattern = r"^\d{1,6}\.\d{1,6}\.\d{1,6}$"))]
    pub version: String,
    /// Its title.
    pub title: Text,
    /// What it is for.
    pub about: Text,
    /// The product categories it is proposed for.
    #[serde(default)]
    pub categories: Vec<String>,
    /// Whose holidays are warned of at the plant's milestones.
    #[serde(default)]
    pub origin_calendar: Option<CalendarId>,
    /// For single requirements, the milestone that needs them instead of the usual one.
    #[serde(default)]
    pub needed_at: BTreeMap<RequirementId, MilestoneId>,
    /// The milestones.
    #[schemars(length(min = 1, max = 20000))]
    pub milestones: Vec<TemplateMilestone>,
}

/// A working calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CalendarFile {
    /// `shipshape-calendar/1`.
    pub format: CalendarFormat,
    /// Stable id.
    #[schemars(regex(pattern = "^[A-Za-z0-9][A-Za-z0-9-]{0,63}$"))]
    pub id: CalendarId,
    /// Its name.
    pub title: Text,
    /// First year for which its holidays are known.
    #[schemars(range(min = 1990, max = 2200))]
    pub first_year: i32,
    /// Last year for which its holidays are known.
    #[schemars(range(min = 1990, max = 2200))]
    pub last_year: i32,
    /// Public holidays.
    #[serde(default)]
    pub off: std::collections::BTreeSet<NaiveDate>,
    /// Make-up days.
    #[serde(default)]
    pub work: std::collections::BTreeSet<NaiveDate>,
    /// Quiet periods.
    #[serde(default)]
    pub quiet: Vec<readiness::DaySpan>,
    /// What in it is still open.
    #[serde(default)]
    pub open_point: Option<Text>,
}

impl From<CalendarFile> for Calendar {
    fn from(file: CalendarFile) -> Self {
        Self {
            id: file.id,
            title: file.title,
            first_year: file.first_year,
            last_year: file.last_year,
            off: file.off,
            work: file.work,
            quiet: file.quiet,
            open_point: file.open_point,
        }
    }
}

/// A country of destination.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Country {
    /// ISO 3166 alpha-2 code.
    #[schemars(regex(pattern = "^[A-Z]{2}$"))]
    pub id: String,
    /// Its name.
    pub title: Text,
    /// Its market's id.
    pub market: String,
    /// Languages accepted for instructions.
    pub languages: Vec<String>,
}

/// The list of countries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CountriesFile {
    /// `shipshape-countries/1`.
    pub format: CountriesFormat,
    /// The countries.
    pub countries: Vec<Country>,
}

/// A kind of machine as makers ship it, with what is usual for it: a proposal, to be checked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProfileFile {
    /// Stable id.
    #[schemars(regex(pattern = "^[a-z0-9][a-z0-9-]{0,63}$"))]
    pub id: String,
    /// Its title.
    pub title: Text,
    /// What it assumes.
    pub about: Text,
    /// The product category.
    pub category: String,
    /// The schedule template proposed.
    pub template: String,
    /// Usual answers about the shipment, written as in a shipment file.
    #[serde(default)]
    pub answers: BTreeMap<String, serde_json::Value>,
    /// Usual answers about the product.
    #[serde(default)]
    pub product_answers: BTreeMap<String, serde_json::Value>,
}

/// The list of profiles.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProfilesFile {
    /// `shipshape-profiles/1`.
    pub format: ProfilesFormat,
    /// The profiles.
    #[schemars(length(max = 200))]
    pub profiles: Vec<ProfileFile>,
}

/// The catalogue of materials for the customer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MaterialsFile {
    /// `shipshape-materials/1`.
    pub format: MaterialsFormat,
    /// The materials.
    #[schemars(length(max = 200))]
    pub materials: Vec<Material>,
}

/// What a shipment file changes of a milestone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct MilestoneChange {
    /// Planned days.
    #[schemars(range(max = 3650))]
    pub days: Option<u16>,
    /// Days at best.
    #[schemars(range(max = 3650))]
    pub shortest_days: Option<u16>,
    /// Days at worst.
    #[schemars(range(max = 3650))]
    pub longest_days: Option<u16>,
    /// Done.
    pub closed: Option<bool>,
    /// The day it really began.
    pub actual_start: Option<NaiveDate>,
    /// Its real last day.
    pub actual_finish: Option<NaiveDate>,
    /// A first day set by hand.
    pub pinned_start: Option<NaiveDate>,
    /// A last day set by hand.
    pub pinned_finish: Option<NaiveDate>,
    /// The last day by contract.
    pub deadline: Option<NaiveDate>,
    /// Its working calendar; `calendar-days` for none.
    pub calendar: Option<CalendarId>,
    /// What it waits for, instead of the template's.
    pub after: Option<Vec<Link>>,
}

/// The schedule of a shipment file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ScheduleFile {
    /// A template's id; none for a schedule of own milestones or bare dates.
    pub template: Option<String>,
    /// Day 0: the contract takes effect.
    pub start: Option<NaiveDate>,
    /// Changes to the template's milestones.
    pub milestones: BTreeMap<MilestoneId, MilestoneChange>,
    /// Further milestones.
    #[schemars(length(max = 20000))]
    pub add: Vec<TemplateMilestone>,
    /// Milestones left out.
    pub leave_out: Vec<MilestoneId>,
    /// Bare dates by kind of milestone, without a network: both planned and latest.
    pub dates: BTreeMap<Step, NaiveDate>,
    /// Whose holidays are warned of, instead of the template's.
    pub origin_calendar: Option<CalendarId>,
    /// Own calendars.
    pub calendars: Vec<Calendar>,
}

/// Which requirements and checks are judged.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct InPlayFile {
    /// Only these requirements; all that apply when left out. Those named are findings even while
    /// there is time.
    pub requirements: Option<Vec<RequirementId>>,
    /// Only these checks; all that apply when left out.
    pub checks: Option<Vec<CheckId>>,
}

/// The exporter, for reports.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct CompanyFile {
    /// English name as on documents.
    pub name: String,
    /// Chinese name.
    pub name_zh: String,
    /// Site or address.
    pub address: String,
}

/// A shipment as a file: everything that can be said about an order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ShipmentFile {
    /// `shipshape-shipment/1`.
    pub format: ShipmentFormat,
    /// The exporter's own name for reports; the maker or exporter party when left out.
    #[serde(default)]
    pub company: Option<CompanyFile>,
    /// What is agreed.
    pub order: Order,
    /// The machines and parts.
    #[serde(default)]
    #[schemars(length(max = 500))]
    pub products: Vec<ProductFrame>,
    /// Answers to facts about the shipment: true or false, a choice, a list of choices, an amount
    /// with its unit, a date, a text. A fact left out is unknown.
    #[serde(default)]
    pub answers: BTreeMap<String, serde_json::Value>,
    /// Answers to facts about products, by model.
    #[serde(default)]
    pub product_answers: BTreeMap<String, BTreeMap<String, serde_json::Value>>,
    /// The schedule.
    #[serde(default)]
    pub schedule: ScheduleFile,
    /// Documents held.
    #[serde(default)]
    #[schemars(length(max = 20000))]
    pub evidence: Vec<Evidence>,
    /// Trade documents by kind, drafts included.
    #[serde(default)]
    pub documents: BTreeMap<String, TradeDocument>,
    /// Waivers and the like.
    #[serde(default)]
    #[schemars(length(max = 2000))]
    pub decisions: Vec<Decision>,
    /// Differences between documents that are accepted.
    #[serde(default)]
    #[schemars(length(max = 200))]
    pub exceptions: Vec<Exception>,
    /// How far documents may lie apart; a field left out has its default.
    #[serde(default)]
    pub tolerances: Tolerances,
    /// What is judged.
    #[serde(default)]
    pub in_play: InPlayFile,
}
