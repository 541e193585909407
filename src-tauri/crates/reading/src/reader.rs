//! Reading a file in a process of its own, within limits of time and memory.

mod child;

pub use child::serve_if_asked;

use crate::{Reading, Refusal, picture, text};
use child::Request;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::time::{Duration, Instant};

/// What reading one file may cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The largest file read, in bytes.
    pub bytes: u64,
    /// Characters of text kept.
    pub characters: usize,
    /// Pages read.
    pub pages: u32,
    /// Time.
    pub time: Duration,
    /// Memory beyond what the program itself takes, in bytes.
    pub memory: u64,
}

impl Default for Limits {
    /// 200 MB, two million characters, 2,000 pages, 20 seconds, 1 GiB.
    fn default() -> Self {
        Self {
            bytes: 200_000_000,
            characters: 2_000_000,
            pages: 2_000,
            time: Duration::from_secs(20),
            memory: 1 << 30,
        }
    }
}

/// A page as a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// PNG.
    pub png: Vec<u8>,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// Pages of the file.
    pub pages: u32,
}

/// Reads files. Whatever a file holds, the answer is a reading, a picture or a refusal.
#[derive(Clone, Debug)]
pub struct Reader {
    program: Option<PathBuf>,
    limits: Limits,
}

impl Reader {
    /// Starts this program once for each file. It must call [`serve_if_asked`] first of all.
    #[must_use]
    pub fn new(program: PathBuf, limits: Limits) -> Self {
        Self { program: Some(program), limits }
    }

    /// Reads in a thread of this process: for tests, and where no program can be started. The time
    /// limit holds, that of memory does not.
    #[must_use]
    pub fn in_thread(limits: Limits) -> Self {
        Self { program: None, limits }
    }

    /// The text of a file.
    ///
    /// # Errors
    /// Why it was not read.
    pub fn read(&self, path: &Path, cancel: Option<&AtomicBool>) -> Result<Reading, Refusal> {
        let request = Request::Text;
        match &self.program {
            Some(program) => child::read(program, path, &self.limits, cancel),
            None => {
                let (path, limits) = (path.to_path_buf(), self.limits);
                self.in_time(cancel, request, move || text::read(&path, &limits))
            }
        }
    }

    /// A page of a PDF, or a picture as its only page, at most so many pixels wide.
    ///
    /// # Errors
    /// Why it cannot be shown.
    pub fn page(&self, path: &Path, page: u32, width: u32) -> Result<Picture, Refusal> {
        let width = width.clamp(16, 2_400);
        let request = Request::Page { page, width };
        match &self.program {
            Some(program) => child::page(program, path, &self.limits, page, width),
            None => {
                let (path, limits) = (path.to_path_buf(), self.limits);
                self.in_time(None, request, move || picture::page(&path, page, width, &limits))
            }
        }
    }

    /// Gives up on a thread that takes too long; it ends by itself at its next chance.
    fn in_time<R: Send + 'static>(
        &self,
        cancel: Option<&AtomicBool>,
        request: Request,
        work: impl FnOnce() -> Result<R, Refusal> + Send + 'static,
    ) -> Result<R, Refusal> {
        let (tell, told) = mpsc::channel();
        let guarded = move || {
            let result = catch_unwind(AssertUnwindSafe(work))
                .unwrap_or_else(|_| Err(Refusal::Damaged { detail: "a panic".to_owned() }));
            // Nobody listens any more when the time is over.
            drop(tell.send(result));
        };
        std::thread::Builder::new()
            .name(format!("reading {request:?}"))
            .stack_size(child::STACK)
            .spawn(guarded)
            .map_err(|error| Refusal::Io { detail: error.to_string() })?;
        let end = Instant::now() + self.limits.time;
        loop {
            match told.recv_timeout(Duration::from_millis(20)) {
                Ok(result) => return result,
                Err(mpsc::RecvTimeoutError::Disconnected) => {
                    return Err(Refusal::Damaged { detail: "the thread ended".to_owned() });
                }
                Err(mpsc::RecvTimeoutError::Timeout) => {}
            }
            if cancel.is_some_and(|cancel| cancel.load(Ordering::Relaxed)) {
                return Err(Refusal::Cancelled);
            }
            if Instant::now() > end {
                return Err(Refusal::TooSlow { seconds: self.limits.time.as_secs() });
            }
        }
    }
}
