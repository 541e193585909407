//! The tables and their names.
//!
//! Each table has a file of its own with its row type, its readers (on [`Read`]) and its writers
//! (on [`Write`]).

mod answer;
mod baseline;
mod calendar;
mod calendar_event;
mod company;
mod decision;
mod evidence;
mod evidence_bin;
mod evidence_file;
mod exception;
mod file;
mod handle;
mod material;
mod message;
mod milestone_edit;
mod own_pack;
mod pack_text;
mod product;
mod scenario;
mod setting;
mod shipment;
mod shipment_evidence;
mod signal;
mod ticket;
mod trade_document;

pub use answer::AnswerRow;
pub use baseline::BaselineRow;
pub use calendar::CalendarRow;
pub use calendar_event::CalendarEventRow;
pub use decision::DecisionRow;
pub use evidence::EvidenceRow;
pub use evidence_bin::BinRow;
pub use evidence_file::EvidenceFileRow;
pub use exception::ExceptionRow;
pub use file::{FileRow, FileUse, StoredFile};
pub use material::MaterialRow;
pub use message::MessageRow;
pub use milestone_edit::MilestoneEditRow;
pub use own_pack::{OwnPackKind, OwnPackRow};
pub use pack_text::PackTextRow;
pub use product::ProductRow;
pub use scenario::ScenarioRow;
pub use shipment::ShipmentRow;
pub use signal::SignalRow;
pub use ticket::TicketRow;
pub use trade_document::TradeDocumentRow;

pub(crate) use handle::{Json, json, shown};
pub use handle::{Read, Write};

use std::fmt;

macro_rules! tables {
    ($($(#[$doc:meta])* $variant:ident = $name:literal, $key_columns:literal;)+) => {
        /// A table of the database.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Table {
            $($(#[$doc])* $variant,)+
        }

        impl Table {
            /// All tables, each before those that its rows name. Changes are recorded and applied
            /// in this order: a child is removed before the cascade of its parent could do it.
            pub const ALL: &[Table] = &[$(Table::$variant),+];

            /// The name in SQL.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Table::$variant => $name,)+
                }
            }

            /// How many columns the primary key has; they stand first.
            pub(crate) fn key_columns(self) -> usize {
                match self {
                    $(Table::$variant => $key_columns,)+
                }
            }
        }
    };
}

tables! {
    /// Answers to facts, of a shipment or one of its products.
    Answer = "answer", 3;
    /// The machines and parts of a shipment.
    Product = "product", 2;
    /// Changes to single milestones.
    MilestoneEdit = "milestone_edit", 2;
    /// Trade documents of a shipment.
    TradeDocument = "trade_document", 2;
    /// Waivers and the like.
    Decision = "decision", 1;
    /// Accepted differences between documents.
    Exception = "exception", 1;
    /// Dates that a schedule is compared with.
    Baseline = "baseline", 1;
    /// What-ifs that were kept.
    Scenario = "scenario", 1;
    /// What was said about a ticket.
    Message = "message", 1;
    /// Questions and complaints.
    Ticket = "ticket", 1;
    /// Materials for the customer.
    Material = "material", 3;
    /// Materials of single consignments.
    MaterialConsignment = "material_consignment", 4;
    /// Which evidence serves which shipment.
    ShipmentEvidence = "shipment_evidence", 2;
    /// Evidence that was removed.
    EvidenceBin = "evidence_bin", 1;
    /// Which files belong to an evidence.
    EvidenceFile = "evidence_file", 2;
    /// Orders on their way out.
    Shipment = "shipment", 1;
    /// Document records.
    Evidence = "evidence", 1;
    /// Contents in the vault.
    File = "file", 1;
    /// Versions of packs that shipments rest on.
    PackText = "pack_text", 1;
    /// Packs of the user's own and changes to built-in ones.
    OwnPack = "own_pack", 1;
    /// Working calendars of the user's.
    Calendar = "calendar", 1;
    /// The watch list.
    Signal = "signal", 1;
    /// Settings.
    Setting = "setting", 1;
    /// The exporter.
    Company = "company", 1;
    /// What calendar files have told.
    CalendarEvent = "calendar_event", 3;
    /// The history.
    Journal = "journal", 1;
}

impl Table {
    /// Whether its changes are recorded and can be undone: not the journal itself, and not what has
    /// left the house.
    #[must_use]
    pub fn is_recorded(self) -> bool {
        !matches!(self, Table::Journal | Table::CalendarEvent)
    }

    /// All tables whose changes can be undone.
    pub(crate) fn recorded() -> impl Iterator<Item = Table> {
        Self::ALL.iter().copied().filter(|table| table.is_recorded())
    }

    /// The table of this SQL name.
    #[must_use]
    pub fn named(name: &str) -> Option<Table> {
        Self::ALL.iter().copied().find(|table| table.name() == name)
    }
}

impl fmt::Display for Table {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name())
    }
}
