// The channel: a line through gates, with the ship at today. Pure.

import { dayOf } from "./timeline";

/** How a gate stands; `behind` is clear itself, but an earlier one is held. */
export type ChannelState = "passed" | "open" | "held" | "behind";

/** A gate as the strips draw it. */
export interface ChannelGate {
  id: string;
  title: string;
  /** The day it starts, when things are needed. */
  date: string;
  /** Its last day: when it is passed. */
  finish: string;
  state: ChannelState;
  /** Blockers that hold it. */
  held: number;
  /** Majors that stand at it. */
  majors: number;
  consignment: number | null;
}

/** The ship keeps this far from a gate, as a share of the way, so that it covers none. */
const CLEAR = 0.3;

/** Where the ship is: 0 at the first gate, 1 at the second, in between in between. */
export function shipAt(gates: ChannelGate[], today: string): number {
  const next = gates.findIndex((gate) => gate.state !== "passed");
  if (next === -1) return Math.max(0, gates.length - 1);
  if (next === 0) return -0.5 + CLEAR / 2;
  const from = gates[next - 1];
  const to = gates[next];
  if (from === undefined || to === undefined) return 0;
  const way = Math.max(1, dayOf(to.date) - dayOf(from.date));
  const done = (dayOf(today) - dayOf(from.date)) / way;
  return next - 1 + Math.min(1 - CLEAR, Math.max(CLEAR, done));
}

/** Position of the first held gate; the line is broken after it. */
export function firstHeld(gates: ChannelGate[]): number {
  const at = gates.findIndex((gate) => gate.state === "held");
  return at === -1 ? gates.length : at;
}

/** The gate that a key leads to. */
export function step(index: number, key: string, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case "ArrowRight":
    case "ArrowDown":
      return Math.min(count - 1, index + 1);
    case "ArrowLeft":
    case "ArrowUp":
      return Math.max(0, index - 1);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}

/** Where the consignment stands below, the title need not say it again: `Loading, first consignment`. */
export function shortTitle({
  title,
  consignment,
}: Pick<ChannelGate, "title" | "consignment">): string {
  return consignment === null ? title : title.replace(/\s*[,，（(].*$/u, "");
}
