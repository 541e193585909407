//! Changing the watch list: own signals, reviews, and what is watched no longer.

use crate::changes::Act;
use crate::failure::Failure;
use crate::office::{App, new_id};
use crate::views::{Changes, ReviewSignal, SaveSignal, WatchSignal};
use crate::watch::SignalNote;
use readiness::{
    CouldAffect, NextReview, Signal, SignalId, SignalReview, SignalStatus, StageReached, Text,
};
use serde_json::json;
use store::SignalRow;

/// The longest text, in characters.
const LONG: usize = 4_000;
/// The longest reference, in characters.
const SHORT: usize = 600;
/// The most entries of a list.
const MANY: usize = 40;

impl App {
    /// Adds a signal of the user's own, or changes one. Reviews recorded before stay.
    ///
    /// # Errors
    /// It is built in, a field does not fit, or the workspace cannot be written.
    pub fn save_signal(&mut self, request: &SaveSignal) -> Result<Changes, Failure> {
        let mut signal = trimmed(&request.signal);
        let note = if signal.id.as_str().is_empty() {
            signal.id = SignalId(format!("own-{}", new_id()));
            signal.noted_on = self.today();
            SignalNote::default()
        } else {
            let watched = self.watched_one(&signal.id)?;
            let Some(before) = &watched.note.own else { return Err(built_in()) };
            signal.noted_on = before.noted_on;
            watched.note
        };
        self.check_signal(&signal)?;
        let note = SignalNote { own: Some(signal.clone()), ..note };
        self.put_note("signal.save", &signal.id, &signal.claim.filled(), note)
    }

    /// Records that somebody looked at a signal today: what was found, the stage, when next.
    ///
    /// # Errors
    /// There is no such signal, a field does not fit, or the workspace cannot be written.
    pub fn review_signal(&mut self, request: &ReviewSignal) -> Result<Changes, Failure> {
        let watched = self.watched_one(&request.signal)?;
        let today = self.today();
        let by = needed("by", &request.by, Text::new("say who looked", "请填写复核人"))?;
        let found =
            needed("found", &request.found, Text::new("say what was found", "请填写查到的情况"))?;
        let reference = request.reference.as_deref().map(str::trim).filter(|text| !text.is_empty());
        short("by", &by, SHORT)?;
        short("found", &found, LONG)?;
        short("reference", reference.unwrap_or_default(), SHORT)?;
        let official = request.status == Some(SignalStatus::Official);
        if reference.is_none() && (official || request.stage.is_some()) {
            return Err(field(
                "reference",
                "name the source: a stage and an official confirmation rest on one",
                "请写明出处：阶段变化和官方确认须有依据",
            ));
        }
        if request.stage_on.is_some_and(|on| on > today) {
            return Err(field(
                "stage_on",
                "a stage is reached on a day that has come",
                "到达阶段的日期不能晚于今天",
            ));
        }
        match request.next {
            NextReview::On(day) if day <= today => {
                return Err(field("next", "the next review lies ahead", "下次复核日期须晚于今天"));
            }
            NextReview::Now(_) => {
                return Err(field("next", "choose a day to look again", "请选择下次复核日期"));
            }
            NextReview::On(_) | NextReview::Monthly => {}
        }
        let mut note = watched.note;
        note.reviews.push(SignalReview {
            on: today,
            by,
            found,
            reference: reference.map(str::to_owned),
            stage: request.stage.map(|stage| StageReached {
                stage,
                on: request.stage_on,
                source: reference.map(str::to_owned),
            }),
            status: request.status,
            next: request.next,
        });
        self.put_note("signal.review", &watched.base.id, &watched.base.claim, note)
    }

    /// Removes a signal of the user's own, with its reviews. Undo brings it back.
    ///
    /// # Errors
    /// It is built in, there is no such signal, or the workspace cannot be written.
    pub fn remove_signal(&mut self, id: &SignalId) -> Result<Changes, Failure> {
        let watched = self.watched_one(id)?;
        if watched.note.own.is_none() {
            return Err(built_in());
        }
        let params = json!({ "title": watched.base.claim });
        let act = Act { name: "signal.remove", params, shipment: None };
        let ((), changes) = self.act(&act, |write| Ok(write.delete_signal(id.as_str())?))?;
        Ok(changes)
    }

    /// Watches a signal no longer, or again. It is kept with its reviews either way.
    ///
    /// # Errors
    /// There is no such signal, or the workspace cannot be written.
    pub fn watch_signal(&mut self, request: &WatchSignal) -> Result<Changes, Failure> {
        let watched = self.watched_one(&request.signal)?;
        let note = SignalNote { hidden: !request.watched, ..watched.note };
        let name = if request.watched { "signal.show" } else { "signal.hide" };
        self.put_note(name, &watched.base.id, &watched.base.claim, note)
    }

