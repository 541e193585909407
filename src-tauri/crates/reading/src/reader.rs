//! Reading a file apart from the caller.

use crate::task::{Outcome, Task};
use crate::{FileType, Limits, Mail, Reading, Refusal, child, task};
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::{Duration, Instant};

/// How often the wish to stop is looked at.
pub(crate) const POLL: Duration = Duration::from_millis(10);
/// The stack of the thread that reads. What nests deeper is a bomb.
pub(crate) const STACK: usize = 64 * 1024 * 1024;

/// The narrowest and the widest picture.
const WIDTHS: std::ops::RangeInclusive<u32> = 16..=2400;

/// Reads files, each apart from the caller and within limits.
#[derive(Clone, Debug)]
pub struct Reader {
    place: Place,
    limits: Limits,
}

#[derive(Clone, Debug)]
enum Place {
    /// In a process of this program.
    Process(Arc<Path>),
    /// In a thread of this process.
    Thread,
}

/// A page or a picture, drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The picture as PNG.
    pub png: Vec<u8>,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// How many pages the file has.
    pub pages: u32,
}

impl Reader {
    /// Reads each file in a process of its own, started as `program --shipshape-read …`. The
    /// program must call [`serve_if_asked`](crate::serve_if_asked) first thing in `main`.
    #[must_use]
    pub fn new(program: PathBuf, limits: Limits) -> Self {
        Self { place: Place::Process(program.into()), limits }
    }

    /// Reads in a thread of this process: for tests, and where no program can be started. A file
    /// that takes too long is given up, but its thread runs on; memory is not limited, and a file
    /// that exhausts it or the stack ends the process.
    #[must_use]
    pub fn in_thread(limits: Limits) -> Self {
        Self { place: Place::Thread, limits }
    }

    /// What the file is and says. Stops soon after `cancel` turns true.
    ///
    /// # Errors
    /// Why the file was not read. A file of a type without text that is read is none of these:
    /// its reading has no passages.
    pub fn read(&self, path: &Path, cancel: Option<&AtomicBool>) -> Result<Reading, Refusal> {
        let (file, file_type) = self.open(path)?;
        match file_type {
            FileType::Empty => Err(Refusal::Empty),
            FileType::Executable => Err(Refusal::Executable),
            // Nothing of these is unpacked, so they need no process.
            FileType::Archive | FileType::Unknown => Ok(Reading::without_text(file_type)),
            _ => match self.perform(file, Task::Read, cancel)? {
                Outcome::Reading(reading) => Ok(reading),
                _ => Err(child::garbage()),
            },
        }
    }

    /// What an e-mail file says, as a message (`.eml`) or as Outlook saves it (`.msg`); none where
    /// the file is no e-mail.
    ///
    /// # Errors
    /// Why the file was not read.
    pub fn mail(&self, path: &Path) -> Result<Option<Mail>, Refusal> {
        let (file, file_type) = self.open(path)?;
        match file_type {
            FileType::Empty => Err(Refusal::Empty),
            FileType::Executable => Err(Refusal::Executable),
            FileType::Email | FileType::Office => match self.perform(file, Task::Mail, None)? {
                Outcome::Mail(mail) => Ok(mail),
                _ => Err(child::garbage()),
            },
            _ => Ok(None),
        }
    }

    /// A page of a PDF, counted from 1, or a picture itself (page 1), at most `width` pixels wide;
    /// widths beyond 16 to 2400 are brought to these. Pages are drawn at this width unless they
    /// would become very tall; pictures are scaled down, never up.
    ///
    /// # Errors
    /// Why there is no picture; [`Refusal::NoPage`] also for types that have no pages.
    pub fn page(&self, path: &Path, page: u32, width: u32) -> Result<Picture, Refusal> {
        let (file, file_type) = self.open(path)?;
        match file_type {
            FileType::Empty => return Err(Refusal::Empty),
            FileType::Executable => return Err(Refusal::Executable),
            FileType::Pdf | FileType::Image if page > 0 => {}
            _ => return Err(Refusal::NoPage),
        }
        let width = width.clamp(*WIDTHS.start(), *WIDTHS.end());
        match self.perform(file, Task::Draw { page, width }, None)? {
            Outcome::Picture(picture) if picture.width <= width => Ok(picture),
            _ => Err(child::garbage()),
        }
    }

    /// Opens a file that is not too large, and tells what it is.
    fn open(&self, path: &Path) -> Result<(File, FileType), Refusal> {
        // Before it is opened: opening a pipe may wait for ever.
        let metadata = std::fs::metadata(path).map_err(io_refusal)?;
        if !metadata.is_file() {
            return Err(Refusal::Io { detail: "not a regular file".to_owned() });
        }
        let mut file = File::open(path).map_err(io_refusal)?;
        let file_type = crate::recognise::of_source(&mut file).map_err(io_refusal)?;
        // A program is one whatever its size.
        if metadata.len() > self.limits.bytes && file_type != FileType::Executable {
            return Err(self.limits.too_large());
        }
        file.seek(SeekFrom::Start(0)).map_err(io_refusal)?;
        Ok((file, file_type))
    }

    fn perform(
        &self,
        file: File,
        task: Task,
        cancel: Option<&AtomicBool>,
    ) -> Result<Outcome, Refusal> {
        match &self.place {
            Place::Process(program) => child::run(program, file, task, &self.limits, cancel),
            Place::Thread => in_thread(file, task, self.limits, cancel),
        }
    }
}

pub(crate) fn io_refusal(error: io::Error) -> Refusal {
    Refusal::Io { detail: error.to_string() }
}

/// All of a file that is not too large.
pub(crate) fn content(source: impl Read, limits: &Limits) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    source.take(limits.bytes.saturating_add(1)).read_to_end(&mut bytes).map_err(io_refusal)?;
    if bytes.len() as u64 > limits.bytes {
        return Err(limits.too_large());
    }
    Ok(bytes)
}

fn in_thread(
    file: File,
    task: Task,
    limits: Limits,
    cancel: Option<&AtomicBool>,
) -> Result<Outcome, Refusal> {
    let (sender, receiver) = mpsc::channel();
    std::thread::Builder::new()
        .name("reading".to_owned())
        .stack_size(STACK)
        .spawn(move || {
            let outcome =
                content(file, &limits).and_then(|bytes| task::perform(bytes, task, &limits));
            // Nobody listens when it was given up.
            let _ = sender.send(outcome);
        })
        .map_err(io_refusal)?;
    wait(&receiver, &limits, cancel).unwrap_or_else(|| Err(child::garbage()))
}

/// What comes through the channel; nothing if the other side ended without a word.
pub(crate) fn wait<T>(
    receiver: &mpsc::Receiver<Result<T, Refusal>>,
    limits: &Limits,
    cancel: Option<&AtomicBool>,
) -> Option<Result<T, Refusal>> {
    let start = Instant::now();
    loop {
        if cancel.is_some_and(|cancel| cancel.load(Ordering::Relaxed)) {
            return Some(Err(Refusal::Cancelled));
        }
        let left = limits.time.saturating_sub(start.elapsed());
        if left.is_zero() {
            return Some(Err(limits.too_slow()));
        }
        match receiver.recv_timeout(left.min(POLL)) {
            Ok(outcome) => return Some(outcome),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return None,
        }
    }
}
