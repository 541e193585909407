//! Files of Shipshape: requirement packs, schedule templates, calendars and shipment files, read
//! strictly. A file with a mistake is refused as a whole, with every mistake's line and field.

mod formats;
mod library;
mod network;
mod problem;
mod samples;
mod schema;
mod shipment;
mod source;

pub use formats::{
    CalendarFile, CompanyFile, CountriesFile, Country, FactsFile, InPlayFile, MilestoneChange,
    PackFile, ScheduleFile, ShipmentFile, ShipmentFormat, StepKind, StepsFile, TemplateFile,
    TemplateMilestone,
};
pub use library::{Library, LibraryFile, LibraryFiles, Pack, builtin_files, sha256};
pub use network::{milestone, worded};
pub use problem::{Problem, Problems};
pub use samples::{Sample, samples};
pub use schema::{parse, schema};
pub use shipment::{
    LoadedShipment, Planned, ScheduleProblem, answer, apply, complete, network, read_shipment,
    value_error_zh,
};
pub use source::{MAX_BYTES, MAX_DEPTH, MAX_VALUES, Place, Source, read};
