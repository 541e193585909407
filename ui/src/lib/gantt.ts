// Rows of the Gantt chart and where they lie. Pure.

import { arrow, type Scale, widthOf, x } from "./timeline";

/** How a bar is drawn. */
export type BarTone = "critical" | "float" | "done" | "certificate" | "risk" | "late";

/** A row: a step, or a certificate with its lead time. Days are numbers, ends exclusive. */
export interface GanttRow {
  id: string;
  title: string;
  party: string;
  /** The planned days, in words. */
  when: string;
  tone: BarTone;
  start: number;
  end: number;
  /** From here a dashed line leads to the bar: the days before a start is due. */
  from: number | null;
  /** Latest end; a dashed line leads to it from the bar. */
  until: number | null;
  /** Beside the bar. */
  caption: string;
  /** How it stands, for screen readers. */
  note: string;
  shape: "blocker" | "major" | "minor" | "info" | null;
  /** Its days can be changed with the keys or by dragging. */
  editable: boolean;
  /** Where the baseline has it. */
  baseline?: { start: number; end: number } | null | undefined;
}

/** Rows under a heading. */
export interface GanttGroup {
  id: string;
  title: string;
  rows: GanttRow[];
}

/** A day marked through all rows. */
export interface GanttLine {
  day: number;
  label: string;
  held: boolean;
}

export const ROW = 24;
export const HEAD = 24;

/** The middle of each row, from the top of the first heading. */
export function middles(groups: GanttGroup[]): Map<string, number> {
  const out = new Map<string, number>();
  let top = 0;
  for (const group of groups) {
    top += HEAD;
    for (const row of group.rows) {
      out.set(row.id, top + ROW / 2);
      top += ROW;
    }
  }
  return out;
}

/** Lines for dependencies between rows that are shown. */
export function arrows(groups: GanttGroup[], links: [string, string][], scale: Scale): string[] {
  const middle = middles(groups);
  const rows = new Map(groups.flatMap((group) => group.rows).map((row) => [row.id, row]));
  return links.flatMap(([from, to]) => {
    const [a, b] = [rows.get(from), rows.get(to)];
    const [ya, yb] = [middle.get(from), middle.get(to)];
    if (a === undefined || b === undefined || ya === undefined || yb === undefined) return [];
    return [arrow({ x: x(scale, a.end), y: ya }, { x: x(scale, b.start), y: yb }, 6)];
  });
}

/** The labels that have room, before their line where they would be cut; what holds comes first. */
export function labelled(
  lines: GanttLine[],
  scale: Scale,
  width: (text: string) => number,
): (GanttLine & { before: boolean })[] {
  const taken: [number, number][] = [];
  const out: (GanttLine & { before: boolean })[] = [];
  for (const line of lines.toSorted((a, b) => Number(b.held) - Number(a.held))) {
    const at = x(scale, line.day);
    const long = width(line.label) + 12;
    const before = at + long > widthOf(scale);
    const [from, to] = before ? [at - long, at] : [at, at + long];
    const clash = taken.some(([start, end]) => from < end && to > start);
    // The name of an open gate beside a held line that found no room would be taken for that line's.
    taken.push(clash && line.held ? [at, at + long] : [from, to]);
    if (clash) continue;
    out.push({ ...line, before });
  }
  return out;
}

/** The row that a key leads to. */
export function goTo(groups: GanttGroup[], id: string | null, key: string): string | null {
  const rows = groups.flatMap((group) => group.rows);
  const at = rows.findIndex((row) => row.id === id);
  const targets: Record<string, number> = {
    ArrowDown: Math.min(rows.length - 1, at + 1),
    ArrowUp: Math.max(0, at - 1),
    Home: 0,
    End: rows.length - 1,
  };
  const target = targets[key];
  return target === undefined ? null : (rows[target]?.id ?? null);
}

/** What a key does in the chart. */
export type GanttAction =
  | { kind: "shift" | "move"; days: number }
  | { kind: "select"; id: string }
  | { kind: "open" | "keep" | "discard" };

/** What a key does; none where it does nothing here. */
export function ganttKey(
  { key, altKey, shiftKey }: Pick<KeyboardEvent, "key" | "altKey"> & { shiftKey?: boolean },
  groups: GanttGroup[],
  selected: string | null,
  pending: boolean,
): GanttAction | null {
  if (altKey || shiftKey === true) {
    const days = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
    if (days !== 0) {
      return selected === null ? null : { kind: altKey ? "shift" : "move", days };
    }
    if (altKey) return null;
  }
  if (key === "Escape") return pending ? { kind: "discard" } : null;
  if (key === "Enter" && pending) return { kind: "keep" };
  if (key === "Enter") return selected === null ? null : { kind: "open" };
  const id = goTo(groups, selected, key);
  return id === null ? null : { kind: "select", id };
}
