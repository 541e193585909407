//! What the program prints.
//!
//! A reader that goes away, or a full disk, ends it with the status of what is not usable: a script
//! must never take half an answer for the whole, or the end of it for "nothing blocks".

use crate::{UNUSABLE, tell};
use app::Failure;
use std::fmt::Arguments;
use std::io::{ErrorKind, Write};

/// Prints a line, written as for `format!`.
macro_rules! say {
    () => { $crate::print::line(format_args!("")) };
    ($($text:tt)*) => { $crate::print::line(format_args!($($text)*)) };
}
pub(crate) use say;

/// Prints a line, or ends the program.
pub(crate) fn line(text: Arguments<'_>) {
    let Err(source) = writeln!(std::io::stdout().lock(), "{text}") else { return };
    // Who closed the pipe knows that there is more.
    if source.kind() != ErrorKind::BrokenPipe {
        tell(&Failure::Write { path: "stdout".to_owned(), source });
    }
    std::process::exit(UNUSABLE.into());
}
