// Which shape stands for a finding or a verdict. Pure.

import type { FindingView } from "../../lib/bindings/FindingView";
import type { State } from "../../lib/bindings/State";
import type { VerdictView } from "../../lib/bindings/VerdictView";
import type { Status } from "../../components/StatusShape.svelte";

/** An unanswered question and an unchecked source have shapes of their own; else the severity. */
export function findingShape(view: FindingView): Status {
  if (view.finding.code === "unknown-fact") return "unknown";
  if (view.finding.code === "unverified") return "unverified";
  return view.finding.severity;
}

const STATES: Record<State, Status | null> = {
  gap: null,
  unknown: "unknown",
  unverified: "unverified",
  task: "task",
  ready: "ready",
  waived: "decided",
  "decided-not-applicable": "decided",
  "not-applicable": "task",
};

/** A gap has the shape of its severity. */
export function verdictShape(verdict: VerdictView): Status {
  return STATES[verdict.state] ?? verdict.severity;
}
