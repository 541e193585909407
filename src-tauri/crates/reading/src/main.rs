//! The reading process as a program of its own: for the tests of this crate.

use std::process::ExitCode;

fn main() -> ExitCode {
    reading::serve_if_asked().unwrap_or(ExitCode::FAILURE)
}
