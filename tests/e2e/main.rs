//! The built program driven in its real window, as a person does: clicks and keys through WebDriver,
//! native dialogs through the X server. Each test has a display and a data folder of its own.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test fails by panicking, and tells the steps that led there"
)]

mod accessibility;
mod delivery;
mod drop;
mod journey;
mod library;
mod packs;
mod window;
