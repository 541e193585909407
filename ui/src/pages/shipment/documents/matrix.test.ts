import { describe, expect, it } from "vitest";
import type { State } from "../../../lib/bindings/State";
import type { TradeDocument } from "../../../lib/bindings/TradeDocument";
import { belongs, filled } from "./fields";
import { differs, matrix, type MatrixRow, withData } from "./matrix";
import { hs6, plainQuantity, plainText } from "./normal";

function document(more: Partial<TradeDocument>): TradeDocument {
  return {
    issued: null,
    expires: null,
    invoice_date: null,
    on_board: null,
    hs_codes: [],
    goods: [],
    packages: [],
    containers: [],
    wood_packages: [],
    ...more,
  };
}

const documents: [string, TradeDocument][] = [
  ["sales-contract", document({ number: "LM-26", amount: "412000 EUR", cover: "ICC A" })],
  [
    "commercial-invoice",
    document({ contract_no: "lm-26", hs_codes: ["8457.10"], amount: "412,000 EUR" }),
  ],
  ["packing-list", document({ gross_weight: "18460 kg" })],
  ["bill-of-lading", document({ gross_weight: "18.64 t", freight: "prepaid" })],
  ["export-declaration", document({ gross_weight: "18460 kg" })],
  ["certificate-of-origin", document({ hs_codes: ["8458.11.00"] })],
  ["insurance-certificate", document({ amount: "412000 EUR", cover: "ICC A" })],
];

function of(id: string, states: Record<string, State> = {}): MatrixRow {
  const found = matrix(documents, (check) => states[check]).find((row) => row.id === id);
  if (found === undefined) throw new Error(id);
  return found;
}

function states(row: MatrixRow): Record<string, string> {
  return Object.fromEntries(row.cells.map((cell) => [cell.document, cell.state]));
}

describe("the matrix", () => {
  it("colours only the document that differs from most", () => {
    expect(states(of("gross_weight"))).toMatchObject({
      "packing-list": "value",
      "bill-of-lading": "differs",
      "export-declaration": "value",
      "certificate-of-origin": "unknown",
      "sales-contract": "none",
    });
    expect(of("gross_weight").agreed).toBe("18460 kg");
  });

  it("colours both where neither is in the majority", () => {
    const row = of("hs_codes");
    expect(row.agreed).toBeNull();
    expect(states(row)).toMatchObject({
      "commercial-invoice": "differs",
      "certificate-of-origin": "differs",
    });
    expect(differs(row)).toBe(true);
  });

  it("sees through spelling, and takes a document's own number", () => {
    expect(states(of("contract_no"))).toMatchObject({
      "sales-contract": "equal",
      "commercial-invoice": "equal",
    });
    expect(states(of("amount"))).toMatchObject({
      "sales-contract": "equal",
      "insurance-certificate": "none",
    });
  });

  it("never takes empty as equal", () => {
    expect(states(of("contract_no"))["packing-list"]).toBe("unknown");
  });

  it("leaves the judgement to the check", () => {
    expect(states(of("hs_codes", { "x-hs6": "ready" }))["certificate-of-origin"]).toBe("value");
    expect(states(of("insured", { "x-insured-amount": "gap" }))["insurance-certificate"]).toBe(
      "differs",
    );
    expect(of("insured", { "x-insured-amount": "gap" }).agreed).toBeNull();
    expect(states(of("freight", { "x-freight-term": "ready" }))["bill-of-lading"]).toBe("value");
  });

  it("compares containers by number, and seals where the check finds a difference", () => {
    const two: [string, TradeDocument][] = [
      ["bill-of-lading", document({ containers: [{ number: "HLBU 1", seal: "CN1" } as never] })],
      [
        "vgm-declaration",
        document({ containers: [{ number: "HLBU1" } as never, { number: "HLBU 1" } as never] }),
      ],
    ];
    const rows = (state: State) => matrix(two, () => state).find(({ id }) => id === "containers");
    expect(rows("ready")?.cells[0]?.text).toBe("HLBU 1 CN1");
    const same: [string, TradeDocument][] = [
      two[0] as never,
      ["vgm-declaration", document({ containers: [{ number: "HLBU 1", seal: "CN2" } as never] })],
    ];
    expect(matrix(same, () => "gap")[0]?.cells.map(({ state }) => state)).toEqual([
      "differs",
      "differs",
    ]);
    expect(matrix(same, () => "ready")[0]?.cells.map(({ state }) => state)).toEqual([
      "equal",
      "equal",
    ]);
  });

  it("has no row for what nobody says", () => {
    expect(matrix(documents, () => undefined).some((row) => row.id === "marks")).toBe(false);
  });

  it("lists documents with data in their usual order", () => {
    const held = {
      nameplate: document({}),
      "packing-list": document({ marks: "A" }),
      odd: document({ site: "B" }),
    };
    expect(withData(held, ["nameplate", "packing-list"]).map(([kind]) => kind)).toEqual([
      "packing-list",
      "odd",
    ]);
  });
});

describe("spelling", () => {
  it("is evened out", () => {
    expect(plainText("Elbufer Präzisionsteile G.m.b.H.")).toBe("ELBUFER PRAZISIONSTEILE GMBH");
    expect(plainText("Wzgórze Forma, Łódź")).toBe("WZGORZE FORMA LODZ");
    expect(plainText("Meridian Company, Limited")).toBe("MERIDIAN CO LTD");
  });

  it("brings quantities to one unit", () => {
    expect(plainQuantity("18.46 t")).toBe("18460 kg");
    expect(plainQuantity("18,460 kg")).toBe("18460 kg");
    expect(plainQuantity("EUR 412000")).toBe(plainQuantity("412,000 EUR"));
    expect(hs6("8457.10.00")).toBe("845710");
  });
});

describe("fields", () => {
  it("matter on some documents, on an unknown one all do", () => {
    expect(belongs("vgm-declaration", "containers")).toBe(true);
    expect(belongs("vgm-declaration", "buyer")).toBe(false);
    expect(belongs("something", "buyer")).toBe(true);
  });

  it("are counted where they say something", () => {
    expect(filled(document({ marks: "A", number: "" }))).toBe(1);
    expect(filled(undefined)).toBe(0);
  });
});
