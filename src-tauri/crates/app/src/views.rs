//! What clients ask for and what they are shown. Every text comes in both languages, so that
//! switching the screen's language loads nothing.

mod basics;
mod catalogue;
mod change;
mod home;
mod intake;
mod library;
mod packs;
mod parties;
mod report;
mod shipment;

pub use basics::*;
pub use catalogue::*;
pub use change::*;
pub use home::*;
pub use intake::*;
pub use library::*;
pub use packs::*;
pub use parties::*;
pub use report::*;
pub use shipment::*;
