// The worst of some counts, and how severities become shapes.

import type { Counts } from "./bindings/Counts";
import type { Severity } from "./bindings/Severity";

export const severities: Severity[] = ["blocker", "major", "minor", "info"];

/** The worst severity that is counted at all. */
export function worst(counts: Counts): Severity | null {
  return severities.find((severity) => counts[severity] > 0) ?? null;
}

export function total(counts: Counts): number {
  return severities.reduce((sum, severity) => sum + counts[severity], 0);
}
