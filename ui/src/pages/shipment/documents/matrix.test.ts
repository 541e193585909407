import { describe, expect, it } from "vitest";
import type { TradeDocument } from "../../../lib/bindings/TradeDocument";
import { CHECKS } from "./checks";
import { COMPARED } from "./compared";
import { belongs, filled } from "./fields";
import * as is from "./kinds";
import type { Scene } from "./kinds";
import { type CheckState, columns, matrix, type MatrixRow, withData } from "./matrix";
import { agreeing, document, type Documents, sceneWith } from "./sample";

const TASK: CheckState = { state: "task", lacks: [] };

function rowsOf(scene: Scene, of: CheckState = TASK): MatrixRow[] {
  return matrix(scene, Object.keys(agreeing()), () => of);
}

/** The cells of a check that stand in a state, as `row document`. */
function cellsIn(state: string, check: string, scene: Scene, of: CheckState = TASK): string[] {
  return rowsOf(scene, of)
    .filter((row) => row.check === check)
    .flatMap((row) =>
      row.cells.filter((cell) => cell.state === state).map((cell) => `${row.id} ${cell.document}`),
    );
}

function changed(kind: string, more: Partial<TradeDocument>): Documents {
  const all = agreeing();
  return { ...all, [kind]: { ...(all[kind] as TradeDocument), ...more } };
}

const other = { name: "Another Firm Ltd." } as never;

