//! Long work: begun with the workspace, done without holding it, finished with it. The window stays
//! usable meanwhile, can follow and can stop it.

use crate::failure::Failure;
use crate::intake::Staging;
use crate::integrity::Verifying;
use crate::office::App;
use crate::review::Reviewing;
use crate::texts::ReadingTexts;
use crate::views::JobOutcome;
use std::sync::atomic::AtomicBool;

/// How a job is followed and stopped.
pub struct JobWatch<'a> {
    /// Called after each piece of work: units done, units in all, the file at hand.
    pub progress: &'a mut dyn FnMut(u64, Option<u64>, &str),
    /// The job ends soon after this becomes true; nothing is half done.
    pub cancel: &'a AtomicBool,
}

impl JobWatch<'_> {
    /// Whether to stop.
    pub(crate) fn check(&self) -> Result<(), Failure> {
        if self.cancel.load(std::sync::atomic::Ordering::Relaxed) {
            return Err(Failure::Store(store::Error::Cancelled));
        }
        Ok(())
    }
}

/// A long piece of work that has been begun.
pub enum Job {
    /// Looking at files.
    Review(Box<Reviewing>),
    /// Copying files into the store.
    TakeIn(Box<Staging>),
    /// Checking the stored files.
    Verify(Box<Verifying>),
    /// Reading texts for the search.
    Texts(Box<ReadingTexts>),
}

/// A piece of work whose long part is done.
pub enum Done {
    /// Looked at.
    Review(Box<Reviewing>),
    /// Copied; not yet part of the workspace.
    TakeIn(Box<Staging>),
    /// Checked.
    Verify(Box<Verifying>),
    /// Read.
    Texts(Box<ReadingTexts>),
}

impl Job {
    /// Does the long part. Holds nothing of the workspace but its files.
    ///
    /// # Errors
    /// Stopped, a file cannot be read, or the disk is full; nothing is changed then.
    pub fn run(self, watch: &mut JobWatch<'_>) -> Result<Done, Failure> {
        Ok(match self {
            Self::Review(mut work) => {
                work.run(watch)?;
                Done::Review(work)
            }
            Self::TakeIn(mut work) => {
                work.run(watch)?;
                Done::TakeIn(work)
            }
            Self::Verify(mut work) => {
                work.run(watch)?;
                Done::Verify(work)
            }
            Self::Texts(mut work) => {
                work.run(watch)?;
                Done::Texts(work)
            }
        })
    }
}

impl App {
    /// Finishes a job: what is to be written is written in one transaction.
    ///
    /// # Errors
    /// The workspace cannot be read or written; nothing is changed then.
    pub fn finish(&mut self, done: Done) -> Result<JobOutcome, Failure> {
        Ok(match done {
            Done::Review(work) => JobOutcome::Reviewed(self.reviewed(*work)?),
            Done::TakeIn(work) => JobOutcome::TakenIn(self.taken_in(*work)?),
            Done::Verify(work) => JobOutcome::Verified(self.verified(*work)?),
            Done::Texts(work) => JobOutcome::Read(self.texts_read(*work)?),
        })
    }

    /// Does a whole job at once, for clients that have nothing else to do meanwhile.
    ///
    /// # Errors
    /// As [`Job::run`] and [`App::finish`].
    pub fn do_now(&mut self, job: Job, watch: &mut JobWatch<'_>) -> Result<JobOutcome, Failure> {
        let done = job.run(watch)?;
        self.finish(done)
    }
}
