// Stands in for the engine where changes of steps are looked at: what follows moves by as much, without calendars.

import type { MilestonePlace } from "../src/lib/bindings/MilestonePlace";
import type { MilestonePreview } from "../src/lib/bindings/MilestonePreview";
import type { PreviewMilestones } from "../src/lib/bindings/PreviewMilestones";
import type { ShipmentView } from "../src/lib/bindings/ShipmentView";
import { addDays, dateOf, dayOf, daysBetween, replan } from "../src/lib/timeline";
import { planSteps } from "../src/pages/shipment/delivery/rows";

/** What the changes would move. */
export function previewOf(view: ShipmentView, { edits }: PreviewMilestones): MilestonePreview {
  const steps = planSteps(view);
  const [trial] = edits;
  const step = view.schedule.milestones.find(({ id }) => id === trial?.milestone);
  const own = steps.find(({ id }) => id === step?.id);
  let places = new Map(steps.map(({ id, start, end }) => [id, { start, end }]));
  if (trial && step && own) {
    const more = (trial.edit.base_days ?? step.duration.base) - step.duration.base;
    const pinned = trial.edit.pinned_finish;
    const by = pinned === null ? 0 : daysBetween(step.finish, pinned);
    places = replan(steps, own.id, Math.max(0, own.end - own.start + more + by));
  }
  const first = dayOf(view.schedule.start);
  const moves = view.schedule.milestones.flatMap((one) => {
    const place = places.get(one.id);
    const was = steps.find(({ id }) => id === one.id);
    if (!place || !was || (place.start === was.start && place.end === was.end)) return [];
    const floats = { total_float: one.total_float, critical: one.critical };
    const before: MilestonePlace = {
      start: one.start,
      finish: one.finish,
      end_day: was.end - first,
      ...floats,
    };
    const finish = addDays(one.finish, place.end - was.end);
    const after = { start: dateOf(place.start), finish, end_day: place.end - first, ...floats };
    return [{ milestone: one.id, title: one.title, before, after }];
  });
  const end = Math.max(...[...places.values()].map((place) => place.end));
  const was = Math.max(...steps.map((one) => one.end));
  return {
    moves,
    critical_before: view.schedule.critical_path,
    critical_after: view.schedule.critical_path,
    gates: [],
    added: [],
    removed: [],
    changed: [],
    end_moves: end - was,
    end: addDays(view.schedule.end, end - was),
    counts: view.counts,
  };
}
