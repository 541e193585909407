// What expires when, against the shipments that need it. Pure.

import type { EvidenceView } from "../../lib/bindings/EvidenceView";
import type { NeedView } from "../../lib/bindings/NeedView";
import { dateOf, dayOf, type Scale, type Tick, x } from "../../lib/timeline";
import { matters } from "./library";

/** A day through which shipments need a document. */
export interface Mark {
  day: number;
  /** The document ends before it, and nothing else does for the requirement. */
  short: boolean;
  needs: NeedView[];
}

/** A document with its days; ends exclusive. */
export interface Row {
  view: EvidenceView;
  /** None where its day of issue is not known. */
  start: number | null;
  /** None where it does not expire. */
  end: number | null;
  marks: Mark[];
  /** Days that it ends too early for the last mark it falls short of; 0 where it does. */
  short: number;
}

/** The rows: documents that expire or are needed, the first to expire first. */
export function rows(shown: EvidenceView[], needs: NeedView[]): Row[] {
  const byDocument = new Map<string, NeedView[]>();
  for (const need of needs) {
    if (!need.through) continue;
    const list = byDocument.get(need.evidence);
    if (list) list.push(need);
    else byDocument.set(need.evidence, [need]);
  }
  return shown
    .filter((view) => view.evidence.expires || byDocument.has(view.evidence.id))
    .map((view) => row(view, byDocument.get(view.evidence.id) ?? []))
    .sort((a, b) => (a.end ?? Infinity) - (b.end ?? Infinity) || 0);
}

function row(view: EvidenceView, needs: NeedView[]): Row {
  const { issued, expires } = view.evidence;
  const end = expires ? dayOf(expires) + 1 : null;
  const days = new Map<number, NeedView[]>();
  for (const need of needs) {
    const day = dayOf(need.through ?? "");
    days.set(day, [...(days.get(day) ?? []), need]);
  }
  const marks = [...days]
    .sort(([a], [b]) => a - b)
    .map(([day, list]) => ({
      day,
      // Valid through the day before `end`; a need that another document meets is no alarm.
      short: end !== null && day >= end && list.some(matters),
      needs: list,
    }));
  const last = marks.findLast((mark) => mark.short);
  return {
    view,
    start: issued ? dayOf(issued) : null,
    end,
    marks,
    short: last && end !== null ? last.day - end + 1 : 0,
  };
}

/** The days shown: about half a year back, and to the last day that matters, three years at most. */
export function span(all: Row[], today: number): { from: number; to: number } {
  const from = Math.max(
    today - 183,
    Math.min(today - 31, ...all.map(({ start, end }) => start ?? end ?? today)),
  );
  const days = all.flatMap(({ end, marks }) => [end ?? today, ...marks.map(({ day }) => day)]);
  const to = Math.min(today + 3 * 366, Math.max(today + 183, ...days) + 14);
  return { from, to };
}

/** Where months begin, as many as have room: each, or every second, third, sixth or twelfth. */
export function monthTicks(scale: Scale, room: number): Tick[] {
  const step = [1, 2, 3, 6].find((months) => months * 30 * scale.perDay >= room) ?? 12;
  const ticks: Tick[] = [];
  let [year = 1970, month = 1] = dateOf(scale.first).split("-").map(Number);
  for (;;) {
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
    const day = dayOf(`${year}-${String(month).padStart(2, "0")}-01`);
    if (day >= scale.last) return ticks;
    if ((month - 1) % step === 0) ticks.push({ day, x: x(scale, day) });
  }
}

/** Where a bar lies within what is shown; `open` tells an end that is not its own. */
export function bar({ start, end }: Row, scale: Scale) {
  const from = Math.max(scale.first, Math.min(start ?? scale.first, scale.last));
  const to = Math.min(scale.last, Math.max(end ?? scale.last, scale.first));
  return {
    left: x(scale, from),
    width: Math.max(0, to - from) * scale.perDay,
    openStart: start === null || start < scale.first,
    openEnd: end === null || end > scale.last,
  };
}
