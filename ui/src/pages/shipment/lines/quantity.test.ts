import { describe, expect, it } from "vitest";
import { isQuantity, reads, withUnit } from "./quantity";

describe("a quantity", () => {
  it("is a number with a unit, or a currency with a number", () => {
    for (const text of [
      "18,460 kg",
      "18460kg",
      "5.6 m",
      "412000 EUR",
      "EUR 412,000",
      "110 %",
      "8.0 µm",
    ]) {
      expect(isQuantity(text), text).toBe(true);
    }
    for (const text of ["18460", "kg", "abc 5", ""]) expect(isQuantity(text), text).toBe(false);
  });

  it("is of the kind that its field measures", () => {
    for (const text of ["18460 kg", "18,460.5 kg", "18.46 t"])
      expect(reads(text, "mass"), text).toBe(true);
    for (const text of ["18460", "18460 mm", "18460 lbs", "-1 kg", "1,2 kg", "18,46,0 kg"])
      expect(reads(text, "mass"), text).toBe(false);
    expect(reads("5600 mm", "length")).toBe(true);
    expect(reads("5,600 mm", "length")).toBe(true);
    for (const text of ["4,500 µm", "4,000 m"]) expect(reads(text, "length"), text).toBe(false);
    expect(reads("18,460 t", "mass"), "18.46 or 18460").toBe(false);
    expect(reads("5600 kg", "length")).toBe(false);
    expect(reads("412,000.50 EUR", "money")).toBe(true);
    expect(reads("EUR 412000", "money")).toBe(true);
    expect(reads("412000 €", "money")).toBe(false);
  });

  it("gets the unit that is meant, and a currency its capitals", () => {
    expect(withUnit("18,460", "kg")).toBe("18,460 kg");
    expect(withUnit("18460", "")).toBe("18460");
    expect(withUnit("412000 eur", "EUR")).toBe("412000 EUR");
    expect(withUnit("usd 5", "EUR")).toBe("5 USD");
    expect(withUnit("heavy", "kg")).toBe("heavy");
  });
});
