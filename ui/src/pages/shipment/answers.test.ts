import { describe, expect, it } from "vitest";
import type { Fact } from "../../lib/bindings/Fact";
import { amountOf, decimalValue, readDecimal, unitOf, valueText } from "./answers";

const fact: Fact = {
  id: "height",
  title: { en: "Height", zh: "高度" },
  question: { en: "How high?", zh: "多高？" },
  kind: "decimal",
  level: "shipment",
  choices: [
    { id: "sea", title: { en: "Sea", zh: "海运" } },
    { id: "rail", title: { en: "Rail", zh: "铁路" } },
  ],
  unit: "mm",
  product_of: [],
  group: null,
  replaces: [],
};

describe("answers", () => {
  it("are exact decimals with the unit of the fact", () => {
    expect(decimalValue(fact, "6.10")).toEqual({ kind: "decimal", value: "6.10 mm" });
    expect(decimalValue({ ...fact, unit: null }, "3")).toEqual({ kind: "decimal", value: "3" });
    expect(decimalValue(fact, "six")).toBeNull();
    expect(decimalValue(fact, "")).toBeNull();
  });

  it("are read as people type numbers", () => {
    expect(readDecimal("6,1")).toBe("6.1");
    expect(readDecimal("1,138,000")).toBe("1138000");
    expect(readDecimal("18 460")).toBe("18460");
    expect(readDecimal("0,500")).toBe("0.500");
    expect(readDecimal("4,500"), "4.5 or 4500").toBeNull();
    expect(readDecimal("1.2.3")).toBeNull();
  });

  it("are taken apart where a form shows number and unit", () => {
    expect(amountOf("412000 EUR")).toBe("412000");
    expect(unitOf("412000 EUR")).toBe("EUR");
    expect(amountOf("8.0 µm")).toBe("8.0");
    expect(unitOf("8.0 µm")).toBe("µm");
    expect(unitOf("3")).toBe("");
  });

  it("are shown with the titles of their choices", () => {
    const show = { date: (iso: string) => iso, list: (items: string[]) => items.join("、") };
    const text = (value: Parameters<typeof valueText>[1]) =>
      valueText(fact, value, "zh", { yes: "是", no: "否" }, show);
    expect(text({ kind: "choices", value: ["sea", "rail"] })).toBe("海运、铁路");
    expect(text({ kind: "choice", value: "gone" })).toBe("gone");
    expect(text({ kind: "yes-no", value: false })).toBe("否");
    expect(text({ kind: "date", value: "2026-11-24" })).toBe("2026-11-24");
  });
});
