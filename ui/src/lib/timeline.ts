// Geometry of the schedule: days as numbers, days to pixels, ticks, dependencies. Pure.

const DAY_MS = 86_400_000;

/** Days since 1970-01-01 of a date written YYYY-MM-DD. */
export function dayOf(date: string): number {
  const [year = 1970, month = 1, day = 1] = date.split("-").map(Number);
  return Math.round(Date.UTC(year, month - 1, day) / DAY_MS);
}

/** The date written YYYY-MM-DD of a day number. */
export function dateOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** A date some days later, or earlier. */
export function addDays(date: string, days: number): string {
  return dateOf(dayOf(date) + days);
}

/** Days from one date to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayOf(to) - dayOf(from);
}

/** Whether a text is a real day written YYYY-MM-DD. */
export function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dateOf(dayOf(text)) === text;
}

/** Maps days to pixels: `first` at 0. */
export interface Scale {
  first: number;
  last: number;
  perDay: number;
}

/** The scale that shows a span of days with some air, at least `least` pixels a day. */
export function fit(from: number, to: number, width: number, least: number): Scale {
  const first = from - weekday(from);
  const last = Math.max(to + 2, first + 14);
  return { first, last, perDay: Math.max(least, width / (last - first)) };
}

/** Pixels from the left of the beginning of a day. */
export function x(scale: Scale, day: number): number {
  return (day - scale.first) * scale.perDay;
}

/** Width of the whole span. */
export function widthOf(scale: Scale): number {
  return (scale.last - scale.first) * scale.perDay;
}

/** Day of the week, Monday is 0. */
export function weekday(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** A mark on the axis. */
export interface Tick {
  day: number;
  x: number;
}

/** Where months begin, the first one at the left edge, unless the next one would touch it. */
export function months(scale: Scale, room: number): Tick[] {
  const ticks: Tick[] = [{ day: scale.first, x: 0 }];
  for (let day = scale.first + 1; day < scale.last; day += 1) {
    if (!dateOf(day).endsWith("-01")) continue;
    const at = x(scale, day);
    if (ticks.length === 1 && at < room) ticks.length = 0;
    ticks.push({ day, x: at });
  }
  return ticks;
}

/** Mondays, as many as have room; single days where a day is wide enough. */
export function weeks(scale: Scale, room: number): Tick[] {
  const step = scale.perDay >= room ? 1 : 7 * Math.max(1, Math.ceil(room / (7 * scale.perDay)));
  const ticks: Tick[] = [];
  for (let day = scale.first; day < scale.last; day += step) ticks.push({ day, x: x(scale, day) });
  return ticks;
}

/** Neighbouring days as one span, its end exclusive. */
export function spans(days: number[]): { from: number; to: number }[] {
  const sorted = [...days].sort((a, b) => a - b);
  const out: { from: number; to: number }[] = [];
  for (const day of sorted) {
    const last = out.at(-1);
    if (last !== undefined && day <= last.to) last.to = day + 1;
    else out.push({ from: day, to: day + 1 });
  }
  return out;
}

/** A dependency read from `contract+20`, `mech-install(SS)+15` or `packing+2w`. */
export interface Link {
  from: string;
  startToStart: boolean;
  lag: number;
}

/** Reads a dependency; none where it is not one. */
export function readLink(text: string): Link | null {
  const match = /^([A-Za-z0-9_-]+)(\(SS\))?(?:\+(\d+)w?)?$/.exec(text);
  if (match === null) return null;
  return { from: match[1] ?? "", startToStart: match[2] !== undefined, lag: Number(match[3] ?? 0) };
}

/** A step as far as planning needs it; days exclusive of the end. */
export interface PlanStep {
  id: string;
  start: number;
  end: number;
  after: string[];
  fixed: boolean;
}

/** Where a step begins and ends. */
export interface Place {
  start: number;
  end: number;
}

function bound(link: Link, place: Place): number {
  return (link.startToStart ? place.start : place.end) + link.lag;
}

/**
 * A first look at what one step with another length does to those after it. Gaps that calendars
 * and pins make stay as they are; the engine's own plan replaces this once it is kept.
 */
export function replan(steps: PlanStep[], id: string, days: number): Map<string, Place> {
  const before = new Map(steps.map((step) => [step.id, step]));
  const after = new Map<string, Place>();
  const visiting = new Set<string>();
  const place = (step: PlanStep): Place => {
    const known = after.get(step.id);
    if (known !== undefined) return known;
    if (visiting.has(step.id)) return step;
    visiting.add(step.id);
    const links = step.after.map(readLink).filter((link) => link !== null);
    let was = -Infinity;
    let now = -Infinity;
    for (const link of links) {
      const from = before.get(link.from);
      if (from === undefined) continue;
      was = Math.max(was, bound(link, from));
      now = Math.max(now, bound(link, place(from)));
    }
    const shift = step.fixed || was === -Infinity ? 0 : now - was;
    const length = step.id === id ? days : step.end - step.start;
    const start = step.start + shift;
    const placed = { start, end: start + Math.max(0, length) };
    after.set(step.id, placed);
    return placed;
  };
  for (const step of steps) place(step);
  return after;
}

/** Only the places that differ from the plan. */
export function moved(steps: PlanStep[], places: Map<string, Place>): Map<string, Place> {
  const out = new Map<string, Place>();
  for (const step of steps) {
    const place = places.get(step.id);
    if (place !== undefined && (place.start !== step.start || place.end !== step.end)) {
      out.set(step.id, place);
    }
  }
  return out;
}

/** The bent line from the end of one bar to the start of another, in rows of one height. */
export function arrow(
  from: { x: number; y: number },
  to: { x: number; y: number },
  half: number,
): string {
  const turn = Math.max(from.x + 3, Math.min(to.x, from.x + 6));
  const down = to.y > from.y ? to.y - half : to.y + half;
  return `M${round(from.x)} ${round(from.y)}H${round(turn)}V${round(down)}${
    turn < to.x ? `H${round(to.x)}` : ""
  }`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
