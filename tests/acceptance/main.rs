//! The worked cases of the domain: every finding, date and day number, and nothing else.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod case_a;
mod case_b;
mod case_c;
mod corpus;
mod files;
mod house;
mod judged;
mod networks;
mod refused;
mod rows;
mod support;
mod traps;
mod what_if;
