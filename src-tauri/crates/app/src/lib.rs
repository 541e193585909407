//! Use cases of Shipshape for every client: the window and the command line.
//!
//! [`App`] holds an open workspace, the library of packs and what has been judged. Each use case
//! takes a request from [`views`], does one thing, and answers with a view or with what changed.
//! Every failure is a [`Failure`], worded in both languages with the next step.

mod address;
mod agenda;
mod answers;
mod baseline;
mod calendar_words;
mod calendars;
mod catalogue;
mod changes;
mod communication;
mod decisions;
mod documents;
mod evidence;
mod exchange;
mod export;
mod failure;
mod findings;
mod forecast;
mod history;
mod home;
mod intake;
mod integrity;
mod jobs;
mod judged;
mod library;
mod lookup;
mod milestones;
mod office;
mod on_file;
mod pack_edit;
mod pack_effect;
mod pack_list;
mod pack_words;
mod parties;
mod party_list;
mod promises;
mod reports;
mod responses;
mod review;
mod schedule;
mod schedule_preview;
mod schedule_view;
mod search;
mod settings;
mod shelf;
mod shipments;
mod show;
mod stored;
mod switched_off;
mod texts;
mod tickets;
mod today;
mod told;
mod upgrade;
pub mod views;
mod watch;
mod watch_edit;
mod what_if;

pub use agenda::{AgendaSource, agenda_entries};
pub use exchange::{PackExport, pack_bytes, pack_from};
pub use export::{
    CheckOutput, ScheduleOutput, WhatIfOutput, check_output, findings_of, schedule_output,
};
pub use failure::Failure;
pub use jobs::{Done, Job, JobWatch};
pub use lookup::Titles;
pub use office::{App, Clock};
pub use on_file::OnFile;
pub use pack_words::field_words;
pub use party_list::ListFile;
pub use reading::serve_if_asked;
pub use reports::{ReportFile, Subject, file_stem, read_logo, summary, write_whole};
pub use shelf::{BuiltinPack, builtin_packs};
pub use texts::Page;
pub use tickets::MailReading;
pub use told::Telling;