    fn put_note(
        &mut self,
        name: &'static str,
        id: &SignalId,
        claim: &Text,
        note: SignalNote,
    ) -> Result<Changes, Failure> {
        let act = Act { name, params: json!({ "title": claim }), shipment: None };
        let row = SignalRow { id: id.0.clone(), data: note };
        let ((), changes) = self.act(&act, |write| Ok(write.put_signal(&row)?))?;
        Ok(changes)
    }

    /// Whether a signal of the user's own can be kept.
    fn check_signal(&self, signal: &Signal) -> Result<(), Failure> {
        // One language is enough: it stands for the other until that is written too.
        let either = |name: &str, text: &Text, missing: &Text| -> Result<(), Failure> {
            if text.is_blank() {
                return Err(Failure::Field { field: name.to_owned(), message: missing.clone() });
            }
            [&text.en, &text.zh].into_iter().try_for_each(|part| short(name, part, LONG))
        };
        either("claim", &signal.claim, &Text::new("say what is claimed", "请填写所称内容"))?;
        let verify = Text::new("say what would verify it", "请填写以何核实");
        either("would_verify", &signal.would_verify, &verify)?;
        let empty = Text::new("a text is empty", "文字为空");
        if let Some(detail) = &signal.detail {
            either("detail", detail, &empty)?;
        }
        for source in &signal.sources {
            either("sources", &source.text, &empty)?;
            short("sources", source.reference.as_deref().unwrap_or_default(), SHORT)?;
        }
        for target in &signal.could_affect {
            if let CouldAffect::Other(text) = target {
                either("could_affect", text, &empty)?;
            }
        }
        if signal.is_contradicted() || signal.contradicted_by.is_some() {
            return Err(field(
                "status",
                "record a review that says what contradicts it",
                "请以一次复核写明与之矛盾的说法",
            ));
        }
        if signal.status == SignalStatus::Official && signal.sources.is_empty() {
            return Err(field("sources", "name the official source", "请写明官方来源"));
        }
        let today = self.today();
        if signal.reached.iter().any(|reached| reached.on.is_some_and(|on| on > today)) {
            return Err(field(
                "reached",
                "a stage is reached on a day that has come",
                "到达阶段的日期不能晚于今天",
            ));
        }
        if signal.could_affect.len().max(signal.sources.len()).max(signal.reached.len()) > MANY {
            return Err(field("could_affect", "the list is too long", "列表过长"));
        }
        match signal.could_affect.iter().find(|one| !packs::has_target(&self.library, one)) {
            Some(unknown) => {
                let name = self.signal_target(unknown).title;
                Err(Failure::Field {
                    field: "could_affect".to_owned(),
                    message: Text::new(
                        format!("no pack in force has {}; write it in words", name.en),
                        format!("现行要求包中没有 {}；请用文字说明", name.zh),
                    ),
                })
            }
            None => Ok(()),
        }
    }
}

/// The same without blanks around its texts.
fn trimmed(signal: &Signal) -> Signal {
    let trim = |text: &Text| Text::new(text.en.trim(), text.zh.trim());
    let mut signal = signal.clone();
    signal.claim = trim(&signal.claim);
    signal.would_verify = trim(&signal.would_verify);
    signal.detail = signal.detail.as_ref().map(trim);
    for source in &mut signal.sources {
        source.text = trim(&source.text);
    }
    for target in &mut signal.could_affect {
        if let CouldAffect::Other(text) = target {
            *text = trim(text);
        }
    }
    signal
}

fn field(name: &str, en: &str, zh: &str) -> Failure {
    Failure::Field { field: name.to_owned(), message: Text::new(en, zh) }
}

fn built_in() -> Failure {
    field(
        "id",
        "this signal came with the program; record a review, or watch it no longer",
        "此信号为程序自带；可记录复核，或设为不再关注",
    )
}

fn needed(name: &str, text: &str, message: Text) -> Result<String, Failure> {
    match text.trim() {
        "" => Err(Failure::Field { field: name.to_owned(), message }),
        text => Ok(text.to_owned()),
    }
}

fn short(name: &str, text: &str, limit: usize) -> Result<(), Failure> {
    if text.chars().count() <= limit {
        return Ok(());
    }
    Err(Failure::Field {
        field: name.to_owned(),
        message: Text::new(
            format!("longer than {limit} characters"),
            format!("超过 {limit} 个字符"),
        ),
    })
}
