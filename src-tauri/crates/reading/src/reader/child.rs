//! Both ends of the reading process: the program that starts it, and the process itself.
//!
//! The request goes on the command line, the answer comes through the pipe: its length, JSON, and
//! for a page the PNG behind it.

use super::{Limits, Picture};
use crate::{Reading, Refusal, picture, text};
use serde::{Deserialize, Serialize};
use std::ffi::OsString;
use std::io::{Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// What makes a program the reading process.
const MARK: &str = "--shipshape-read";

/// Deeply nested files must end in a refusal, not at the end of a small stack.
pub(super) const STACK: usize = 64 * 1024 * 1024;

/// The longest answer taken.
const ANSWER: u64 = 80 * 1024 * 1024;

/// What is asked for.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) enum Request {
    Text,
    Page {
        page: u32,
        width: u32,
    },
    /// Only for tests: takes for ever.
    Sleep,
    /// Only for tests: takes all memory.
    Fill,
}

#[derive(Serialize, Deserialize)]
struct Order {
    request: Request,
    bytes: u64,
    characters: usize,
    pages: u32,
    seconds: u64,
    memory: u64,
}

#[derive(Serialize, Deserialize)]
enum Answer {
    Text(Result<Reading, Refusal>),
    Page(Result<Shape, Refusal>),
}

#[derive(Serialize, Deserialize)]
struct Shape {
    width: u32,
    height: u32,
    pages: u32,
}

pub(super) fn read(
    program: &Path,
    path: &Path,
    limits: &Limits,
    cancel: Option<&AtomicBool>,
) -> Result<Reading, Refusal> {
    match ask(program, path, limits, Request::Text, cancel)? {
        (Answer::Text(reading), _) => reading,
        _ => Err(nonsense()),
    }
}

pub(super) fn page(
    program: &Path,
    path: &Path,
    limits: &Limits,
    page: u32,
    width: u32,
) -> Result<Picture, Refusal> {
    match ask(program, path, limits, Request::Page { page, width }, None)? {
        (Answer::Page(shape), png) => {
            let Shape { width, height, pages } = shape?;
            Ok(Picture { png, width, height, pages })
        }
        _ => Err(nonsense()),
    }
}

fn nonsense() -> Refusal {
    Refusal::Damaged { detail: "the reading process gave no answer".to_owned() }
}

fn io(error: &dyn std::fmt::Display) -> Refusal {
    Refusal::Io { detail: error.to_string() }
}

/// Ends the process however this ends: never one that goes on, never one that is not waited for.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended already; there is nothing more to be done then.
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

fn ask(
    program: &Path,
    path: &Path,
    limits: &Limits,
    request: Request,
    cancel: Option<&AtomicBool>,
) -> Result<(Answer, Vec<u8>), Refusal> {
    let order = Order {
        request,
        bytes: limits.bytes,
        characters: limits.characters,
        pages: limits.pages,
        seconds: limits.time.as_secs().max(1),
        memory: limits.memory,
    };
    let order = serde_json::to_string(&order).map_err(|error| io(&error))?;
    let child = Command::new(program)
        .arg(MARK)
        .arg(order)
        .arg(path)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| io(&error))?;
    let mut running = Running(child);
    let Some(pipe) = running.0.stdout.take() else { return Err(nonsense()) };
    let listener = std::thread::Builder::new()
        .name("reading answer".to_owned())
        .spawn(move || {
            let mut answer = Vec::new();
            pipe.take(ANSWER).read_to_end(&mut answer).map(|_| answer)
        })
        .map_err(|error| io(&error))?;
    let end = Instant::now() + limits.time;
    let mut pause = Duration::from_millis(1);
    let status = loop {
        if let Some(status) = running.0.try_wait().map_err(|error| io(&error))? {
            break status;
        }
        if cancel.is_some_and(|cancel| cancel.load(Ordering::Relaxed)) {
            return Err(Refusal::Cancelled);
        }
        if Instant::now() > end {
            return Err(Refusal::TooSlow { seconds: limits.time.as_secs() });
        }
        std::thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(10));
    };
    if !status.success() {
        return Err(ended(status, limits));
    }
    let answer = listener.join().map_err(|_| nonsense())?.map_err(|error| io(&error))?;
    parse(&answer).ok_or_else(nonsense)
}

fn parse(answer: &[u8]) -> Option<(Answer, Vec<u8>)> {
    let (length, rest) = answer.split_first_chunk::<4>()?;
    let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
    let (json, rest) = rest.split_at_checked(length)?;
    Some((serde_json::from_slice(json).ok()?, rest.to_vec()))
}

