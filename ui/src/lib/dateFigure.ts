// Geometry of the small figure that shows why a date matters: laws, slack, lead time, the day needed. Pure.

import { dayOf } from "./timeline";

/** What the figure shows. Dates are written YYYY-MM-DD. */
export interface FigureInput {
  today: string;
  startBy: string | null;
  need: string;
  /** Days at best and at worst. */
  lead: [number, number] | null;
  laws: { cite: string; from: string | null; until: string | null }[];
}

/** A horizontal span in pixels. */
export interface Stretch {
  x: number;
  width: number;
}

/** A day named under the figure. */
export interface Mark {
  kind: "today" | "start" | "need";
  date: string;
  x: number;
  anchor: "start" | "middle" | "end";
  /** 0 or 1: the second line is for what would touch its neighbour. */
  line: number;
}

/** Everything placed. */
export interface Figure {
  laws: (Stretch & { cite: string; current: boolean })[];
  changes: { x: number; date: string; anchor: "start" | "middle" | "end" }[];
  slack: Stretch | null;
  /** The days by which it is too late. */
  overdue: Stretch | null;
  /** Lead time at best, and what it may take beyond. */
  lead: Stretch | null;
  leadMore: Stretch | null;
  marks: Mark[];
  lines: number;
}

const LABEL = 88;
const EDGE = 4;

/** Rough width of a text at 11 px: Chinese characters are twice as wide. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, char) => sum + ((char.codePointAt(0) ?? 0) > 0x2e7f ? 11 : 6.1), 0);
}

function anchorAt(x: number, width: number): "start" | "middle" | "end" {
  if (x < LABEL / 2) return "start";
  return x > width - LABEL / 2 ? "end" : "middle";
}

function extent(x: number, anchor: "start" | "middle" | "end"): [number, number] {
  if (anchor === "start") return [x, x + LABEL];
  return anchor === "end" ? [x - LABEL, x] : [x - LABEL / 2, x + LABEL / 2];
}

/** Places everything in a width. */
export function figure(input: FigureInput, width: number): Figure {
  const today = dayOf(input.today);
  const need = dayOf(input.need);
  const start = input.startBy === null ? null : dayOf(input.startBy);
  const late = start !== null && start < today;
  const [shortest, longest] = input.lead ?? [0, 0];
  const begin = late || start === null ? today : start;
  const changes = input.laws.flatMap((law) => (law.from === null ? [] : [dayOf(law.from)]));
  const first = Math.min(today, start ?? today, need);
  const last = Math.max(need, begin + longest, ...changes.map((day) => day + 10)) + 4;
  const inner = Math.max(1, width - EDGE * 2);
  const at = (day: number): number =>
    EDGE + (Math.min(last, Math.max(first, day)) - first) * (inner / (last - first));
  const stretch = (from: number, to: number): Stretch | null =>
    at(to) - at(from) < 1 ? null : { x: at(from), width: at(to) - at(from) };

  const laws = input.laws.flatMap((law) => {
    const from = law.from === null ? first : dayOf(law.from);
    const until = law.until === null ? last : dayOf(law.until) + 1;
    const span = stretch(from, until);
    return span === null
      ? []
      : [{ ...span, cite: law.cite, current: from <= need && need < until }];
  });

  const days: { kind: Mark["kind"]; day: number; date: string }[] = [
    { kind: "today", day: today, date: input.today },
    ...(start === null || input.startBy === null || start === today
      ? []
      : [{ kind: "start" as const, day: start, date: input.startBy }]),
    { kind: "need", day: need, date: input.need },
  ];
  days.sort((a, b) => a.day - b.day);
  const taken = [-Infinity, -Infinity, -Infinity];
  const marks = days.map(({ kind, day, date }): Mark => {
    const x = at(day);
    const anchor = anchorAt(x, width);
    const [from, to] = extent(x, anchor);
    const line = Math.max(
      0,
      taken.findIndex((end) => end <= from),
    );
    taken[line] = to;
    return { kind, date, x, anchor, line };
  });

  return {
    laws,
    changes: input.laws.flatMap((law) =>
      law.from === null || dayOf(law.from) <= first
        ? []
        : [
            {
              x: at(dayOf(law.from)),
              date: law.from,
              anchor: anchorAt(at(dayOf(law.from)), width),
            },
          ],
    ),
    slack: !late && start !== null ? stretch(today, start) : null,
    overdue: late ? stretch(start, today) : null,
    lead: input.lead === null ? null : stretch(begin, begin + shortest),
    leadMore: input.lead === null ? null : stretch(begin + shortest, begin + longest),
    marks,
    lines: Math.max(...marks.map(({ line }) => line)) + 1,
  };
}
