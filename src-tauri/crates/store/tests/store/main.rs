//! Tests of the store through its public face, as one program.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod calendar;
mod databases;
mod full_disk;
mod history;
mod index;
mod open;
mod property;
mod rows;
mod schema;
mod support;
mod transact;
mod vault;
