import { describe, expect, it } from "vitest";
import type { TodayStart } from "../../lib/bindings/TodayStart";
import type { TodayTicket } from "../../lib/bindings/TodayTicket";
import { byWaiting, byWhen, placeOf } from "./groups";

const row = (part: Partial<TodayStart>): TodayStart => ({
  shipment: "sh-1",
  shipment_title: "LM-MT650, Hamburg",
  finding: "iso-9001.lapses",
  milestone: null,
  title: { en: "ISO 9001", zh: "ISO 9001" },
  severity: "major",
  by: "2026-09-06",
  days: -79,
  when: "overdue",
  ...part,
});

describe("what to start", () => {
  it("stands under overdue, today and this week, in that order, without empty groups", () => {
    const week = row({ when: "week", days: 3 });
    const late = row({});
    expect(byWhen([week, late])).toEqual([
      { when: "overdue", rows: [late] },
      { when: "week", rows: [week] },
    ]);
    expect(byWhen([])).toEqual([]);
  });

  it("leads to the checklist for a finding and to the schedule for a step", () => {
    expect(placeOf(row({}))).toBe("#/shipment/sh-1/checklist/iso-9001.lapses");
    expect(placeOf(row({ finding: null, milestone: "mt-fat" }))).toBe(
      "#/shipment/sh-1/delivery/mt-fat",
    );
  });
});

describe("questions not settled", () => {
  it("stand under us before the other side, each in the order given", () => {
    const ticket = (id: string, waits_for: "us" | "party"): TodayTicket => ({
      shipment: "sh-1",
      shipment_title: "LM-MT650, Hamburg",
      ticket: id,
      subject: "Foundation drawing",
      kind: { en: "Quotation pack", zh: "报价包" },
      role: { en: "Buyer", zh: "买方" },
      party: "",
      waits_for,
      opened: "2026-11-24T09:00:00+01:00",
      clock: null,
    });
    const [theirs, late, later] = [ticket("a", "party"), ticket("b", "us"), ticket("c", "us")];
    expect(byWaiting([theirs, late, later])).toEqual([
      { waitsFor: "us", rows: [late, later] },
      { waitsFor: "party", rows: [theirs] },
    ]);
    expect(byWaiting([theirs]).map((group) => group.waitsFor)).toEqual(["party"]);
  });
});
