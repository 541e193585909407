// Quiet periods of the plants that a schedule runs into, with the milestones concerned. Pure.

import type { DaySpan } from "../../lib/bindings/DaySpan";
import type { MilestoneView } from "../../lib/bindings/MilestoneView";
import type { Text } from "../../lib/bindings/Text";

export interface QuietPeriod extends DaySpan {
  titles: Text[];
}

/** The periods in their order; of one milestone alone where it is named. */
export function quietPeriods(
  milestones: Pick<MilestoneView, "id" | "title" | "quiet">[],
  only?: string,
): QuietPeriod[] {
  const spans = new Map<string, QuietPeriod>();
  for (const { id, title, quiet } of milestones) {
    if (only !== undefined && id !== only) continue;
    for (const { from, to } of quiet) {
      const span = spans.get(`${from} ${to}`) ?? { from, to, titles: [] };
      span.titles.push(title);
      spans.set(`${from} ${to}`, span);
    }
  }
  return [...spans.values()].sort((a, b) => a.from.localeCompare(b.from));
}
