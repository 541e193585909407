//! The reading process, seen from the one that starts it.

use crate::reader::{io_refusal, wait};
use crate::serve::FLAG;
use crate::task::{self, Outcome, Request, Task};
use crate::{Limits, Refusal};
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::AtomicBool;
use std::sync::mpsc;

/// What is said of a process that gave no answer.
pub(crate) fn garbage() -> Refusal {
    Refusal::damaged("the reading process gave no answer")
}

/// A process that never outlives its owner, nor stays behind as a zombie.
struct Owned(Child);

impl Drop for Owned {
    fn drop(&mut self) {
        // It fails where the process has ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Lets `program` do the task with a file, which it gets as its input.
pub(crate) fn run(
    program: &Path,
    file: File,
    task: Task,
    limits: &Limits,
    cancel: Option<&AtomicBool>,
) -> Result<Outcome, Refusal> {
    let request = serde_json::to_string(&Request { task, limits: *limits })
        .map_err(|error| Refusal::Io { detail: error.to_string() })?;
    let mut command = Command::new(program);
    command
        .args([FLAG, &request])
        // Writing a backtrace would open files.
        .env("RUST_BACKTRACE", "0")
        .stdin(file)
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    #[cfg(windows)]
    {
        use std::os::windows::process::CommandExt;
        // CREATE_NO_WINDOW
        command.creation_flags(0x0800_0000);
    }
    let mut child = Owned(command.spawn().map_err(io_refusal)?);
    let Some(output) = child.0.stdout.take() else { return Err(garbage()) };
    let longest = task::longest_answer(task, limits);
    let (sender, receiver) = mpsc::channel();
    // Ends when the process does, at the latest when it is killed.
    std::thread::Builder::new()
        .name("reading-output".to_owned())
        .spawn(move || {
            let mut bytes = Vec::new();
            let end = output.take(longest.saturating_add(1)).read_to_end(&mut bytes);
            // Nobody listens when it was given up.
            let _ = sender.send(end.map(|_| bytes).map_err(io_refusal));
        })
        .map_err(io_refusal)?;
    let bytes = wait(&receiver, limits, cancel).unwrap_or_else(|| Err(garbage()))?;
    if bytes.len() as u64 > longest {
        return Err(garbage());
    }
    if let Some(outcome) = task::decode(&bytes) {
        return outcome;
    }
    // Its output is closed, so its end is near, or it is killed on return.
    let ended = end_of(&mut child.0, limits)?;
    Err(meaning(ended, limits))
}

/// How the process ended, waited for only a moment.
fn end_of(child: &mut Child, limits: &Limits) -> Result<ExitStatus, Refusal> {
    let moment = limits.time.min(std::time::Duration::from_secs(1));
    let start = std::time::Instant::now();
    loop {
        match child.try_wait().map_err(io_refusal)? {
            Some(status) => return Ok(status),
            None if start.elapsed() > moment => return Err(garbage()),
            None => std::thread::sleep(crate::reader::POLL),
        }
    }
}

/// What it means that the process ended so, without an answer.
#[cfg(unix)]
fn meaning(status: ExitStatus, limits: &Limits) -> Refusal {
    use std::os::unix::process::ExitStatusExt;
    // The numbers of these signals are the same on Linux, macOS and the BSDs.
    const ABORT: i32 = 6;
    const KILL: i32 = 9;
    const CPU_TIME: i32 = 24;
    match status.signal() {
        // Memory or stack could not be had; the system kills a process that takes too much.
        Some(ABORT | KILL) => Refusal::TooMuch,
        Some(CPU_TIME) => limits.too_slow(),
        Some(signal) => Refusal::damaged(&format!("reading it ended by signal {signal}")),
        None => garbage(),
    }
}

/// What it means that the process ended so, without an answer.
#[cfg(not(unix))]
fn meaning(status: ExitStatus, _: &Limits) -> Refusal {
    // How Windows reports an abort and a full stack.
    const ABORT: u32 = 0xc000_0409;
    const STACK: u32 = 0xc000_00fd;
    match status.code().map(i32::cast_unsigned) {
        Some(ABORT | STACK) => Refusal::TooMuch,
        _ => garbage(),
    }
}
