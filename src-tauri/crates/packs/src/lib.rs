//! Files of Shipshape: requirement packs, schedule templates, calendars and shipment files, read
//! strictly. A file with a mistake is refused as a whole, with every mistake's line and field.

mod difference;
mod formats;
mod ics;
mod library;
mod material;
mod measure;
mod network;
mod overlay;
pub mod plain;
mod problem;
mod profile;
mod samples;
mod schedule;
mod schema;
mod shipment;
mod source;
mod tolerance;
mod watch;
mod write;
mod xlsx;

pub use difference::{FieldChange, PackDifference, RequirementChange, changes, difference};
pub use formats::{
    CalendarFile, CompanyFile, CountriesFile, Country, FactsFile, InPlayFile, MaterialsFile,
    MilestoneChange, PackFile, PackFormat, ProfileFile, ProfilesFile, ScheduleFile, ShipmentFile,
    ShipmentFormat, StepKind, StepsFile, TemplateFile, TemplateMilestone,
};
pub use ics::{IcsReading, IcsTrouble, MAX_ICS_BYTES, read_ics};
pub use library::{Library, LibraryFile, LibraryFiles, Pack, builtin_files, sha256};
pub use measure::misfit_text;
pub use network::{milestone, worded};
pub use overlay::{Changed, Conflict, ConflictKind, Laid, OverlayFile, SwitchedOff};
pub use problem::{Problem, Problems};
pub use profile::Profile;
pub use samples::{Sample, samples};
pub use schedule::{CALENDAR_DAYS, Planned, ScheduleProblem, apply, laid, network};
pub use schema::{parse, schema};
pub use shipment::{
    LoadedShipment, answer, complete, quantity_error_zh, read_shipment, value_error_zh,
};
pub use source::{MAX_BYTES, MAX_DEPTH, MAX_VALUES, Place, Source, read};
pub use tolerance::tolerance_problems;
pub use watch::{
    BUILTIN as WATCH_LIST, WatchFile, WatchFormat, builtin_signals, has_target, read_watch,
    unknown_targets,
};
pub use write::{pack_json, pack_yaml, yaml};
pub use xlsx::{pack_xlsx, read_pack_xlsx};
