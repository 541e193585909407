// What the page "today" shows together, and where its rows lead. Pure.

import type { StartWhen } from "../../lib/bindings/StartWhen";
import type { TodayStart } from "../../lib/bindings/TodayStart";
import type { TodayTicket } from "../../lib/bindings/TodayTicket";
import type { WaitsFor } from "../../lib/bindings/WaitsFor";
import { href } from "../../lib/route.svelte";

const order: StartWhen[] = ["overdue", "today", "week"];

/** What to start, by how urgent it is; groups without a row are left out. */
export function byWhen(rows: TodayStart[]): { when: StartWhen; rows: TodayStart[] }[] {
  return order
    .map((when) => ({ when, rows: rows.filter((row) => row.when === when) }))
    .filter((group) => group.rows.length > 0);
}

const sides: WaitsFor[] = ["us", "party"];

/** Tickets by who has to act next, we first; a side nobody waits for is left out. */
export function byWaiting(rows: TodayTicket[]): { waitsFor: WaitsFor; rows: TodayTicket[] }[] {
  return sides
    .map((side) => ({ waitsFor: side, rows: rows.filter((row) => row.waits_for === side) }))
    .filter((group) => group.rows.length > 0);
}

/** A finding is shown in the checklist, a milestone in the schedule. */
export function placeOf(row: TodayStart): string {
  const { shipment: id, finding, milestone } = row;
  if (milestone !== null) {
    return href({ page: "shipment", id, tab: "delivery", item: milestone });
  }
  return href({ page: "shipment", id, tab: "checklist", ...(finding ? { item: finding } : {}) });
}
