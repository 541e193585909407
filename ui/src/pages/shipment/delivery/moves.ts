// What a change of steps would move, in words. Pure.

import type { MilestonePreview } from "../../../lib/bindings/MilestonePreview";
import type { ShipmentView } from "../../../lib/bindings/ShipmentView";
import type { Text } from "../../../lib/bindings/Text";
import { dayOf, type Place, type PlanStep } from "../../../lib/timeline";
import type { Words } from "../../../lib/words";
import type { Format } from "../../../lib/words/format";

type ScheduleWords = Words["shipment"]["schedule"];

/** How many steps lie elsewhere; another float alone is not a move. */
function movedSteps(preview: MilestonePreview): number {
  return preview.moves.filter(
    ({ before, after }) => before.start !== after.start || before.finish !== after.finish,
  ).length;
}

/** The whole in a few sentences: steps, end, critical path, findings. */
export function summaryOf(preview: MilestonePreview, text: ScheduleWords): string {
  const path =
    preview.critical_before.join(" ") === preview.critical_after.join(" ") ? "" : text.critical;
  return [
    text.summary(movedSteps(preview), preview.end_moves),
    path,
    text.findings(preview.added.length, preview.removed.length),
  ]
    .filter((part) => part !== "")
    .join(" ");
}

/** Each step that moves, then each gate that stands otherwise, with what changes of it. */
export function movesOf(
  preview: MilestonePreview,
  text: ScheduleWords,
  format: Format,
  say: (text: Text) => string,
): { id: string; title: string; said: string }[] {
  const steps = preview.moves.map(({ milestone, title, before, after }) => {
    const parts: string[] = [];
    if (before.finish !== after.finish || before.start !== after.start) {
      parts.push(text.fromTo(format.monthDay(before.finish), format.monthDay(after.finish)));
    }
    if (before.total_float !== after.total_float) {
      parts.push(text.floatFromTo(before.total_float, after.total_float));
    }
    if (before.critical !== after.critical) {
      parts.push(after.critical ? text.becomesCritical : text.noLongerCritical);
    }
    return { id: milestone, title: say(title), said: format.list(parts) };
  });
  const gates = preview.gates.flatMap(({ milestone, title, before, after }) =>
    before === null || after === null || before[0] === after[0]
      ? []
      : [
          {
            id: `gate-${milestone}`,
            title: text.gate(say(title)),
            said: text.fromTo(format.monthDay(before[0]), format.monthDay(after[0])),
          },
        ],
  );
  return [...steps, ...gates];
}

/** Where the program says the steps would lie. */
export function placesOf(view: ShipmentView, preview: MilestonePreview): Map<string, Place> {
  const first = dayOf(view.schedule.start);
  return new Map(
    preview.moves
      .filter(({ before, after }) => before.start !== after.start || before.finish !== after.finish)
      .map(({ milestone, after }) => [
        milestone,
        { start: dayOf(after.start), end: first + after.end_day },
      ]),
  );
}

/** One step some days later, or earlier. */
export function movedBy({ id, start, end }: PlanStep, by: number): Map<string, Place> {
  return new Map([[id, { start: start + by, end: end + by }]]);
}
