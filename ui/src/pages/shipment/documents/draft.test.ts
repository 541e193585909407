import { describe, expect, it } from "vitest";
import { draftOf, isChanged, isQuantity, problems, savedOf, setField } from "./draft";

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
});

describe("a document being filled in", () => {
  it("has every list, even where none came", () => {
    expect(draftOf(undefined)).toEqual({
      issued: null,
      expires: null,
      invoice_date: null,
      on_board: null,
      hs_codes: [],
      goods: [],
      packages: [],
      containers: [],
      wood_packages: [],
    });
  });

  it("saves nothing where nothing is filled in", () => {
    const draft = setField(draftOf(undefined), "marks", "  ");
    expect(savedOf({ ...draft, packages: [{ number: "", kind: "" } as never] })).toBeNull();
  });

  it("drops empty fields and lines, keeps false and zero", () => {
    const draft = setField(setField(draftOf(undefined), "no_wood", false), "package_count", 0);
    expect(savedOf(setField(draft, "seller", { name: "A ", address: "" }))).toEqual({
      no_wood: false,
      package_count: 0,
      seller: { name: "A" },
    });
  });

  it("names the fields that do not read", () => {
    const draft = {
      ...draftOf(undefined),
      gross_weight: "heavy",
      packages: [
        { number: "1", gross: "16500" } as never,
        { number: "2", gross: "1260 kg" } as never,
      ],
    };
    expect([...problems(draft)]).toEqual(["gross_weight", "packages.0.gross"]);
  });

  it("knows whether it differs from what is held", () => {
    const held = draftOf({ ...draftOf(undefined), marks: "EP" });
    expect(isChanged(draftOf(held), held)).toBe(false);
    expect(isChanged(setField(draftOf(held), "marks", "EP 1-3"), held)).toBe(true);
    expect(isChanged(setField(draftOf(held), "site", ""), held)).toBe(false);
  });
});
