import { describe, expect, it } from "vitest";
import type { MilestonePreview } from "../../../lib/bindings/MilestonePreview";
import { en } from "../../../lib/words/en";
import { formats } from "../../../lib/words/format";
import { movesOf, summaryOf } from "./moves";

const place = { start: "2026-12-01", finish: "2026-12-05", end_day: 95, total_float: 4 };
const preview = {
  moves: [
    {
      milestone: "fat",
      title: { en: "Factory acceptance", zh: "出厂验收" },
      before: { ...place, critical: false },
      after: { ...place, finish: "2026-12-09", total_float: 0, critical: true },
    },
    {
      milestone: "booking",
      title: { en: "Booking", zh: "订舱" },
      before: { ...place, critical: false },
      after: { ...place, total_float: 6, critical: false },
    },
  ],
  critical_before: ["a"],
  critical_after: ["fat"],
  gates: [
    {
      milestone: "on-board",
      title: { en: "On board", zh: "装船" },
      before: ["2026-12-16", "open"],
      after: ["2026-12-20", "open"],
    },
  ],
  added: [{}],
  removed: [],
  end_moves: 4,
} as unknown as MilestonePreview;

describe("what moves, in words", () => {
  it("is summed up: steps that lie elsewhere, the end, the path, findings", () => {
    expect(summaryOf(preview, en.shipment.schedule)).toBe(
      "1 step moves. The end is 4 days later. The critical path changes. 1 new finding.",
    );
  });

  it("is said of each step and gate", () => {
    const said = movesOf(preview, en.shipment.schedule, formats.en, ({ en: text }) => text);
    expect(said.map(({ title }) => title)).toEqual([
      "Factory acceptance",
      "Booking",
      "Gate: On board",
    ]);
    expect(said[0]?.said).toContain("5 Dec → 9 Dec");
    expect(said[0]?.said).toContain("now critical");
    expect(said[1]?.said).toBe("float 4 → 6 d");
    expect(said[2]?.said).toBe("16 Dec → 20 Dec");
  });
});