/** For each check: a change that breaks it, a change that takes something from it. */
const CASES: Record<string, { breaks: Scene; shows: string; lacks?: Scene; missing?: string }> = {
  "x-seller": {
    breaks: sceneWith(changed(is.CREDIT, { seller: other })),
    shows: "seller letter-of-credit",
    lacks: sceneWith(changed(is.CONTRACT, { seller: null })),
    missing: "seller sales-contract",
  },
  "x-buyer": {
    breaks: sceneWith(changed(is.INVOICE, { buyer: other })),
    shows: "buyer commercial-invoice",
    lacks: sceneWith(changed(is.CREDIT, { buyer: null })),
    missing: "buyer letter-of-credit",
  },
  "x-consignee": {
    breaks: sceneWith(changed(is.BILL_OF_LADING, { consignee: { name: "To order" } as never })),
    shows: "consignee bill-of-lading",
    lacks: sceneWith(changed(is.ORIGIN, { consignee: null })),
    missing: "consignee certificate-of-origin",
  },
  "x-end-user": {
    breaks: sceneWith(changed(is.END_USER_CERTIFICATE, { site: "Kiel" })),
    shows: "site end-user-certificate",
    lacks: sceneWith(changed(is.LICENCE, { end_user: null })),
    missing: "end_user dual-use-export-licence",
  },
  "x-contract-no": {
    breaks: sceneWith(changed(is.LICENCE, { contract_no: "LM-EP-26-119" })),
    shows: "contract_no dual-use-export-licence",
    lacks: sceneWith(changed(is.PACKING_LIST, { contract_no: "" })),
    missing: "contract_no packing-list",
  },
  "x-invoice-no": {
    breaks: sceneWith(changed(is.ORIGIN, { invoice_date: "2026-11-17" })),
    shows: "invoice_date certificate-of-origin",
    lacks: sceneWith(changed(is.INSURANCE, { invoice_no: null })),
    missing: "invoice_no insurance-certificate",
  },
  "x-date-order": {
    breaks: sceneWith(changed(is.LICENCE, { issued: "2026-12-13" })),
    shows: "issued dual-use-export-licence",
    lacks: sceneWith(changed(is.INVOICE, { issued: null })),
    missing: "issued commercial-invoice",
  },
  "x-latest-shipment": {
    breaks: sceneWith(agreeing(), { onBoard: { day: "2026-12-21", planned: true } }),
    shows: "on_board bill-of-lading",
  },
  "x-presentation": {
    breaks: sceneWith(agreeing(), { presentation: "2027-01-06" }),
    shows: "presentation letter-of-credit",
  },
  "x-description": {
    breaks: sceneWith(changed(is.INVOICE, { description: "Machine" })),
    shows: "description commercial-invoice",
    lacks: sceneWith(changed(is.CREDIT, { description: null })),
    missing: "description letter-of-credit",
  },
  "x-model-serial": {
    breaks: sceneWith(
      changed(is.PACKING_LIST, { goods: [{ model: "LM-MT650", serials: ["8"], quantity: 1 }] }),
    ),
    shows: "serials packing-list",
    lacks: sceneWith(changed(is.LICENCE, { goods: [] })),
    missing: "models dual-use-export-licence",
  },
  "x-hs6": {
    breaks: sceneWith(changed(is.ORIGIN, { hs_codes: ["8458.11"] })),
    shows: "hs_codes certificate-of-origin",
    lacks: sceneWith(changed(is.INVOICE, { hs_codes: [] })),
    missing: "hs_codes commercial-invoice",
  },
  "x-origin": {
    breaks: sceneWith(changed(is.ORIGIN, { origin: "DE" })),
    shows: "origin certificate-of-origin",
    lacks: sceneWith(changed(is.EXPORT_DECLARATION, { origin: null })),
    missing: "origin export-declaration",
  },
  "x-quantity": {
    breaks: sceneWith(
      changed(is.LICENCE, { goods: [{ model: "LM-MT500", serials: [], quantity: 1 }] }),
    ),
    shows: "quantity dual-use-export-licence",
    lacks: sceneWith(
      changed(is.INVOICE, { goods: [{ model: "LM-MT650", serials: [], quantity: null }] }),
    ),
    missing: "quantity commercial-invoice",
  },
  "x-packages": {
    breaks: sceneWith(changed(is.BILL_OF_LADING, { package_count: 3 })),
    shows: "package_count bill-of-lading",
    lacks: sceneWith(changed(is.EXPORT_DECLARATION, { package_count: null })),
    missing: "package_count export-declaration",
  },
  "x-gross-weight": {
    breaks: sceneWith(changed(is.BILL_OF_LADING, { gross_weight: "18640 kg" })),
    shows: "gross_weight bill-of-lading",
    lacks: sceneWith(changed(is.EXPORT_DECLARATION, { gross_weight: null })),
    missing: "gross_weight export-declaration",
  },
  "x-net-gross": {
    breaks: sceneWith(changed(is.PACKING_LIST, { net_weight: "18461 kg" })),
    shows: "net_weight packing-list",
    lacks: sceneWith(
      changed(is.PACKING_LIST, { packages: [{ number: "1", net: "5 kg" } as never] }),
    ),
    missing: "net_weight packing-list",
  },
  "x-vgm": {
    breaks: sceneWith(
      changed(is.VGM, { containers: [{ number: "A", vgm: "23000 kg", tare: "3900 kg" } as never] }),
    ),
    shows: "vgm vgm-declaration",
    lacks: sceneWith(changed(is.VGM, { containers: [{ number: "A", vgm: "22600 kg" } as never] })),
    missing: "vgm vgm-declaration",
  },
  "x-oog-dims": {
    breaks: sceneWith(
      changed(is.LASHING_PLAN, {
        packages: [
          { number: "1", length: "5621 mm", width: "2250 mm", height: "2300 mm" } as never,
        ],
      }),
    ),
    shows: "dimensions oog-lashing-plan",
    lacks: sceneWith(
      changed(is.LASHING_PLAN, { packages: [{ number: "1", length: "5600 mm" } as never] }),
    ),
    missing: "dimensions oog-lashing-plan",
  },
  "x-marks": {
    breaks: sceneWith(changed(is.ORIGIN, { marks: "EP HAMBURG 1-3" })),
    shows: "marks certificate-of-origin",
    lacks: sceneWith(changed(is.PACKING_LIST, { marks: null })),
    missing: "marks packing-list",
  },
  "x-containers-seals": {
    breaks: sceneWith(
      changed(is.BILL_OF_LADING, {
        containers: [{ number: "HLBU2844190", seal: "CN118843" } as never],
      }),
    ),
    shows: "containers bill-of-lading",
    lacks: sceneWith(changed(is.EXPORT_DECLARATION, { containers: [] })),
    missing: "containers export-declaration",
  },
  "x-ports": {
    breaks: sceneWith(changed(is.CREDIT, { port_of_discharge: "Bremerhaven" })),
    shows: "port_of_discharge letter-of-credit",
    lacks: sceneWith(changed(is.CREDIT, { port_of_loading: null })),
    missing: "port_of_loading letter-of-credit",
  },
  "x-incoterm": {
    breaks: sceneWith(changed(is.CREDIT, { incoterm: "CIF" })),
    shows: "incoterm letter-of-credit",
    lacks: sceneWith(changed(is.CONTRACT, { incoterm: null })),
    missing: "incoterm sales-contract",
  },
  "x-freight-term": {
    breaks: sceneWith(changed(is.BILL_OF_LADING, { freight: "collect" })),
    shows: "freight bill-of-lading",
    lacks: sceneWith(changed(is.BILL_OF_LADING, { freight: null })),
    missing: "freight bill-of-lading",
  },
  "x-amount": {
    breaks: sceneWith(changed(is.CREDIT, { amount: "400000 EUR" })),
    shows: "amount letter-of-credit",
    lacks: sceneWith(changed(is.EXPORT_DECLARATION, { incoterm: "FOB" })),
    missing: "amount export-declaration",
  },
  "x-insured-amount": {
    breaks: sceneWith(changed(is.INSURANCE, { amount: "453199 EUR" })),
    shows: "insured insurance-certificate",
    lacks: sceneWith(changed(is.INSURANCE, { cover: null })),
    missing: "cover insurance-certificate",
  },
  "x-wood": {
    breaks: sceneWith(changed(is.WOOD, { no_wood: true })),
    shows: "wood ispm15-declaration",
    lacks: sceneWith(changed(is.WOOD, { wood_packages: [] })),
    missing: "wood ispm15-declaration",
  },
  "x-dg": {
    breaks: sceneWith(changed(is.PACKING_LIST, { packages: [] })),
    shows: "dangerous_goods dg-declaration",
    lacks: sceneWith(changed(is.BILL_OF_LADING, { dangerous_goods_class: null })),
    missing: "dangerous_goods bill-of-lading",
  },
  "x-dual-use": {
    breaks: sceneWith(agreeing()),
    shows: "licence dual-use-export-licence",
    lacks: sceneWith({ ...agreeing(), [is.LICENCE]: document({ number: "1" }) }),
    missing: "licence dual-use-export-licence",
  },
};

