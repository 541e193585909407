import { describe, expect, it } from "vitest";
import { draftOf, isChanged, problems, savedOf, setField } from "./draft";

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

  it("keeps a line that has no number yet", () => {
    const draft = { ...draftOf(undefined), packages: [{ number: "", gross: "5 kg" } as never] };
    expect(savedOf(draft)?.packages).toEqual([{ number: "", gross: "5 kg" }]);
  });

  it("names the fields that do not read", () => {
    const draft = {
      ...draftOf(undefined),
      gross_weight: "heavy",
      net_weight: "16900 mm",
      amount: "412,000 EUR",
      packages: [
        { number: "1", gross: "16500" } as never,
        { number: "2", gross: "1260 kg", length: "-5 mm", width: "2.2 m" } as never,
      ],
      containers: [{ number: "A", vgm: "22.6 t", tare: "EUR 3900" } as never],
    };
    expect([...problems(draft)]).toEqual([
      "gross_weight",
      "net_weight",
      "packages.0.gross",
      "packages.1.length",
      "containers.0.tare",
    ]);
  });

  it("knows whether it differs from what is held", () => {
    const held = draftOf({ ...draftOf(undefined), marks: "EP" });
    expect(isChanged(draftOf(held), held)).toBe(false);
    expect(isChanged(setField(draftOf(held), "marks", "EP 1-3"), held)).toBe(true);
    expect(isChanged(setField(draftOf(held), "site", ""), held)).toBe(false);
  });
});
