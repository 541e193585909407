import { describe, expect, it } from "vitest";
import {
  addDays,
  arrow,
  dateOf,
  dayOf,
  daysBetween,
  fit,
  isDate,
  months,
  moved,
  type PlanStep,
  readLink,
  replan,
  spans,
  weekday,
  weeks,
  widthOf,
  x,
} from "./timeline";

describe("days", () => {
  it("come back as they were, over leap days and year ends", () => {
    for (const date of ["1970-01-01", "2024-02-29", "2026-12-31", "2027-01-01"]) {
      expect(dateOf(dayOf(date))).toBe(date);
    }
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(daysBetween("2026-11-24", "2026-12-07")).toBe(13);
    expect(daysBetween("2026-11-24", "2026-09-06")).toBe(-79);
  });

  it("know the day of the week", () => {
    expect(weekday(dayOf("2026-11-23"))).toBe(0);
    expect(weekday(dayOf("2026-11-29"))).toBe(6);
    expect(weekday(dayOf("1969-12-29"))).toBe(0);
  });

  it("are only what the calendar has", () => {
    expect(isDate("2026-02-28")).toBe(true);
    expect(isDate("2026-02-30")).toBe(false);
    expect(isDate("2026-2-3")).toBe(false);
    expect(isDate("")).toBe(false);
  });
});

describe("the scale", () => {
  it("begins on a Monday and fills the width", () => {
    const scale = fit(dayOf("2026-11-24"), dayOf("2027-02-23"), 700, 2);
    expect(dateOf(scale.first)).toBe("2026-11-23");
    expect(widthOf(scale)).toBeCloseTo(700, 6);
    expect(x(scale, scale.first)).toBe(0);
  });

  it("never shrinks a day below what is readable", () => {
    expect(fit(0, 1000, 300, 3).perDay).toBe(3);
  });

  it("marks months, without two labels on each other at the left", () => {
    const scale = fit(dayOf("2026-11-24"), dayOf("2027-02-23"), 700, 2);
    expect(months(scale, 50).map((tick) => dateOf(tick.day))).toEqual([
      "2026-11-23",
      "2026-12-01",
      "2027-01-01",
      "2027-02-01",
    ]);
    expect(months(scale, 80).map((tick) => dateOf(tick.day))[0]).toBe("2026-12-01");
  });

  it("marks as many weeks as have room, and days when wide", () => {
    const narrow = { first: dayOf("2026-11-23"), last: dayOf("2026-12-21"), perDay: 4 };
    expect(weeks(narrow, 30).map((tick) => dateOf(tick.day))).toEqual(["2026-11-23", "2026-12-07"]);
    const wide = { first: dayOf("2026-11-23"), last: dayOf("2026-11-26"), perDay: 22 };
    expect(weeks(wide, 20)).toHaveLength(3);
  });

  it("joins neighbouring holidays", () => {
    expect(spans([5, 3, 4, 9])).toEqual([
      { from: 3, to: 6 },
      { from: 9, to: 10 },
    ]);
    expect(spans([])).toEqual([]);
  });
});

describe("dependencies", () => {
  it("are read as they are written", () => {
    expect(readLink("contract+20")).toEqual({ from: "contract", startToStart: false, lag: 20 });
    expect(readLink("mech-install(SS)+15")).toEqual({
      from: "mech-install",
      startToStart: true,
      lag: 15,
    });
    expect(readLink("packing+2w")).toEqual({ from: "packing", startToStart: false, lag: 2 });
    expect(readLink("a b")).toBeNull();
  });

  it("bend from the end of one bar to the next", () => {
    expect(arrow({ x: 10, y: 11 }, { x: 10, y: 33 }, 6)).toBe("M10 11H13V27");
    expect(arrow({ x: 10, y: 11 }, { x: 40, y: 33 }, 6)).toBe("M10 11H16V27H40");
  });
});

describe("a plan changed by hand", () => {
  const step = (
    id: string,
    start: number,
    end: number,
    after: string[],
    fixed = false,
  ): PlanStep => ({ id, start, end, after, fixed });
  const steps = [
    step("a", 0, 10, []),
    step("b", 0, 6, []),
    step("c", 11, 14, ["a+1", "b"]),
    step("d", 14, 20, ["c"]),
    step("e", 2, 5, ["a(SS)+2"]),
    step("done", 10, 12, ["a"], true),
  ];

  it("pushes what follows, keeps the lag and leaves what is done", () => {
    const places = replan(steps, "a", 12);
    expect(places.get("c")).toEqual({ start: 13, end: 16 });
    expect(places.get("d")).toEqual({ start: 16, end: 22 });
    expect(places.get("e")).toEqual({ start: 2, end: 5 });
    expect(places.get("done")).toEqual({ start: 10, end: 12 });
    expect([...moved(steps, places).keys()]).toEqual(["a", "c", "d"]);
  });

  it("takes up float before it pushes", () => {
    expect(moved(steps, replan(steps, "b", 10)).size).toBe(1);
    expect(replan(steps, "b", 13).get("c")).toEqual({ start: 13, end: 16 });
  });

  it("pulls forward when shorter, and survives a loop", () => {
    expect(replan(steps, "a", 8).get("d")).toEqual({ start: 12, end: 18 });
    const loop = [step("a", 0, 1, ["b"]), step("b", 1, 2, ["a"])];
    expect(replan(loop, "a", 3).size).toBe(2);
  });
});
