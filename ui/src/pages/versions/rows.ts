// Which shipments could take other versions, and which of them are looked at. Pure.

import type { Counts } from "../../lib/bindings/Counts";
import type { Fate } from "../../lib/bindings/Fate";
import type { GivenView } from "../../lib/bindings/GivenView";
import type { PackUpgrade } from "../../lib/bindings/PackUpgrade";
import type { UpgradeRow } from "../../lib/bindings/UpgradeRow";
import type { Severity } from "../../lib/bindings/Severity";
import { severities } from "../../lib/severity";

/** Those that could take newer versions, and those that the user said no for. */
export function sides(rows: UpgradeRow[]): { open: UpgradeRow[]; declined: UpgradeRow[] } {
  return {
    open: rows.filter((row) => !row.declined),
    declined: rows.filter((row) => row.declined),
  };
}

/** The shipments among these ids that could still take something, in the list's order. */
export function present(rows: UpgradeRow[], ids: string[]): string[] {
  return rows.map((row) => row.shipment).filter((id) => ids.includes(id));
}

/** What the user gave, by what becomes of it. */
export function byFate(given: GivenView[]): Record<Fate, GivenView[]> {
  const of = (fate: Fate) => given.filter((one) => one.fate === fate);
  return { "set-aside": of("set-aside"), "carried-over": of("carried-over"), kept: of("kept") };
}

/** The counts that stand before or after; blockers always, since they hold the gates. */
export function countPairs(before: Counts, after: Counts): [Severity, number, number][] {
  return severities
    .map((one): [Severity, number, number] => [one, before[one], after[one]])
    .filter(([one, was, now]) => one === "blocker" || was + now > 0);
}

/** No requirement of the pack differs: only its text or its number. */
export function unchanged(pack: PackUpgrade): boolean {
  return [pack.added, pack.removed, pack.changed, pack.moved].every((list) => list.length === 0);
}
