//! Milestones of the user's own, and taking milestones out.

use crate::changes::Act;
use crate::failure::Failure;
use crate::judged::{Loaded, network_of};
use crate::office::App;
use crate::schedule::unplannable;
use crate::stored::{Frame, link};
use crate::views::{AddMilestone, Changes, MilestoneChoice, MilestoneEdit};
use packs::TemplateMilestone;
use readiness::{Link, LinkKind, MAX_DAYS, MilestoneId, Network, Planner, Step, Text};
use serde_json::json;
use std::collections::BTreeMap;
use store::{MilestoneEditRow, ShipmentRow};

/// The kind of a milestone that no template knows.
const OWN: &str = "own";
/// The most characters of a title.
const TITLE: usize = 200;

fn field(field: &str, en: &str, zh: &str) -> Failure {
    Failure::Field { field: field.to_owned(), message: Text::new(en, zh) }
}

/// An edit as it is kept. The links shown are those that the Incoterm leaves; what it leads
/// around is not the user's to keep, or another Incoterm could not lead it otherwise. Links as
/// they are laid down anyway are no edit at all.
///
/// # Errors
/// A predecessor is not written as one.
pub(crate) fn as_kept(
    loaded: &Loaded,
    id: &MilestoneId,
    edit: &MilestoneEdit,
) -> Result<MilestoneEdit, Failure> {
    let before = loaded.edits.get(id).and_then(|before| before.after.as_ref());
    let Some(shown) = edit.after.as_ref().filter(|after| before != Some(*after)) else {
        return Ok(edit.clone());
    };
    let wanted = shown.iter().map(|text| link(text)).collect::<Result<Vec<_>, _>>()?;
    let rule = loaded.frame.order.incoterm;
    let laid = laid(loaded, &loaded.edits)?;
    let unedited = self::laid(loaded, &BTreeMap::new())?;
    let own = unedited.milestones.iter().find(|milestone| milestone.id == *id);
    let untouched = own.is_some_and(|own| laid.links_under(rule, id, &own.after) == wanted);
    let links = laid.links_for(rule, id, &wanted);
    let after = (!untouched).then(|| links.iter().map(ToString::to_string).collect());
    Ok(MilestoneEdit { after, ..edit.clone() })
}

/// The schedule of a shipment with these edits, before its Incoterm moves anything.
///
/// # Errors
/// The schedule no longer fits its template.
fn laid(loaded: &Loaded, edits: &BTreeMap<MilestoneId, MilestoneEdit>) -> Result<Network, Failure> {
    let mut frame = loaded.frame.clone();
    frame.order.incoterm = None;
    let (network, _) = network_of(&frame, edits, &loaded.shipment.products, &loaded.library)?;
    Ok(network)
}

/// The next of `own-1`, `own-2`, … that no milestone of the shipment ever had: calendars that were
/// sent, baselines and scenarios name them.
fn free_id(network: &Network, last: u32) -> (MilestoneId, u32) {
    let taken = |id: &MilestoneId| network.milestones.iter().any(|other| other.id == *id);
    let mut number = last.saturating_add(1);
    loop {
        let id = MilestoneId(format!("{OWN}-{number}"));
        if !taken(&id) {
            return (id, number);
        }
        number = number.saturating_add(1);
    }
}

