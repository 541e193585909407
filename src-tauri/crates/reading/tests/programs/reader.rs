//! The program that the tests start for each file.

use std::process::ExitCode;

fn main() -> ExitCode {
    reading::serve_if_asked().unwrap_or(ExitCode::from(2))
}
