//! What clients ask for and what they are shown. Every text comes in both languages, so that
//! switching the screen's language loads nothing.

mod basics;
mod calendars;
mod catalogue;
mod change;
mod communication;
mod forecast;
mod home;
mod intake;
mod library;
mod packs;
mod parties;
mod promises;
mod report;
mod schedule;
mod shipment;
mod today;
mod watch;
mod what_if;

pub use basics::*;
pub use calendars::*;
pub use catalogue::*;
pub use change::*;
pub use communication::*;
pub use forecast::*;
pub use home::*;
pub use intake::*;
pub use library::*;
pub use packs::*;
pub use parties::*;
pub use promises::*;
pub use report::*;
pub use schedule::*;
pub use shipment::*;
pub use today::*;
pub use watch::*;
pub use what_if::*;
