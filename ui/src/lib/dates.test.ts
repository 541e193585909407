import { describe, expect, it } from "vitest";
import { addMonths, dateStep, monthWeeks, readDate } from "./dates";

describe("reading a date", () => {
  it("takes the ways in which people write year, month, day", () => {
    for (const text of [
      "2026-11-24",
      " 2026/11/24 ",
      "2026.11.24",
      "20261124",
      "2026年11月24日",
      "2026 11 24",
    ]) {
      expect(readDate(text), text).toBe("2026-11-24");
    }
    expect(readDate("2026-1-4")).toBe("2026-01-04");
    expect(readDate("2026年1月4日")).toBe("2026-01-04");
  });

  it("refuses what is no day, or could be two", () => {
    for (const text of ["", "2026-02-29", "2026-13-01", "24/11/2026", "11-24", "tomorrow"]) {
      expect(readDate(text), text).toBeNull();
    }
  });
});

describe("a calendar page", () => {
  it("has six weeks from Monday that hold the month", () => {
    const weeks = monthWeeks("2026-11-24");
    expect(weeks).toHaveLength(6);
    expect(weeks[0]?.[0]).toBe("2026-10-26");
    expect(weeks.flat()).toContain("2026-11-30");
  });

  it("begins with the first where that is a Monday", () => {
    expect(monthWeeks("2027-02-10")[0]?.[0]).toBe("2027-02-01");
  });

  it("moves by keys", () => {
    expect(dateStep("2026-11-24", "ArrowLeft")).toBe("2026-11-23");
    expect(dateStep("2026-11-24", "ArrowDown")).toBe("2026-12-01");
    expect(dateStep("2026-11-24", "Home")).toBe("2026-11-23");
    expect(dateStep("2026-11-24", "End")).toBe("2026-11-29");
    expect(dateStep("2026-12-31", "PageDown")).toBe("2027-01-31");
    expect(dateStep("2026-11-24", "a")).toBeNull();
  });

  it("keeps to the month's last day", () => {
    expect(addMonths("2027-01-31", 1)).toBe("2027-02-28");
    expect(addMonths("2028-03-31", -1)).toBe("2028-02-29");
    expect(addMonths("2026-11-24", 2)).toBe("2027-01-24");
  });
});
