import { describe, expect, it } from "vitest";
import type { ClockView } from "../../../lib/bindings/ClockView";
import { en } from "../../../lib/words/en";
import { zh } from "../../../lib/words/zh";
import { clockWords, instant, offsets, parts, readTime, spanWords } from "./moments";

const talk = en.shipment.communication;

describe("an instant", () => {
  it("keeps the distance from UTC it was written with", () => {
    const moment = parts("2026-11-20T15:05:09+01:00");
    expect(moment).toEqual({ date: "2026-11-20", time: "15:05", offset: "+01:00" });
    expect(moment && instant(moment)).toBe("2026-11-20T15:05:00+01:00");
    expect(parts("2026-11-20T15:05:09Z")?.offset).toBe("+00:00");
    expect(parts("yesterday")).toBeNull();
  });

  it("takes a time as people type it", () => {
    expect(readTime("9:30")).toBe("09:30");
    expect(readTime("09：30")).toBe("09:30");
    expect(readTime("24:00")).toBeNull();
    expect(readTime("9")).toBeNull();
  });

  it("can lie in any zone, in the order of the map", () => {
    const all = offsets("+08:45");
    expect(all).toContain("+08:45");
    expect(all.indexOf("-03:30")).toBeLessThan(all.indexOf("-03:00"));
    expect(all.indexOf("+05:30")).toBeLessThan(all.indexOf("+05:45"));
    expect(new Set(all).size).toBe(all.length);
  });
});

describe("a length of time", () => {
  it("counts working days of eight hours", () => {
    expect(spanWords(28_800 + 3600, 28_800, talk)).toBe("1 d 1 h");
    expect(spanWords(5400, 28_800, talk)).toBe("1 h 30 min");
    expect(spanWords(-1, 28_800, talk)).toBe("1 min");
    expect(spanWords(0, 28_800, talk)).toBe("0 min");
    expect(spanWords(90_000, 86_400, zh.shipment.communication)).toBe("1 天 1 小时");
  });

  it("says of a clock what is left, or by how much it is late", () => {
    const clock: ClockView = {
      measure: "first-reply",
      title: { en: "First reply", zh: "首次回复" },
      within: { "business-hours": 8 },
      until: "reply",
      state: "running",
      due: null,
      stopped: null,
      left: 7200,
      day: 28_800,
      used: 6000,
    };
    expect(clockWords(clock, talk)).toBe("2 h of working time left");
    const late: ClockView = { ...clock, state: "late", left: -5400, used: 9500 };
    expect(clockWords(late, talk)).toBe("9.5 business h, late by 1 h 30 min of working time");
    const service: ClockView = { ...clock, within: { hours: 4 }, state: "overdue", left: -90_000 };
    expect(clockWords(service, talk)).toBe("late by 1 d 1 h");
  });
});