describe("the rows", () => {
  it("cover all 29 checks", () => {
    expect(CHECKS).toHaveLength(29);
    expect(Object.keys(CASES).sort()).toEqual([...CHECKS].sort());
    expect(new Set(COMPARED.map(({ id }) => id)).size).toBe(COMPARED.length);
  });

  it("show nothing amiss where the documents agree, in whatever spelling", () => {
    for (const row of rowsOf(sceneWith(agreeing()))) expect(row.state, row.id).toBe("fine");
  });

  for (const [check, { breaks, shows, lacks, missing }] of Object.entries(CASES)) {
    it(`of ${check} show what differs, what is accepted and what is missing`, () => {
      // The licence is judged by the engine alone: it tells by the state of its check.
      const gap: CheckState = check === "x-dual-use" ? { state: "gap", lacks: [] } : TASK;
      expect(cellsIn("differs", check, breaks, gap)).toContain(shows);
      const waived: CheckState = { state: "waived", lacks: [] };
      expect(cellsIn("accepted", check, breaks, waived)).toContain(shows);
      expect(cellsIn("differs", check, breaks, waived)).toEqual([]);
      expect(cellsIn("differs", check, breaks, { state: "ready", lacks: [] })).toEqual([]);
      if (lacks === undefined) return;
      expect(cellsIn("missing", check, lacks)).toContain(missing);
      expect(cellsIn("missing", check, lacks, { state: "ready", lacks: [] })).toEqual([]);
    });
  }
});

