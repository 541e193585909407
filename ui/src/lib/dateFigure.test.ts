import { describe, expect, it } from "vitest";
import { figure, textWidth } from "./dateFigure";

const laws = [
  { cite: "2006/42/EC", from: null, until: "2027-01-19" },
  { cite: "(EU) 2023/1230", from: "2027-01-20", until: null },
];

describe("the figure of dates", () => {
  it("puts slack before the lead time, which ends on the day needed", () => {
    const out = figure(
      { today: "2026-11-24", startBy: "2026-12-04", need: "2027-02-02", lead: [20, 60], laws },
      480,
    );
    expect(out.overdue).toBeNull();
    const lead = { x: out.lead?.x ?? 0, end: (out.leadMore?.x ?? 0) + (out.leadMore?.width ?? 0) };
    expect((out.slack?.x ?? 0) + (out.slack?.width ?? 0)).toBeCloseTo(lead.x, 6);
    expect(lead.end).toBeCloseTo(out.marks.find(({ kind }) => kind === "need")?.x ?? 0, 6);
    expect(out.laws.map(({ current }) => current)).toEqual([false, true]);
    expect(out.changes.map(({ date }) => date)).toEqual(["2027-01-20"]);
  });

  it("shows how late it is, and the lead time reaching past the day needed", () => {
    const out = figure(
      { today: "2026-11-24", startBy: "2026-09-06", need: "2026-12-05", lead: [30, 90], laws: [] },
      480,
    );
    const need = out.marks.find(({ kind }) => kind === "need")?.x ?? 0;
    expect(out.slack).toBeNull();
    expect((out.overdue?.x ?? 0) + (out.overdue?.width ?? 0)).toBeCloseTo(out.lead?.x ?? 0, 6);
    expect((out.lead?.x ?? 0) + (out.lead?.width ?? 0)).toBeGreaterThan(need);
  });

  it("never sets two labels on each other", () => {
    const out = figure(
      { today: "2026-11-24", startBy: "2026-11-26", need: "2026-11-28", lead: [1, 2], laws: [] },
      300,
    );
    const places = out.marks.map((mark) => mark.line);
    expect(new Set(places).size).toBeGreaterThan(1);
    expect(out.lines).toBe(Math.max(...places) + 1);
  });

  it("stays inside its width whatever the dates are", () => {
    for (const need of ["2025-01-01", "2026-11-24", "2029-01-01"]) {
      const out = figure({ today: "2026-11-24", startBy: null, need, lead: null, laws }, 320);
      for (const { x } of out.marks) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(320);
      }
      for (const law of out.laws) expect(law.x + law.width).toBeLessThanOrEqual(320);
    }
  });

  it("knows that Chinese is wider", () => {
    expect(textWidth("办理期")).toBeGreaterThan(textWidth("lead"));
  });
});
