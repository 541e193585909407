import { describe, expect, it } from "vitest";
import { en } from "../../../lib/words/en";
import { boxes, limitOf, percent, spanOf, strength, ticksOf, whole } from "./forecast";

describe("the forecast", () => {
  it("never calls certain what a few runs did not show", () => {
    expect(percent(0, en.forecast)).toBe("under 1 %");
    expect(percent(100, en.forecast)).toBe("over 99 %");
    expect(percent(99.95, en.forecast)).toBe("over 99 %");
    expect(percent(34.4, en.forecast)).toBe("34 %");
    expect(percent(100, en.forecast, true)).toBe("100 %");
  });

  it("says beneath the picture which days its bars stand for", () => {
    const bars = [1, 3, 5, 7, 9, 11, 13].map((day) => ({
      from: `2026-12-${String(day).padStart(2, "0")}`,
      to: `2026-12-${String(day + 1).padStart(2, "0")}`,
      runs: 1,
    }));
    expect(ticksOf(bars).map(({ day }) => day.slice(8))).toEqual(["01", "05", "09", "13"]);
    expect(spanOf(bars)).toBe(2);
    expect(limitOf(bars, "2026-12-04")).toBeCloseTo(200 / 7);
    expect(limitOf(bars, "2026-12-03")).toBeCloseTo(150 / 7);
    expect(limitOf(bars, "2026-12-31")).toBeNull();
    expect(limitOf(bars, null)).toBeNull();
  });

  it("draws bars as high as their runs and marks the late ones", () => {
    const bars = [
      { from: "2026-12-01", to: "2026-12-02", runs: 5 },
      { from: "2026-12-03", to: "2026-12-04", runs: 20 },
      { from: "2026-12-05", to: "2026-12-06", runs: 0 },
    ];
    const drawn = boxes(bars, "2026-12-04");
    expect(drawn.map((box) => box.height)).toEqual([25, 100, 0]);
    expect(drawn.map((box) => box.y + box.height)).toEqual([100, 100, 100]);
    expect(drawn.map((box) => box.late)).toEqual([false, false, true]);
    expect(boxes(bars, null).some((box) => box.late)).toBe(false);
    expect(boxes([], null)).toEqual([]);
  });

  it("puts a correlation into words", () => {
    expect([0.9, -0.7, 0.3, 0.15, 0].map(strength)).toEqual([
      "strong",
      "strong",
      "clear",
      "little",
      "none",
    ]);
  });

  it("reads whole numbers only", () => {
    expect(whole(" 2000 ", 1, 10_000)).toBe(2000);
    for (const wrong of ["", "0", "10001", "1.5", "-1", "1e3", "many"])
      expect(whole(wrong, 1, 10_000)).toBeNull();
  });
});
