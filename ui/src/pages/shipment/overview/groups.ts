// Which findings stand at which gate, in the order in which they matter. Pure.

import type { FindingView } from "../../../lib/bindings/FindingView";
import type { GateView } from "../../../lib/bindings/GateView";
import type { Severity } from "../../../lib/bindings/Severity";

const RANK: Record<Severity, number> = { blocker: 0, major: 1, minor: 2, info: 3 };

/** A gate with the findings that stand at it, worst first. */
export interface GateGroup {
  gate: GateView;
  findings: FindingView[];
}

/** The left list of the overview. Each finding stands in it once. */
export interface Groups {
  chosen: GateGroup | null;
  /** Held gates before the chosen one. */
  earlier: GateGroup[];
  /** Held gates after it. */
  later: GateGroup[];
  /** Findings where no blocker stands, with the titles of their gates. */
  rest: { gates: GateView[]; findings: FindingView[] };
}

/** The gate shown first: the first held one, else the next one, else the last. */
export function firstGate(gates: GateView[]): string | null {
  const gate =
    gates.find(({ state }) => state === "held") ??
    gates.find(({ state }) => state !== "passed") ??
    gates.at(-1);
  return gate?.milestone ?? null;
}

/** Worst first; what starts first stays first among equals. */
export function worstFirst(findings: FindingView[]): FindingView[] {
  return findings.toSorted((a, b) => RANK[a.finding.severity] - RANK[b.finding.severity]);
}

/** Groups the findings around the chosen gate. */
export function groups(gates: GateView[], findings: FindingView[], chosen: string | null): Groups {
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const used = new Set<string>();
  const take = (gate: GateView): GateGroup => {
    const own = gate.findings
      .map((id) => byId.get(id))
      .filter((finding) => finding !== undefined && !used.has(finding.id));
    const found = own.filter((finding) => finding !== undefined);
    for (const finding of found) used.add(finding.id);
    return { gate, findings: worstFirst(found) };
  };
  const at = gates.findIndex((gate) => gate.milestone === chosen);
  const gate = gates[at];
  const own = gate === undefined ? null : take(gate);
  const held = (list: GateView[]): GateGroup[] =>
    list.filter((one) => one.counts.blocker > 0).map(take);
  const earlier = held(gates.slice(0, Math.max(0, at)));
  const later = held(gates.slice(at + 1));
  const rest = worstFirst(findings.filter((finding) => !used.has(finding.id)));
  const left = new Set(rest.map((finding) => finding.id));
  return {
    chosen: own,
    earlier,
    later,
    rest: { findings: rest, gates: gates.filter((one) => one.findings.some((id) => left.has(id))) },
  };
}

/** Findings with a day to start by, soonest first. */
export function startBy(findings: FindingView[]): (FindingView & { start: string })[] {
  return findings
    .flatMap((view) =>
      view.finding.start_by === null ? [] : [{ ...view, start: view.finding.start_by }],
    )
    .toSorted((a, b) => a.start.localeCompare(b.start));
}

/** Beyond this many days the meter is nearly empty. */
const FAR = 60;

/** How much of the time to the start day is used up. */
export function used(days: number): number {
  return Math.min(1, Math.max(0, 1 - days / FAR));
}

/** How a meter is coloured: by the engine's timing, and amber where a start is near. */
export function tone(view: FindingView): "ok" | "risk" | "late" {
  const { code, slack_days: days, timing } = view.finding;
  if (timing === "late" || (code === "deadline" && (days ?? 0) < 0)) return "late";
  if (timing === "at-risk" || (days !== null && days <= 3)) return "risk";
  return "ok";
}
