import { describe, expect, it } from "vitest";
import {
  type ChannelGate,
  type ChannelState,
  firstHeld,
  shipAt,
  shortTitle,
  step,
} from "./channel";

function gate(id: string, date: string, state: ChannelState): ChannelGate {
  return {
    id,
    title: id,
    date,
    finish: date,
    state,
    held: state === "held" ? 1 : 0,
    majors: 0,
    consignment: null,
  };
}

describe("the ship", () => {
  const gates = [
    gate("contract", "2026-09-01", "passed"),
    gate("fat", "2026-12-01", "held"),
    gate("loading", "2026-12-18", "behind"),
  ];

  it("stands between the last gate passed and the next, by the days gone", () => {
    expect(shipAt(gates, "2026-10-17")).toBeCloseTo(46 / 91, 5);
  });

  it("keeps clear of both gates", () => {
    expect(shipAt(gates, "2026-09-01")).toBeCloseTo(0.3, 5);
    expect(shipAt(gates, "2027-03-01")).toBeCloseTo(0.7, 5);
  });

  it("waits before the first gate and rests at the last", () => {
    expect(shipAt([gate("fat", "2026-12-01", "open")], "2026-11-01")).toBeLessThan(0);
    expect(
      shipAt([gate("a", "2026-01-01", "passed"), gate("b", "2026-02-01", "passed")], "2026-03-01"),
    ).toBe(1);
    expect(shipAt([], "2026-03-01")).toBe(0);
  });
});

describe("a gate's title", () => {
  it("leaves the consignment to its own line", () => {
    const one = { ...gate("a", "2026-01-01", "open"), title: "Loading, first consignment" };
    expect(shortTitle(one)).toBe("Loading, first consignment");
    expect(shortTitle({ ...one, consignment: 1 })).toBe("Loading");
    expect(shortTitle({ ...one, title: "装船（第一批）", consignment: 1 })).toBe("装船");
  });
});

describe("the channel", () => {
  it("is broken after the first held gate", () => {
    expect(firstHeld([gate("a", "2026-01-01", "open"), gate("b", "2026-02-01", "held")])).toBe(1);
    expect(firstHeld([gate("a", "2026-01-01", "open")])).toBe(1);
  });

  it("is walked with the arrows and stops at its ends", () => {
    expect(step(0, "ArrowRight", 3)).toBe(1);
    expect(step(2, "ArrowRight", 3)).toBe(2);
    expect(step(0, "ArrowLeft", 3)).toBe(0);
    expect(step(0, "End", 3)).toBe(2);
    expect(step(2, "Home", 3)).toBe(0);
    expect(step(0, "a", 3)).toBeNull();
    expect(step(0, "End", 0)).toBeNull();
  });
});
