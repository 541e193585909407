//! Tests of the whole: every table is complete, every sentence keeps the rules of the house.

mod communication;
mod findings;
mod house;
pub(crate) mod support;
mod sweep;
mod tables;
