//! The watch list as it is shown. Nothing here is asked when a shipment is judged.

use crate::address::address_in;
use crate::failure::Failure;
use crate::lookup::Titles;
use crate::office::App;
use crate::views::{OpenAddress, SignalView, TargetView, TouchedShipment, WatchList};
use packs::builtin_signals;
use readiness::{
    CouldAffect, RequirementId, Signal, SignalId, SignalReview, State, Step, Subject, Text,
};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use wording::Lookup;

/// What is stored of a signal: the user's own one, or what was noted about a built-in one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct SignalNote {
    /// The signal itself, where it is the user's own.
    pub(crate) own: Option<Signal>,
    /// Not watched any longer.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) hidden: bool,
    /// The looks taken at it, in their order.
    pub(crate) reviews: Vec<SignalReview>,
}

/// A signal with what was noted about it.
pub(crate) struct Watched {
    /// As it was before any review.
    pub(crate) base: Signal,
    pub(crate) note: SignalNote,
}

impl Watched {
    /// As it stands after all reviews.
    fn signal(&self) -> Signal {
        self.base.reviewed(&self.note.reviews)
    }
}

/// What an open shipment has that a signal could touch.
struct Reach {
    shipment: TouchedShipment,
    subjects: BTreeSet<Subject>,
    steps: BTreeSet<Step>,
}

impl Reach {
    fn meets(&self, target: &CouldAffect) -> bool {
        match target {
            CouldAffect::Requirement(id) => {
                self.subjects.contains(&Subject::Requirement(id.clone()))
            }
            CouldAffect::Check(id) => self.subjects.contains(&Subject::Check(id.clone())),
            CouldAffect::Milestone(step) => self.steps.contains(step),
            CouldAffect::Other(_) => false,
        }
    }
}

/// The signal with what its user wrote in one language standing in both.
fn filled(own: &Signal) -> Signal {
    let mut signal = own.clone();
    signal.claim = own.claim.filled();
    signal.would_verify = own.would_verify.filled();
    signal.detail = own.detail.as_ref().map(Text::filled);
    for source in &mut signal.sources {
        source.text = source.text.filled();
    }
    for target in &mut signal.could_affect {
        if let CouldAffect::Other(text) = target {
            *text = text.filled();
        }
    }
    signal
}

/// The addresses that the references of a signal name, by the reference.
fn addresses(signal: &Signal, reviews: &[SignalReview]) -> BTreeMap<String, String> {
    let sources = signal.sources.iter().chain(&signal.contradicted_by);
    let sources = sources.filter_map(|source| source.reference.as_ref());
    let stages = signal.reached.iter().filter_map(|reached| reached.source.as_ref());
    let reviews = reviews.iter().filter_map(|review| review.reference.as_ref());
    sources
        .chain(stages)
        .chain(reviews)
        .filter_map(|reference| Some((reference.clone(), address_in(reference)?)))
        .collect()
}

impl App {
    /// The address that a reference of a signal names, to be opened by the system: this program
    /// fetches nothing.
    ///
    /// # Errors
    /// There is no such signal, it has no such reference, or that names no address.
    pub fn signal_address(&self, request: &OpenAddress) -> Result<String, Failure> {
        let watched = self.watched_one(&request.signal)?;
        let mut known = addresses(&watched.signal(), &watched.note.reviews);
        known.remove(&request.reference).ok_or_else(|| Failure::Field {
            field: "reference".to_owned(),
            message: Text::new(
                "this source names no address that can be opened",
                "该来源没有可打开的网址",
            ),
        })
    }

    /// Every signal there is, with its note.
    pub(crate) fn watched(&self) -> Result<Vec<Watched>, Failure> {
        let rows = self.workspace.read().signals::<SignalNote>()?;
        let mut notes: BTreeMap<String, SignalNote> =
            rows.into_iter().map(|row| (row.id, row.data)).collect();
        let mut all: Vec<Watched> = builtin_signals()?
            .into_iter()
            .map(|base| Watched { note: notes.remove(base.id.as_str()).unwrap_or_default(), base })
            .collect();
        // A note about a built-in signal that this version no longer brings is kept, not shown.
        all.extend(notes.into_values().filter_map(|note| {
            let base = filled(note.own.as_ref()?);
            Some(Watched { base, note })
        }));
        Ok(all)
    }