impl App {
    /// Adds a milestone of the user's own.
    ///
    /// # Errors
    /// Its title or days do not fit, a predecessor or calendar is missing, milestones would wait
    /// for each other, or the workspace cannot be written; nothing is saved then.
    pub fn add_milestone(&mut self, request: &AddMilestone) -> Result<Changes, Failure> {
        let title = Text::new(request.title.en.trim(), request.title.zh.trim());
        if title.en.is_empty() || title.zh.is_empty() {
            return Err(field("title", "give the step a title", "请填写步骤名称"));
        }
        if title.en.chars().count() > TITLE || title.zh.chars().count() > TITLE {
            return Err(field("title", "at most 200 characters", "最多 200 个字符"));
        }
        let days = request.duration;
        if !(days.shortest <= days.base && days.base <= days.longest && days.longest <= MAX_DAYS) {
            return Err(field(
                "days",
                "the planned days have to lie between the shortest and the longest, and these within 0 to 3650",
                "计划天数须介于最短与最长天数之间，且均在 0 至 3650 之内",
            ));
        }
        if request.consignment.is_some_and(|number| !(1..=99).contains(&number)) {
            return Err(field("consignment", "1 to 99", "1 至 99"));
        }
        let loaded = self.load(&request.shipment)?;
        let (id, number) = free_id(&loaded.shipment.network, loaded.frame.last_own);
        let own = TemplateMilestone {
            id: id.clone(),
            step: Some(Step::from(OWN)),
            title: Some(title.clone()),
            roles: Some(request.roles.clone()),
            gate: Some(false),
            stands_for: Vec::new(),
            consignment: request.consignment,
            listed_only: false,
            mode: None,
            days,
            calendar: request.calendar.clone(),
            after: request.after.iter().map(|text| link(text)).collect::<Result<_, _>>()?,
        };
        let mut network = loaded.shipment.network.clone();
        let added = packs::milestone(&own, "", &loaded.library.steps)
            .map_err(|message| Failure::Field { field: "step".to_owned(), message })?;
        network.milestones.push(added);
        // Links as the schedule lays them down: what the Incoterm moves is not the user's to keep.
        let laid = laid(&loaded, &loaded.edits)?;
        let mut edits = Vec::new();
        for other in &request.before {
            let waits = network
                .milestones
                .iter_mut()
                .find(|milestone| milestone.id == *other)
                .ok_or_else(|| Failure::NoMilestone { id: other.0.clone() })?;
            let link =
                Link { from: id.clone(), kind: LinkKind::FinishToStart, lag: 0, working: false };
            let own = laid.milestones.iter().find(|milestone| milestone.id == *other);
            let mut after = own.unwrap_or(&*waits).after.clone();
            after.push(link.clone());
            waits.after.push(link);
            let mut edit = loaded.edits.get(other).cloned().unwrap_or_default();
            edit.after = Some(after.iter().map(ToString::to_string).collect());
            edits.push((other.clone(), edit));
        }
        Planner::new(&network).map_err(|error| unplannable(&loaded, &network, &error))?;
        let mut row = self.row(&request.shipment)?;
        row.data.schedule.add.push(own);
        row.data.last_own = number;
        self.save_frame("milestone.add", &title, &row, &edits, None)
    }

    /// Takes a milestone out: one of the user's own for good, one of the template's out of this
    /// shipment.
    ///
    /// # Errors
    /// There is no such milestone, others wait for it, or the workspace cannot be written; nothing
    /// is saved then.
    pub fn remove_milestone(&mut self, request: &MilestoneChoice) -> Result<Changes, Failure> {
        let id = &request.milestone;
        let loaded = self.load(&request.shipment)?;
        let mut network = loaded.shipment.network.clone();
        let position = network
            .milestones
            .iter()
            .position(|milestone| milestone.id == *id)
            .ok_or_else(|| Failure::NoMilestone { id: id.0.clone() })?;
        let removed = network.milestones.remove(position);
        let waiting: Vec<Text> = network
            .milestones
            .iter()
            .filter(|milestone| milestone.after.iter().any(|link| link.from == *id))
            .map(|milestone| milestone.title.clone())
            .collect();
        if !waiting.is_empty() {
            let names = |pick: fn(&Text) -> &str, comma: &str| {
                waiting.iter().map(pick).collect::<Vec<_>>().join(comma)
            };
            let (en, zh) = (names(|text| &text.en, ", "), names(|text| &text.zh, "、"));
            return Err(Failure::Schedule {
                message: Text::new(
                    format!(
                        "These steps wait for {}: {en}. Give them another predecessor first.",
                        removed.title.en
                    ),
                    format!("以下步骤以“{}”为前项：{zh}。请先为其另定前项。", removed.title.zh),
                ),
            });
        }
        Planner::new(&network).map_err(|error| unplannable(&loaded, &network, &error))?;
        let mut row = self.row(&request.shipment)?;
        let schedule = &mut row.data.schedule;
        let own = schedule.add.iter().any(|milestone| milestone.id == *id);
        schedule.add.retain(|milestone| milestone.id != *id);
        schedule.milestones.remove(id);
        schedule.dates.remove(&Step(id.0.clone()));
        if !own {
            schedule.leave_out.push(id.clone());
        }
        let edited = loaded.edits.contains_key(id).then_some(id);
        self.save_frame("milestone.remove", &removed.title, &row, &[], edited)
    }

    fn save_frame(
        &mut self,
        name: &'static str,
        title: &Text,
        row: &ShipmentRow<Frame>,
        edits: &[(MilestoneId, MilestoneEdit)],
        unedit: Option<&MilestoneId>,
    ) -> Result<Changes, Failure> {
        let act = Act { name, params: json!({ "title": title }), shipment: Some(&row.id) };
        let ((), changes) = self.act(&act, |write| {
            write.update_shipment(row)?;
            for (milestone, edit) in edits {
                write.put_milestone_edit(&MilestoneEditRow {
                    shipment_id: row.id.clone(),
                    milestone: milestone.0.clone(),
                    data: edit.clone(),
                })?;
            }
            if let Some(milestone) = unedit {
                write.delete_milestone_edit(&row.id, milestone.as_str())?;
            }
            Ok(())
        })?;
        Ok(changes)
    }
}
