//! The reading process, seen from within.

use crate::task::{self, Outcome, Request};
use crate::{Limits, Refusal, reader};
use std::io::Write;
use std::process::ExitCode;

/// What makes a program the reading process.
pub(crate) const FLAG: &str = "--shipshape-read";

/// If this process was started by a [`Reader`](crate::Reader), does what it asks and gives the
/// code to end with. To be called first thing in `main`, before threads or windows are made.
/// `None`: the process was started for something else.
#[must_use]
pub fn serve_if_asked() -> Option<ExitCode> {
    let mut arguments = std::env::args_os().skip(1);
    if arguments.next()? != FLAG {
        return None;
    }
    let request = arguments.next().and_then(|text| serde_json::from_str(text.to_str()?).ok());
    let Some(request) = request else { return Some(ExitCode::FAILURE) };
    let thread = std::thread::Builder::new().stack_size(reader::STACK).spawn(|| serve(request));
    let served = thread.ok().and_then(|thread| thread.join().ok()).unwrap_or(false);
    Some(if served { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Whether the answer was given.
fn serve(request: Request) -> bool {
    let Request { task, limits } = request;
    let outcome = confine(&limits).and_then(|()| perform(task, &limits));
    let Ok(answer) = task::encode(outcome) else { return false };
    let mut output = std::io::stdout().lock();
    output.write_all(&answer).and_then(|()| output.flush()).is_ok()
}

fn perform(task: task::Task, limits: &Limits) -> Result<Outcome, Refusal> {
    let bytes = reader::content(std::io::stdin().lock(), limits)?;
    task::perform(bytes, task, limits)
}

/// From here on this process opens no file or connection, writes no file, and takes neither more
/// memory nor more time of the processor than allowed.
#[cfg(unix)]
fn confine(limits: &Limits) -> Result<(), Refusal> {
    use rlimit::Resource;
    let failed = |error| Refusal::Io { detail: format!("limits cannot be set: {error}") };
    let seconds = limits.time.as_secs().saturating_add(2);
    // The first signal at the soft limit says why it ended.
    Resource::CPU.set(seconds, seconds.saturating_add(1)).map_err(failed)?;
    Resource::CORE.set(0, 0).map_err(failed)?;
    // Its output is a pipe, to which this does not apply.
    Resource::FSIZE.set(0, 0).map_err(failed)?;
    #[cfg(target_os = "linux")]
    {
        let most = occupied().map_err(failed)?.saturating_add(limits.memory);
        Resource::AS.set(most, most).map_err(failed)?;
    }
    // Input, output and errors are open already.
    Resource::NOFILE.set(3, 3).map_err(failed)
}

/// The bytes of address space taken by now: by the program, its libraries and its stacks.
#[cfg(target_os = "linux")]
fn occupied() -> std::io::Result<u64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let size = status.lines().find_map(|line| line.strip_prefix("VmSize:"));
    let kib = size.and_then(|size| size.split_whitespace().next()?.parse::<u64>().ok());
    kib.map(|kib| kib * 1024).ok_or_else(|| std::io::Error::other("the size is not known"))
}

#[cfg(not(unix))]
fn confine(_: &Limits) -> Result<(), Refusal> {
    Ok(())
}
