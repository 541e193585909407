import { describe, expect, it } from "vitest";
import { formats, plural } from "./format";

const { en, zh } = formats;

describe("dates", () => {
  it("are written as each language writes them", () => {
    expect(en.date("2026-11-24")).toBe("24 Nov 2026");
    expect(zh.date("2026-11-24")).toBe("2026-11-24");
    expect(en.monthDay("2027-01-04")).toBe("4 Jan");
    expect(zh.monthDay("2027-01-04")).toBe("1月4日");
    expect(en.span("2026-12-15", "2026-12-18")).toBe("15–18 Dec");
    expect(zh.span("2026-12-15", "2026-12-18")).toBe("12月15–18日");
    expect(en.span("2026-11-29", "2026-12-03")).toBe("29 Nov – 3 Dec");
    expect(zh.span("2026-11-29", "2026-12-03")).toBe("11月29日–12月3日");
    expect(en.span("2026-12-15", "2026-12-15")).toBe("15 Dec");
    expect(zh.spoken("2027-01-04")).toBe("2027年1月4日");
  });

  it("carry the right weekday, whatever the time zone", () => {
    expect(en.weekdayDate("2026-11-24")).toBe("Tue 24 Nov");
    expect(zh.weekdayDate("2026-11-29")).toBe("11月29日 周日");
    expect(en.weekdayShort("2026-11-27")).toBe("Fri 27 Nov");
  });
});

describe("days", () => {
  it("are counted by English plural rules", () => {
    expect(en.days(1)).toBe("1 day");
    expect(en.days(0)).toBe("0 days");
    expect(en.days(21)).toBe("21 days");
    expect(zh.days(21)).toBe("21 天");
    expect(plural(1200, "file", "files")).toBe("1,200 files");
  });

  it("from today have words of their own when near", () => {
    expect([-2, -1, 0, 1, 2].map((days) => en.inDays(days))).toEqual([
      "2 days ago",
      "yesterday",
      "today",
      "tomorrow",
      "in 2 days",
    ]);
    expect([-2, -1, 0, 1, 2].map((days) => zh.inDays(days))).toEqual([
      "2 天前",
      "昨天",
      "今天",
      "明天",
      "2 天后",
    ]);
  });
});

describe("what stands side by side", () => {
  it("is joined as each language joins it", () => {
    expect(en.clauses(["CIF Hamburg", "", "ships 18 Dec"])).toBe("CIF Hamburg, ships 18 Dec");
    expect(zh.clauses(["CIF 汉堡", "12月18日发运"])).toBe("CIF 汉堡，12月18日发运");
    expect(en.sentences(["One.", "", "Two."])).toBe("One. Two.");
    expect(zh.sentences(["一。", "二。"])).toBe("一。二。");
  });
});

describe("numbers", () => {
  it("are grouped before the point only", () => {
    expect(en.number(1138000)).toBe("1,138,000");
    expect(en.number("1234.56789")).toBe("1,234.56789");
    expect(en.number(-1500)).toBe("-1,500");
    expect(en.number(999)).toBe("999");
  });

  it("keep their unit, with a space", () => {
    expect(en.quantity("1138000 EUR")).toBe("1,138,000 EUR");
    expect(zh.quantity("6.1 mm")).toBe("6.1 mm");
    expect(en.quantity("3")).toBe("3");
  });

  it("of bytes are short", () => {
    expect(en.bytes(0)).toBe("0 B");
    expect(en.bytes(999)).toBe("999 B");
    expect(en.bytes(184_320)).toBe("184 kB");
    expect(en.bytes(1_540_000)).toBe("1.5 MB");
  });
});
