// Which shipments the list shows, and under which heading. Pure.

import type { ShipmentRow } from "../../lib/bindings/ShipmentRow";

export type Filter = "open" | "held" | "away" | "all";
export type GroupName = "held" | "later" | "open" | "passed" | "away";

export interface Group {
  name: GroupName;
  rows: ShipmentRow[];
}

const order: GroupName[] = ["held", "later", "open", "passed", "away"];

/** The gate that comes next. */
export function nextGate(row: ShipmentRow) {
  return row.next_gate === null ? undefined : row.gates[row.next_gate];
}

/** The first gate after the next one at which it is held. */
export function heldLater(row: ShipmentRow) {
  if (row.next_gate === null) return undefined;
  return row.gates.slice(row.next_gate + 1).find((gate) => gate.state === "held");
}

/** The heading that a shipment stands under. */
export function groupOf(row: ShipmentRow): GroupName {
  if (row.archived) return "away";
  const gate = nextGate(row);
  if (!gate) return "passed";
  if (gate.state === "held") return "held";
  return heldLater(row) ? "later" : "open";
}

/** Held at any gate, not only at the next one. */
function isHeld(row: ShipmentRow): boolean {
  return ["held", "later"].includes(groupOf(row));
}

function passes(row: ShipmentRow, filter: Filter): boolean {
  if (filter === "all") return true;
  if (filter === "away") return row.archived;
  if (filter === "held") return isHeld(row);
  return !row.archived;
}

/** How many shipments each filter lets through. */
export function countOf(rows: ShipmentRow[], filter: Filter): number {
  return rows.filter((row) => !row.failure && passes(row, filter)).length;
}

/** The shipments to show, in groups, each by the date of its next gate, or of the one that holds it. */
export function groups(rows: ShipmentRow[], filter: Filter, typed: string): Group[] {
  const parts = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const found = rows.filter((row) => {
    const text = `${row.title} ${row.reference} ${row.buyer} ${row.terms}`.toLowerCase();
    return !row.failure && passes(row, filter) && parts.every((part) => text.includes(part));
  });
  const date = (row: ShipmentRow) =>
    (groupOf(row) === "later" ? heldLater(row) : nextGate(row))?.date ?? "9999";
  return order
    .map((name) => ({
      name,
      rows: found
        .filter((row) => groupOf(row) === name)
        .sort((one, two) => date(one).localeCompare(date(two))),
    }))
    .filter((group) => group.rows.length > 0);
}
