//! B10: a bar dragged by a day on a schedule of 1,000 milestones: what moves, before it is saved.

use crate::Outcome;
use crate::measure::{Side, Times, in_turn, timed};
use crate::random::Seeded;
use crate::results::{Against, Goal, Line, Row};
use app::App;
use app::views::{MilestoneEdit, MilestoneTrial, PreviewMilestones, ShipmentQuery};
use chrono::DateTime;
use std::fmt::Write as _;
use std::time::Duration;

/// Milestones besides the template's 23.
const OWN: usize = 977;
const ROUNDS: usize = 101;
/// One picture at 60 a second.
const FRAME: Duration = Duration::from_millis(16);

/// Runs the row.
pub(crate) fn row() -> Outcome<Row> {
    let folder = tempfile::tempdir_in(crate::places::inputs()?)?;
    let clock = || DateTime::parse_from_rfc3339("2026-11-24T12:00:00+08:00").unwrap_or_default();
    let workspace = folder.path().join("workspace");
    let mut app = App::open_with(&workspace, Box::new(clock), app::builtin_packs())?;
    let file = folder.path().join("order.yaml");
    std::fs::write(&file, order()?)?;
    let id = app.import_shipment(&file)?.shipment;
    let query = ShipmentQuery { shipment: id.clone(), on: None };
    let view = app.shipment_view(&query)?;
    let count = view.schedule.milestones.len();
    let mut days = 90u16;
    let mut request = || {
        // Every step asks for other days than the one before.
        days = if days > 140 { 91 } else { days + 1 };
        let edit = MilestoneEdit { base_days: Some(days), ..MilestoneEdit::default() };
        let edits = vec![MilestoneTrial { milestone: "mt-production".into(), edit }];
        PreviewMilestones { shipment: id.clone(), on: None, edits }
    };
    let moved = app.preview_milestones(&request())?.moves.len();
    let mut sides: Vec<Side<'_>> = vec![Box::new(|| {
        let request = request();
        let (took, preview) = timed(|| app.preview_milestones(&request));
        preview?;
        Ok(took)
    })];
    let times = in_turn(ROUNDS, &mut sides)?.remove(0);
    drop(sides);
    if app.shipment_view(&query)? != view {
        return Err("looking at a change has changed the shipment".into());
    }
    Ok(Row {
        title: "B10 – a bar dragged by a day, planned and judged again",
        method: vec![format!(
            "A shipment of {count} milestones (the template of one machine and own steps in layers, links with lags, a third in working days), judged by the built-in packs. Each step asks for other planned days of the build, on which {moved} milestones hang: planned, judged, compared with what stands, put into words and taken back (`App::preview_milestones`)."
        )],
        same: vec!["after all steps the window shows the shipment as before them.".to_owned()],
        lines: vec![Line {
            id: "B10.drag",
            ours: "one step of a drag (`App::preview_milestones`)",
            times,
            other: "one picture at 60 a second",
            against: Against::Times(Times::new(vec![FRAME])),
            goal: Goal::AtMost(1.0),
        }],
        parts: Vec::new(),
    })
}

/// A shipment file with many steps of its own after the build.
fn order() -> Outcome<String> {
    let mut seed = Seeded::new(0xb10);
    let mut text = "format: shipshape-shipment/1
order: {reference: A, market: eu, country: DE, incoterm: CIP}
products:
  - {model: QD-G4025, category: gantry}
schedule:
  template: mt
  start: 2026-09-01
  add:
"
    .to_owned();
    for number in 0..OWN {
        let layer = number / 40;
        let from = if layer == 0 {
            "mt-production".to_owned()
        } else {
            format!("step-{}", (layer - 1) * 40 + seed.below(40))
        };
        let days = seed.between(1, 4);
        let calendar = if seed.chance(33) { ", calendar: CN-2027-MIN" } else { "" };
        writeln!(
            text,
            "    - {{id: step-{number}, step: own, title: {{en: Step {number}, zh: 步骤 {number}}}, days: {{shortest: 1, base: {days}, longest: 9}}, after: [{from}+{}]{calendar}}}",
            seed.below(3)
        )?;
    }
    Ok(text)
}
