//! Long work in threads of its own: begun, followed, stopped, handed out once.

use crate::desk::Desk;
use app::views::{Failed, JobOutcome, JobQuery, JobStarted, JobView};
use app::{App, Failure, Job, JobWatch};
use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tauri::Manager;

/// The jobs that have not been handed out.
#[derive(Default)]
pub(crate) struct Jobs {
    last: u64,
    slots: HashMap<u64, Arc<Slot>>,
}

/// What is known of a job.
#[derive(Default)]
struct Slot {
    cancel: AtomicBool,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    done: u64,
    total: Option<u64>,
    item: String,
    outcome: Option<JobOutcome>,
}

impl Slot {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Begins a job: what it needs of the workspace is taken now, the rest is done in a thread.
pub(crate) fn start(
    desk: &Desk,
    begin: impl FnOnce(&mut App) -> Result<Job, Failure>,
) -> Result<JobStarted, Failed> {
    let job = desk.with(begin)?;
    let slot = Arc::new(Slot::default());
    let number = {
        let mut jobs = desk.jobs();
        jobs.last += 1;
        let number = jobs.last;
        jobs.slots.insert(number, Arc::clone(&slot));
        number
    };
    let handle = desk.handle.clone();
    let work = move || {
        let outcome =
            run(job, &slot).and_then(|done| handle.state::<Desk>().with(|app| app.finish(done)));
        slot.state().outcome = Some(outcome.unwrap_or_else(JobOutcome::Failed));
    };
    std::thread::Builder::new().name(format!("job {number}")).spawn(work).map_err(|error| {
        desk.jobs().slots.remove(&number);
        Failure::Internal { detail: format!("no thread for a job: {error}") }.failed()
    })?;
    Ok(JobStarted { job: number })
}

fn run(job: Job, slot: &Slot) -> Result<app::Done, Failed> {
    let mut progress = |done: u64, total: Option<u64>, item: &str| {
        let mut state = slot.state();
        state.done = done;
        state.total = total;
        if state.item != item {
            item.clone_into(&mut state.item);
        }
    };
    let mut watch = JobWatch { progress: &mut progress, cancel: &slot.cancel };
    match catch_unwind(AssertUnwindSafe(|| job.run(&mut watch))) {
        Ok(result) => result.map_err(|failure| failure.failed()),
        Err(_) => Err(Failure::Internal { detail: "a panic in a job".to_owned() }.failed()),
    }
}

/// How far a job is; its outcome is handed out once.
pub(crate) fn follow(desk: &Desk, query: &JobQuery) -> Result<JobView, Failed> {
    let mut jobs = desk.jobs();
    let Some(slot) = jobs.slots.get(&query.job).cloned() else {
        return Err(Failure::NoJob { job: query.job }.failed());
    };
    let mut state = slot.state();
    let view = JobView {
        done: state.done,
        total: state.total,
        item: state.item.clone(),
        outcome: state.outcome.take(),
    };
    if view.outcome.is_some() {
        jobs.slots.remove(&query.job);
    }
    Ok(view)
}

/// Asks a job to stop; it says itself when it has.
pub(crate) fn cancel(desk: &Desk, query: &JobQuery) {
    if let Some(slot) = desk.jobs().slots.get(&query.job) {
        slot.cancel.store(true, Ordering::Relaxed);
    }
}