    /// One signal with its note.
    pub(crate) fn watched_one(&self, id: &SignalId) -> Result<Watched, Failure> {
        let found = self.watched()?.into_iter().find(|watched| watched.base.id == *id);
        found.ok_or_else(|| Failure::NoSignal { id: id.0.clone() })
    }

    /// Signals whose review is overdue today.
    pub(crate) fn overdue_signals(&self) -> Result<usize, Failure> {
        let today = self.today();
        let late =
            |one: &&Watched| !one.note.hidden && one.signal().is_overdue(&one.note.reviews, today);
        Ok(self.watched()?.iter().filter(late).count())
    }

    /// The watch list: what is overdue first, then by the day of the next review.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn watch_list(&mut self) -> Result<WatchList, Failure> {
        let today = self.today();
        let reaches = self.reaches()?;
        let mut signals: Vec<SignalView> = self
            .watched()?
            .into_iter()
            .map(|watched| {
                let signal = watched.signal();
                let SignalNote { own, hidden, mut reviews } = watched.note;
                let due = signal.due(&reviews);
                let overdue = signal.is_overdue(&reviews, today);
                let days_overdue = signal.days_overdue(&reviews, today);
                reviews.reverse();
                let meets = |reach: &&Reach| signal.could_affect.iter().any(|one| reach.meets(one));
                SignalView {
                    addresses: addresses(&signal, &reviews),
                    stage: signal.stage(),
                    due,
                    overdue,
                    days_overdue,
                    targets: signal
                        .could_affect
                        .iter()
                        .map(|one| self.signal_target(one))
                        .collect(),
                    shipments: reaches
                        .iter()
                        .filter(meets)
                        .map(|reach| reach.shipment.clone())
                        .collect(),
                    own,
                    hidden,
                    reviews,
                    signal,
                }
            })
            .collect();
        signals.sort_by(|a, b| {
            (a.hidden, Reverse(a.overdue), a.due, &a.signal.id).cmp(&(
                b.hidden,
                Reverse(b.overdue),
                b.due,
                &b.signal.id,
            ))
        });
        Ok(WatchList { signals })
    }

    pub(crate) fn signal_target(&self, target: &CouldAffect) -> TargetView {
        let titles = self.titles();
        let (title, pack) = match target {
            CouldAffect::Requirement(id) => (
                titles.requirement(id).unwrap_or_else(|| Text::same(id.as_str())),
                self.pack_of(id, &titles),
            ),
            CouldAffect::Check(id) => {
                (wording::check_title(id).unwrap_or_else(|| Text::same(id.as_str())), None)
            }
            CouldAffect::Milestone(step) => (titles.step_title(step), None),
            CouldAffect::Other(text) => (text.clone(), None),
        };
        TargetView { target: target.clone(), title, pack }
    }

    fn pack_of(&self, id: &RequirementId, titles: &Titles<'_>) -> Option<Text> {
        titles.pack_title(&self.library.rulebook.requirement(id)?.pack)
    }

    /// What the open shipments have. One that cannot be judged is told on the first page.
    fn reaches(&mut self) -> Result<Vec<Reach>, Failure> {
        let rows = self.workspace.read().shipments::<serde_json::Value>()?;
        let mut reaches = Vec::new();
        for row in rows.into_iter().filter(|row| !row.archived) {
            let Ok(judged) = self.judge(&row.id, None) else { continue };
            let away =
                |state: State| matches!(state, State::NotApplicable | State::DecidedNotApplicable);
            let verdicts = judged.judgement().verdicts;
            let milestones = &judged.loaded.shipment.network.milestones;
            reaches.push(Reach {
                shipment: TouchedShipment { id: row.id, title: judged.loaded.title.clone() },
                subjects: verdicts
                    .into_iter()
                    .filter(|verdict| !away(verdict.state))
                    .map(|verdict| verdict.subject)
                    .collect(),
                steps: milestones.iter().map(|milestone| milestone.step.clone()).collect(),
            });
        }
        Ok(reaches)
    }
}
