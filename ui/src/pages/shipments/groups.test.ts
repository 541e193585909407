import { describe, expect, it } from "vitest";
import type { GateState } from "../../lib/bindings/GateState";
import type { ShipmentRow } from "../../lib/bindings/ShipmentRow";
import { countOf, groupOf, groups, heldLater } from "./groups";

const counts = { blocker: 0, major: 0, minor: 0, info: 0 };

function row(
  id: string,
  state: GateState | null,
  date = "2026-12-01",
  archived = false,
): ShipmentRow {
  const gate = {
    milestone: "g",
    title: { en: "", zh: "" },
    consignment: null,
    findings: [],
    counts,
  };
  return {
    id,
    reference: `SH-${id}`,
    title: `GMC-${id}`,
    buyer: "Hafenkant",
    terms: "CIF Hamburg",
    ships: null,
    gates: state ? [{ ...gate, date, finish: date, state }] : [],
    next_gate: state ? 0 : null,
    counts,
    unknown: 0,
    archived,
    failure: null,
  };
}

const failure = {
  code: "corrupt",
  message: { en: "", zh: "" },
  next: { en: "", zh: "" },
  detail: "",
};
const rows = [
  row("1", "open"),
  row("2", "held", "2026-12-09"),
  row("3", "held", "2026-12-02"),
  row("4", null),
  row("5", "open", "2026-12-01", true),
  { ...row("6", "held"), failure },
];
const ids = (found: ReturnType<typeof groups>) =>
  found.map((group) => [group.name, group.rows.map((one) => one.id)]);

describe("the list of shipments", () => {
  it("groups by the next gate, the nearest first", () => {
    expect(ids(groups(rows, "open", ""))).toEqual([
      ["held", ["3", "2"]],
      ["open", ["1"]],
      ["passed", ["4"]],
    ]);
    expect(groupOf(row("7", "behind"))).toBe("open");
  });

  it("calls a shipment held where a later gate is, though the next one is open", () => {
    const [first] = row("8", "open").gates;
    if (first === undefined) throw new Error("a row has a gate");
    const gate = { ...first, counts: { ...counts, blocker: 2 } };
    const later = {
      ...row("8", "open", "2026-11-30"),
      gates: [
        { ...gate, date: "2026-11-30", state: "open" as const },
        { ...gate, date: "2026-12-12", state: "held" as const },
      ],
    };
    expect(groupOf(later)).toBe("later");
    expect(heldLater(later)?.date).toBe("2026-12-12");
    expect(countOf([...rows, later], "held")).toBe(3);
    expect(ids(groups([...rows, later], "held", ""))).toEqual([
      ["held", ["3", "2"]],
      ["later", ["8"]],
    ]);
  });

  it("shows what was put away only when asked", () => {
    expect(ids(groups(rows, "away", ""))).toEqual([["away", ["5"]]]);
    expect(countOf(rows, "all")).toBe(5);
    expect(countOf(rows, "held")).toBe(2);
  });

  it("leaves out what cannot be read", () => {
    expect(groups(rows, "all", "gmc-6")).toEqual([]);
  });

  it("finds by every word typed", () => {
    expect(ids(groups(rows, "all", "hamburg gmc-2"))).toEqual([["held", ["2"]]]);
    expect(groups(rows, "all", "hamburg linz")).toEqual([]);
  });
});
