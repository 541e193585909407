import { describe, expect, it } from "vitest";
import type { Calendar } from "../../lib/bindings/Calendar";
import { counts, isQuiet, readYear, stateOf, turned, weeksOf, within } from "./days";

const china: Calendar = {
  id: "CN",
  title: { en: "China", zh: "中国" },
  first_year: 2026,
  last_year: 2027,
  off: ["2026-10-01", "2027-02-05", "2027-02-06"],
  work: ["2027-02-14"],
  quiet: [{ from: "2027-01-23", to: "2027-02-20" }],
  open_point: null,
};

describe("the days of a calendar", () => {
  it("are worked, off, weekend or made up", () => {
    expect(stateOf(china, "2027-02-04")).toBe("work");
    expect(stateOf(china, "2027-02-05")).toBe("off");
    expect(stateOf(china, "2027-02-13")).toBe("weekend");
    expect(stateOf(china, "2027-02-14")).toBe("make-up");
  });

  it("turn from worked to off and back on weekdays", () => {
    const off = turned(china, "2027-02-04");
    expect(off.off).toEqual(["2026-10-01", "2027-02-04", "2027-02-05", "2027-02-06"]);
    expect(turned(off, "2027-02-04")).toEqual(china);
  });

  it("turn from weekend to made up to holiday and back on weekends", () => {
    const seen = [china];
    for (let turn = 0; turn < 3; turn++) seen.push(turned(seen[turn] ?? china, "2027-02-13"));
    expect(seen.map((one) => stateOf(one, "2027-02-13"))).toEqual([
      "weekend",
      "make-up",
      "off",
      "weekend",
    ]);
    expect(seen[3]).toEqual(china);
  });

  it("stand in the weeks of their month", () => {
    const february = weeksOf(2027, 2);
    expect(february).toHaveLength(4);
    expect(february[0]?.[0]).toBe("2027-02-01");
    expect(february[3]?.[6]).toBe("2027-02-28");
    const may = weeksOf(2027, 5);
    expect(may[0]).toEqual([null, null, null, null, null, "2027-05-01", "2027-05-02"]);
    expect(may.flat().filter(Boolean)).toHaveLength(31);
  });

  it("are counted by year and kept within the years", () => {
    expect(counts(china, 2027)).toEqual({ off: 2, work: 1 });
    expect(counts({ ...china, work: ["2027-02-06"] }, 2027)).toEqual({ off: 1, work: 1 });
    const one = within(china, 2027, 2028);
    expect([one.off, one.first_year, one.last_year]).toEqual([
      ["2027-02-05", "2027-02-06"],
      2027,
      2028,
    ]);
    expect(isQuiet(china, "2027-02-20")).toBe(true);
    expect(isQuiet(china, "2027-02-21")).toBe(false);
  });

  it("know a year when they see one", () => {
    expect(["2027", " 1990 ", "1989", "2201", "27", "20x7", ""].map(readYear)).toEqual([
      2027,
      1990,
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});
