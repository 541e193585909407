//! The open workspace as the commands share it.

use crate::jobs::Jobs;
use crate::place;
use app::views::Failed;
use app::{App, Failure};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use tauri::AppHandle;

/// The workspace, or why it could not be opened, and the window's handle.
pub(crate) struct Desk {
    app: Mutex<Result<App, Failed>>,
    jobs: Mutex<Jobs>,
    pub(crate) handle: AppHandle,
}

impl Desk {
    pub(crate) fn open(folder: &Path, handle: AppHandle) -> Self {
        let opened = App::open(folder, place::clock()).map(|mut app| {
            // Files are read in a process of this program's own; where its place is not known, in
            // a thread.
            if let Ok(program) = std::env::current_exe() {
                app.read_with(program);
            }
            app
        });
        let app = opened.map_err(|failure| failure.failed());
        Self { app: Mutex::new(app), jobs: Mutex::default(), handle }
    }

    /// The long work going on.
    pub(crate) fn jobs(&self) -> MutexGuard<'_, Jobs> {
        self.jobs.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Does one thing with the workspace. A panic becomes a failure: the transaction it was in has
    /// been rolled back, and what was judged in memory is thrown away.
    pub(crate) fn with<R>(
        &self,
        work: impl FnOnce(&mut App) -> Result<R, Failure>,
    ) -> Result<R, Failed> {
        let mut guard = self.app.lock().unwrap_or_else(PoisonError::into_inner);
        let app = guard.as_mut().map_err(|failed| failed.clone())?;
        match catch_unwind(AssertUnwindSafe(|| work(app))) {
            Ok(result) => result.map_err(|failure| failure.failed()),
            Err(panic) => {
                app.forget();
                let detail = panic
                    .downcast_ref::<String>()
                    .cloned()
                    .or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()))
                    .unwrap_or_else(|| "a panic without words".to_owned());
                Err(Failure::Internal { detail }.failed())
            }
        }
    }
}
