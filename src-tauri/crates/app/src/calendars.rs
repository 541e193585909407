//! Working calendars as the user's data: the list, changing one, taking one in from a file.

use crate::calendar_words::refused;
use crate::changes::Act;
use crate::failure::Failure;
use crate::office::App;
use crate::shipments::read_bytes;
use crate::views::{
    CalendarChoice, CalendarOrigin, CalendarPreview, CalendarUse, CalendarView, Calendars, Changes,
    LeftOut, NamedDay, SaveCalendar,
};
use chrono::{Datelike, NaiveDate};
use packs::IcsReading;
use readiness::{Calendar, CalendarId, Text};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use store::CalendarRow;

/// Years over which yearly events of a file are laid out: this one and the next ones.
const YEARS_AHEAD: i32 = 2;

impl App {
    /// Every calendar, where it comes from and who counts in it.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn calendars(&mut self) -> Result<Calendars, Failure> {
        let own: BTreeSet<CalendarId> = self
            .workspace
            .read()
            .calendars::<serde_json::Value>()?
            .into_iter()
            .map(|row| CalendarId(row.id))
            .collect();
        let known: Vec<Calendar> = self.library.calendars.values().cloned().collect();
        let mut uses = self.calendar_uses()?;
        let mut calendars: Vec<CalendarView> = known
            .into_iter()
            .map(|calendar| CalendarView {
                origin: match (
                    own.contains(&calendar.id),
                    self.shelf.builtin_calendar(&calendar.id),
                ) {
                    (false, _) => CalendarOrigin::BuiltIn,
                    (true, Some(_)) => CalendarOrigin::Changed,
                    (true, None) => CalendarOrigin::Own,
                },
                uses: uses.remove(&calendar.id).unwrap_or_default(),
                calendar,
            })
            .collect();
        calendars.sort_by(|a, b| a.calendar.title.en.cmp(&b.calendar.title.en));
        Ok(Calendars { calendars, today: self.today() })
    }

    /// Saves a calendar; the schedules that count in it are planned anew.
    ///
    /// # Errors
    /// Its data does not fit together, or the workspace cannot be written.
    pub fn save_calendar(&mut self, request: &SaveCalendar) -> Result<Changes, Failure> {
        let mut calendar = request.calendar.clone();
        let known = self.library.calendars.get(&calendar.id);
        if request.new && known.is_some() {
            return Err(Failure::Field {
                field: "id".to_owned(),
                message: Text::new(
                    format!("there is a calendar {} already; choose another id", calendar.id),
                    format!("已有日历 {}；请另选标识", calendar.id),
                ),
            });
        }
        if request.add_years {
            let mut whole = known.cloned().ok_or_else(|| unknown(&calendar.id))?;
            // What comes is looked at before it is mixed with what is known.
            calendar.title.clone_from(&whole.title);
            calendar.check().map_err(|error| refused(&error))?;
            whole.take_years(&calendar).map_err(|error| refused(&error))?;
            calendar = whole;
        }
        let Text { en, zh } = &mut calendar.title;
        if en.trim().is_empty() {
            en.clone_from(zh);
        } else if zh.trim().is_empty() {
            zh.clone_from(en);
        }
        calendar.check().map_err(|error| refused(&error))?;
        let id = calendar.id.clone();
        let stored = self.workspace.read().calendar::<serde_json::Value>(id.as_str())?.is_some();
        // The same as the one that came with the program: nothing takes its place.
        let as_built_in = self.shelf.builtin_calendar(&id) == Some(&calendar);
        let params = json!({ "calendar": id, "title": calendar.title });
        let act = Act { name: "calendar.save", params, shipment: None };
        let ((), changes) = self.act(&act, |write| {
            if !as_built_in {
                write.put_calendar(&CalendarRow { id: id.0.clone(), data: calendar })?;
            } else if stored {
                write.delete_calendar(id.as_str())?;
            }
            Ok(())
        })?;
        Ok(changes)
    }

    /// Removes a calendar of the user's own. Where it took the place of a built-in one, that one
    /// counts again.
    ///
    /// # Errors
    /// It is not the user's own, schedules count in it, or the workspace cannot be written.
    pub fn remove_calendar(&mut self, request: &CalendarChoice) -> Result<Changes, Failure> {
        let id = &request.calendar;
        let row = self.workspace.read().calendar::<serde_json::Value>(id.as_str())?;
        if row.is_none() {
            return Err(unknown(id));
        }
        let title = self
            .library
            .calendars
            .get(id)
            .map_or_else(|| Text::same(id.as_str()), |calendar| calendar.title.clone());
        if self.shelf.builtin_calendar(id).is_none()
            && let Some(uses) = self.calendar_uses()?.remove(id)
        {
            return Err(Failure::CalendarInUse {
                calendar: title,
                uses: uses.iter().map(used_by).collect(),
            });
        }
        let params = json!({ "calendar": id, "title": title });
        let act = Act { name: "calendar.remove", params, shipment: None };
        let ((), changes) = self.act(&act, |write| Ok(write.delete_calendar(id.as_str())?))?;
        Ok(changes)
    }

    /// What an iCalendar file holds, before anything is saved.
    ///
    /// # Errors
    /// The file cannot be read, or is refused with the place.
    pub fn preview_calendar(&self, path: &Path) -> Result<CalendarPreview, Failure> {
        let bytes = read_bytes(path, packs::MAX_ICS_BYTES as u64)?;
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let year = self.today().year();
        let reading = packs::read_ics(&file, &bytes, &(year..=year + YEARS_AHEAD))?;
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let title = reading.name.clone().unwrap_or(stem);
        let days = |of: &BTreeMap<NaiveDate, String>| {
            of.iter().map(|(day, title)| NamedDay { day: *day, title: title.clone() }).collect()
        };
        Ok(CalendarPreview {
            off: days(&reading.off),
            work: days(&reading.work),
            timed: reading.timed,
            cancelled: reading.cancelled,
            left_out: reading
                .troubles
                .iter()
                .map(|trouble| LeftOut {
                    line: trouble.line,
                    event: trouble.event.clone(),
                    why: trouble.why.clone(),
                })
                .collect(),
            calendar: self.proposed(&title, &reading),
            unmarked: reading.unmarked,
            file,
        })
    }

    /// A calendar of what was read, with an id that is free.
    fn proposed(&self, title: &str, reading: &IcsReading) -> Calendar {
        let words: Vec<String> = title
            .split(|c: char| !c.is_ascii_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_ascii_uppercase)
            .collect();
        let mut stem: String = words.join("-").chars().take(40).collect();
        if stem.is_empty() {
            stem = "CALENDAR".to_owned();
        }
        let free = |id: &CalendarId| !self.library.calendars.contains_key(id);
        let id = std::iter::once(CalendarId(stem.clone()))
            .chain((2..).map(|number: u32| CalendarId(format!("{stem}-{number}"))))
            .find(free)
            .unwrap_or_else(|| CalendarId(stem.clone()));
        Calendar {
            id,
            title: Text::same(title),
            first_year: reading.years.0,
            last_year: reading.years.1,
            off: reading.off.keys().copied().collect(),
            work: reading.work.keys().copied().collect(),
            quiet: Vec::new(),
            open_point: None,
        }
    }

    /// Who counts in each calendar. A shipment that cannot be judged is told in the list of
    /// shipments.
    fn calendar_uses(&mut self) -> Result<BTreeMap<CalendarId, Vec<CalendarUse>>, Failure> {
        let mut uses: BTreeMap<CalendarId, Vec<CalendarUse>> = BTreeMap::new();
        for row in self.workspace.read().shipments::<serde_json::Value>()? {
            let Ok(judged) = self.judge(&row.id, None) else { continue };
            let loaded = &judged.loaded;
            let schedule = judged.evaluation.schedule();
            let network = &loaded.shipment.network;
            let own: BTreeSet<&CalendarId> =
                loaded.frame.schedule.calendars.iter().map(|calendar| &calendar.id).collect();
            let mut here: BTreeMap<CalendarId, CalendarUse> = BTreeMap::new();
            let mut used = |id: &CalendarId, note: &mut dyn FnMut(&mut CalendarUse)| {
                // A calendar that came with the shipment's own file is another one.
                if !own.contains(id) {
                    note(here.entry(id.clone()).or_insert_with(|| CalendarUse {
                        shipment: loaded.id.clone(),
                        title: loaded.title.clone(),
                        milestones: Vec::new(),
                        parties: Vec::new(),
                        origin: false,
                        unknown_years: Vec::new(),
                    }));
                }
            };
            for (index, milestone) in network.milestones.iter().enumerate() {
                let Some(id) = &milestone.calendar else { continue };
                let years =
                    network.calendars.get(id).map(|known| known.first_year..=known.last_year);
                let done = milestone.closed || milestone.actual_finish.is_some();
                let spans =
                    schedule.planned_start(index).year()..=schedule.shown_finish(index).year();
                used(id, &mut |found| {
                    found.milestones.push(milestone.title.clone());
                    if let Some(known) = years.as_ref().filter(|_| !done) {
                        found.unknown_years.extend(spans.clone().filter(|y| !known.contains(y)));
                    }
                });
            }
            if let Some(id) = &network.origin_calendar {
                used(id, &mut |found| found.origin = true);
            }
            for (role, party) in &loaded.shipment.order.parties {
                if let Some(id) = &party.calendar {
                    used(id, &mut |found| found.parties.push(wording::role(*role)));
                }
            }
            for (id, mut found) in here {
                found.unknown_years.sort_unstable();
                found.unknown_years.dedup();
                uses.entry(id).or_default().push(found);
            }
        }
        Ok(uses)
    }
}

fn unknown(id: &CalendarId) -> Failure {
    Failure::Field {
        field: "calendar".to_owned(),
        message: Text::new(
            format!("there is no calendar {id} of your own"),
            format!("没有自有日历 {id}"),
        ),
    }
}

/// A shipment with what counts in the calendar there, as one line in both languages.
fn used_by(of: &CalendarUse) -> Text {
    let listed = |pick: fn(&Text) -> &str, comma: &str| {
        let names: Vec<&str> = of.milestones.iter().chain(&of.parties).map(pick).collect();
        names.join(comma)
    };
    if of.milestones.is_empty() && of.parties.is_empty() {
        return Text::same(&of.title);
    }
    Text::new(
        format!("{} ({})", of.title, listed(|text| &text.en, ", ")),
        format!("{}（{}）", of.title, listed(|text| &text.zh, "、")),
    )
}