describe("the matrix", () => {
  it("colours only the document that differs from most, and all where there is no majority", () => {
    const scene = sceneWith(changed(is.BILL_OF_LADING, { gross_weight: "18640 kg" }));
    expect(cellsIn("differs", "x-gross-weight", scene)).toEqual(["gross_weight bill-of-lading"]);
    const two = sceneWith({
      [is.INVOICE]: document({ hs_codes: ["8457.10"] }),
      [is.ORIGIN]: document({ hs_codes: ["8458.11"] }),
    });
    expect(cellsIn("differs", "x-hs6", two)).toHaveLength(2);
  });

  it("holds to the tolerances of the shipment", () => {
    const scene = (gross_weight: string): Scene =>
      sceneWith(changed(is.BILL_OF_LADING, { gross_weight: "18465 kg" }), {
        tolerances: { ...is.USUAL, gross_weight },
      });
    expect(cellsIn("differs", "x-gross-weight", scene("0"))).toHaveLength(1);
    expect(cellsIn("differs", "x-gross-weight", scene("5"))).toHaveLength(0);
  });

  it("takes the sum of the packages as a saying of the list", () => {
    const scene = sceneWith(
      changed(is.PACKING_LIST, { packages: [{ number: "1", gross: "5 kg" } as never] }),
    );
    expect(cellsIn("differs", "x-gross-weight", scene)).toContain("gross_weight packing-list");
  });

  it("leads to the cell of a list that is missing", () => {
    const scene = sceneWith(
      changed(is.VGM, { containers: [{ number: "A", vgm: "22600 kg" } as never] }),
    );
    const row = rowsOf(scene).find(({ id }) => id === "vgm");
    expect(row?.cells.find(({ state }) => state === "missing")?.path).toBe("containers.0.tare");
  });

  it("marks all that speak where the engine sees more than these rows", () => {
    const gap: CheckState = { state: "gap", lacks: [] };
    expect(cellsIn("differs", "x-marks", sceneWith(agreeing()), gap)).toHaveLength(3);
  });

  it("trusts the engine in what is lacking", () => {
    const lacks: CheckState = { state: "gap", lacks: [[is.ORIGIN, "marks"]] };
    expect(cellsIn("missing", "x-marks", sceneWith(agreeing()), lacks)).toEqual([
      "marks certificate-of-origin",
    ]);
    expect(cellsIn("differs", "x-marks", sceneWith(agreeing()), lacks)).toEqual([]);
  });

  it("has columns for documents that must speak, though they hold nothing yet", () => {
    const order = [is.INVOICE, is.PACKING_LIST, is.EXPORT_DECLARATION, is.NAMEPLATE];
    const scene = sceneWith({ [is.INVOICE]: document({ origin: "CN" }) }, { credit: false });
    const of = (id: string) => (id === "x-origin" ? TASK : undefined);
    expect(columns(scene, order, of)).toEqual([is.INVOICE, is.EXPORT_DECLARATION]);
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

describe("fields", () => {
  it("matter on some documents, on an unknown one all do", () => {
    expect(belongs("vgm-declaration", "containers")).toBe(true);
    expect(belongs("vgm-declaration", "buyer")).toBe(false);
    expect(belongs("something", "buyer")).toBe(true);
  });

  it("that the checks read can be filled in on their document", () => {
    const scene = sceneWith(agreeing());
    for (const compared of COMPARED) {
      for (const { kind, path } of compared.sources(scene)) {
        const key = path.split(".")[0] as keyof TradeDocument;
        if (path !== "") expect(belongs(kind, key), `${kind} ${path}`).toBe(true);
      }
    }
  });

  it("are counted where they say something", () => {
    expect(filled(document({ marks: "A", number: "" }))).toBe(1);
    expect(filled(undefined)).toBe(0);
  });
});
