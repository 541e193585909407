// The rows of the checklist: findings, or all that is judged, grouped and found. Pure.

import type { FindingView } from "../../../lib/bindings/FindingView";
import type { GateView } from "../../../lib/bindings/GateView";
import type { Severity } from "../../../lib/bindings/Severity";
import type { ShipmentView } from "../../../lib/bindings/ShipmentView";
import type { State } from "../../../lib/bindings/State";
import type { Text } from "../../../lib/bindings/Text";
import type { VerdictView } from "../../../lib/bindings/VerdictView";

/** What is listed. */
export type Mode = "findings" | "all";
/** How it is grouped. */
export type GroupBy = "gate" | "pack" | "kind";

/** A line of the list: a finding, or a verdict with the worst of its findings. */
export interface Row {
  id: string;
  title: Text;
  finding: FindingView | null;
  verdict: VerdictView | null;
}

/** Rows under a heading. */
export interface RowGroup {
  key: string;
  /** None for what belongs to no gate or pack. */
  title: Text | null;
  date: string | null;
  /** How many of all that is judged there are ready. */
  ready: number;
  all: number;
  rows: Row[];
}

/** States in which nothing is left to do. */
const SETTLED: readonly State[] = ["ready", "waived", "decided-not-applicable"];

/** The verdict that a finding belongs to, if there is one. */
export function verdictOf(view: ShipmentView, finding: FindingView): VerdictView | null {
  return view.verdicts.find((verdict) => verdict.findings.includes(finding.id)) ?? null;
}

function findingsOf(view: ShipmentView, verdict: VerdictView): FindingView[] {
  return view.findings.filter((finding) => verdict.findings.includes(finding.id));
}

/** All rows of a mode, in the engine's order. */
export function rows(view: ShipmentView, mode: Mode): Row[] {
  const findings = view.findings.map((finding) => ({
    id: finding.id,
    title: finding.title,
    finding,
    verdict: verdictOf(view, finding),
  }));
  if (mode === "findings") return findings;
  const judged = view.verdicts.map((verdict) => ({
    id: verdict.id,
    title: verdict.title,
    finding: findingsOf(view, verdict)[0] ?? null,
    verdict,
  }));
  return [...findings.filter((row) => row.verdict === null), ...judged];
}

/** The row with an id; a finding's id finds the row of its verdict, too. */
export function rowOf(list: Row[], id: string | null): Row | null {
  if (id === null) return null;
  return (
    list.find((row) => row.id === id) ??
    list.find((row) => row.verdict?.findings.includes(id) ?? false) ??
    null
  );
}

/** Whether a row has all the words looked for, in either language. */
export function matches(row: Row, query: string): boolean {
  const text = [
    row.title.en,
    row.title.zh,
    row.id,
    row.finding?.kind.en,
    row.finding?.kind.zh,
    row.verdict?.rule.en,
    row.verdict?.rule.zh,
  ]
    .join(" ")
    .toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => text.includes(word));
}

interface Heading {
  key: string;
  title: Text | null;
  date: string | null;
}

type Titles = (id: string) => Text | null;

/** The gate of a row: its own, or the first one at or after the day on which it is needed. */
function gateOf(view: ShipmentView, row: Row): GateView | null {
  const { finding, verdict } = row;
  const own = finding?.gate ?? verdict?.gate ?? verdict?.milestone ?? null;
  const gate = view.gates.find((one) => one.milestone === own);
  if (gate !== undefined) return gate;
  const need = finding?.finding.need_plan ?? verdict?.need_plan ?? null;
  const part = finding?.finding.consignment ?? verdict?.consignment ?? null;
  if (need === null) return null;
  const ahead = view.gates.filter(
    (one) => one.date >= need && (part === null || (one.consignment ?? part) === part),
  );
  return ahead.toSorted((a, b) => a.date.localeCompare(b.date))[0] ?? null;
}

function heading(view: ShipmentView, by: GroupBy, packs: Titles, row: Row): Heading {
  if (by === "kind") {
    const kind = row.finding?.kind ?? null;
    return { key: kind?.en ?? row.verdict?.state ?? "", title: kind, date: null };
  }
  if (by === "pack") {
    const id = row.finding?.pack ?? row.verdict?.pack ?? null;
    return { key: id ?? "", title: id === null ? null : packs(id), date: null };
  }
  const gate = gateOf(view, row);
  return { key: gate?.milestone ?? "", title: gate?.title ?? null, date: gate?.date ?? null };
}

function position(view: ShipmentView, by: GroupBy, key: string): number {
  if (key === "") return Number.MAX_SAFE_INTEGER;
  if (by !== "gate") return 0;
  return view.gates.findIndex((gate) => gate.milestone === key);
}

const WORST: Record<Severity, number> = { blocker: 0, major: 1, minor: 2, info: 3 };

function weight(row: Row): number {
  if (row.finding !== null) return WORST[row.finding.finding.severity];
  const state = row.verdict?.state;
  return state !== undefined && SETTLED.includes(state) ? 6 : 5;
}

/** Groups rows; within a group the worst come first. */
export function grouped(view: ShipmentView, list: Row[], by: GroupBy, packs: Titles): RowGroup[] {
  const out = new Map<string, RowGroup>();
  const open = (head: Heading): RowGroup => {
    const known = out.get(head.key);
    if (known !== undefined) return known;
    const group = { ...head, ready: 0, all: 0, rows: [] };
    out.set(head.key, group);
    return group;
  };
  for (const row of list) open(heading(view, by, packs, row)).rows.push(row);
  for (const row of rows(view, "all")) {
    const group = out.get(heading(view, by, packs, row).key);
    if (group === undefined) continue;
    group.all += 1;
    if (row.verdict !== null && SETTLED.includes(row.verdict.state)) group.ready += 1;
  }
  for (const group of out.values()) group.rows.sort((a, b) => weight(a) - weight(b));
  return [...out.values()].sort((a, b) => position(view, by, a.key) - position(view, by, b.key));
}

/** The row after or before another in the order shown; stops at the ends. */
export function neighbour(order: Row[], id: string | null, by: number): Row | null {
  const at = order.findIndex((row) => row.id === id);
  if (at === -1) return order[0] ?? null;
  return order[Math.min(order.length - 1, Math.max(0, at + by))] ?? null;
}
