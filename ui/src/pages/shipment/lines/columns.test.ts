import { describe, expect, it } from "vitest";
import { cellText, cellValue, type ColumnKind, COLUMNS, emptyLine, shownIn } from "./columns";

describe("a line of a document", () => {
  it("begins with what every line has", () => {
    expect(emptyLine(COLUMNS.goods)).toEqual({ model: "", serials: [] });
    expect(emptyLine(COLUMNS.packages)).toEqual({ number: "" });
  });

  const read = (kind: ColumnKind, typed: string) => cellValue({ kind, unit: "kg" }, typed);

  it("reads what is typed by the kind of its column", () => {
    expect(read("list", "2611-07, 2611-08、")).toEqual(["2611-07", "2611-08"]);
    expect(read("whole", "3")).toBe(3);
    expect(read("whole", "three")).toBeNull();
    expect(read("yes-no", "")).toBeNull();
    expect(read("yes-no", "no")).toBe(false);
    expect(read("quantity", "16500 kg")).toBe("16500 kg");
    expect(read("quantity", "16,500")).toBe("16,500 kg");
    expect(read("quantity", "heavy")).toBe("heavy");
  });

  it("shows it as it was typed", () => {
    expect(cellText(["a", "b"])).toBe("a, b");
    expect(cellText(false)).toBe("no");
    expect(cellText(null)).toBe("");
    expect(cellText(3)).toBe("3");
  });

  it("leaves out the unit that stands in the head", () => {
    expect(shownIn({ unit: "mm" }, "5,600 mm")).toBe("5,600");
    expect(shownIn({ unit: "mm" }, "5.6 m")).toBe("5.6 m");
    expect(shownIn({ unit: "" }, "case")).toBe("case");
    expect(shownIn({ unit: "mm" }, null)).toBe("");
  });
});