/// Why a process that gave no answer ended.
#[cfg(unix)]
fn ended(status: ExitStatus, limits: &Limits) -> Refusal {
    use std::os::unix::process::ExitStatusExt as _;
    match status.signal() {
        // What is asked for beyond the limit of memory ends in an abort.
        Some(6) => Refusal::TooMuch,
        // The limit of computing time.
        Some(9 | 24) => Refusal::TooSlow { seconds: limits.time.as_secs() },
        Some(signal) => Refusal::Damaged { detail: format!("reading ended by signal {signal}") },
        None => Refusal::Damaged { detail: format!("reading ended with {status}") },
    }
}

#[cfg(not(unix))]
fn ended(status: ExitStatus, _: &Limits) -> Refusal {
    Refusal::Damaged { detail: format!("reading ended with {status}") }
}

/// Makes this process the reading process, if it was started as that; to be called before anything
/// else in `main`. None when it was not.
#[must_use]
pub fn serve_if_asked() -> Option<ExitCode> {
    let mut arguments = std::env::args_os().skip(1);
    if arguments.next()? != MARK {
        return None;
    }
    let order = arguments.next().and_then(|text| text.into_string().ok());
    let order = order.and_then(|text| serde_json::from_str::<Order>(&text).ok());
    let (Some(order), Some(path)) = (order, arguments.next()) else {
        return Some(ExitCode::FAILURE);
    };
    Some(match serve(&order, path) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    })
}

fn serve(order: &Order, path: OsString) -> std::io::Result<()> {
    confine(order)?;
    let path = PathBuf::from(path);
    let limits = Limits {
        bytes: order.bytes,
        characters: order.characters,
        pages: order.pages,
        time: Duration::from_secs(order.seconds),
        memory: order.memory,
    };
    let request = order.request.clone();
    // A panic is an answer like any other; its words would go nowhere.
    std::panic::set_hook(Box::new(|_| {}));
    let worker = std::thread::Builder::new()
        .stack_size(STACK)
        .spawn(move || catch_unwind(AssertUnwindSafe(|| work(&request, &path, &limits))))?;
    let panicked = || Refusal::Damaged { detail: "a panic".to_owned() };
    let (answer, png) = match worker.join() {
        Ok(Ok(done)) => done,
        _ => match order.request {
            Request::Page { .. } => (Answer::Page(Err(panicked())), Vec::new()),
            _ => (Answer::Text(Err(panicked())), Vec::new()),
        },
    };
    let json = serde_json::to_vec(&answer)?;
    let length = u32::try_from(json.len()).map_err(std::io::Error::other)?;
    let mut out = std::io::stdout().lock();
    out.write_all(&length.to_le_bytes())?;
    out.write_all(&json)?;
    out.write_all(&png)?;
    out.flush()
}

fn work(request: &Request, path: &Path, limits: &Limits) -> (Answer, Vec<u8>) {
    match request {
        Request::Text => (Answer::Text(text::read(path, limits)), Vec::new()),
        Request::Page { page, width } => match picture::page(path, *page, *width, limits) {
            Ok(Picture { png, width, height, pages }) => {
                (Answer::Page(Ok(Shape { width, height, pages })), png)
            }
            Err(refusal) => (Answer::Page(Err(refusal)), Vec::new()),
        },
        Request::Sleep => loop {
            std::thread::sleep(Duration::from_secs(1));
        },
        Request::Fill => {
            let mut kept: Vec<Vec<u8>> = Vec::new();
            loop {
                kept.push(vec![1; 16 * 1024 * 1024]);
            }
        }
    }
}

/// Takes from this process what reading needs not: more memory, computing time, writing files.
#[cfg(unix)]
fn confine(order: &Order) -> std::io::Result<()> {
    use rlimit::Resource;
    let own = own_memory().unwrap_or(1 << 30);
    let memory = own.saturating_add(order.memory).saturating_add(STACK as u64);
    let time = order.seconds.saturating_mul(2).saturating_add(2);
    for (resource, limit) in
        [(Resource::AS, memory), (Resource::CPU, time), (Resource::FSIZE, 0), (Resource::CORE, 0)]
    {
        let (_, hard) = resource.get()?;
        let limit = limit.min(hard);
        resource.set(limit, limit)?;
    }
    Ok(())
}

#[cfg(not(unix))]
fn confine(_: &Order) -> std::io::Result<()> {
    Ok(())
}

/// The address space that the program took before it began to read, in bytes.
#[cfg(unix)]
fn own_memory() -> Option<u64> {
    let pages = std::fs::read_to_string("/proc/self/statm").ok()?;
    let pages: u64 = pages.split(' ').next()?.parse().ok()?;
    Some(pages * 4_096)
}
