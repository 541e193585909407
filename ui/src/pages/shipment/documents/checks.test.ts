import { describe, expect, it } from "vitest";
import type { FindingView } from "../../../lib/bindings/FindingView";
import type { State } from "../../../lib/bindings/State";
import type { VerdictView } from "../../../lib/bindings/VerdictView";
import { CHECKS, checksOf, passes, pathOf } from "./checks";
import { creditDates, plusDays } from "./kinds";
import { hs6, plainCountry, plainQuantity, plainSet, plainText } from "./normal";
import { agreeing, document, sceneWith } from "./sample";

function verdict(id: string, state: State, findings: string[] = []): VerdictView {
  return { subject: { kind: "check", id }, state, findings } as unknown as VerdictView;
}

function lacking(id: string, ...fields: [string, string][]): FindingView {
  return { id, finding: { because: [{ kind: "lacks", fields }] } } as unknown as FindingView;
}

describe("the checks", () => {
  it("are all there, also those with nothing to compare", () => {
    const all = checksOf({ verdicts: [verdict("x-marks", "ready")], findings: [], documents: {} });
    expect(all.map(({ id }) => id)).toEqual(CHECKS);
    expect(all.filter((one) => one.verdict !== null)).toHaveLength(1);
  });

  it("stand as what was found: a difference, or too little to judge", () => {
    const all = checksOf({
      verdicts: [
        verdict("x-marks", "gap", ["a"]),
        verdict("x-vgm", "gap", ["b"]),
        verdict("x-hs6", "waived"),
        verdict("x-origin", "task"),
        verdict("x-seller", "ready"),
        verdict("x-latest-shipment", "gap", ["c"]),
      ],
      findings: [
        { id: "a", finding: { because: [] } } as unknown as FindingView,
        lacking("b", ["vgm-declaration", "tare HLBU 1"]),
        lacking("c", ["letter-of-credit", "latest-shipment"], ["schedule", "on-board"]),
      ],
      documents: {
        "vgm-declaration": document({ containers: [{ number: "HLBU1" } as never] }),
      },
    });
    const of = (id: string) => all.find((one) => one.id === id);
    expect(of("x-marks")?.standing).toBe("mismatch");
    expect(of("x-vgm")).toMatchObject({
      standing: "missing",
      lacks: [["vgm-declaration", "containers.0.tare"]],
    });
    expect(of("x-hs6")?.standing).toBe("accepted");
    expect(of("x-origin")?.standing).toBe("missing");
    expect(of("x-seller")?.standing).toBe("fine");
    expect(of("x-latest-shipment")).toMatchObject({
      standing: "missing",
      lacks: [],
      elsewhere: ["order", "schedule"],
    });
    expect(passes("all", "fine")).toBe(true);
    expect(passes("missing", "mismatch")).toBe(false);
  });

  it("name fields of the form", () => {
    const list = document({ packages: [{ number: "1" } as never, { number: "C-3" } as never] });
    expect(pathOf("gross-weight", list)).toBe("gross_weight");
    expect(pathOf("net-weight C 3", list)).toBe("packages.1.net");
    expect(pathOf("net-weight total", list)).toBe("net_weight");
    expect(pathOf("length 9", list)).toBe("packages");
    expect(pathOf("hs6", list)).toBe("hs_codes");
    expect(pathOf("vgm", undefined)).toBe("containers");
    expect(pathOf("dangerous-goods-class", undefined)).toBe("dangerous_goods_class");
  });
});

describe("the dates of the credit", () => {
  it("give 21 days after shipment, but no longer than the credit", () => {
    expect(creditDates(sceneWith(agreeing()))).toEqual({
      latestShipment: "2026-12-20",
      expires: "2027-01-05",
      days: 21,
      silent: true,
      presentBy: "2027-01-05",
    });
    const early = sceneWith(agreeing(), { onBoard: { day: "2026-12-01", planned: false } });
    expect(creditDates(early).presentBy).toBe("2026-12-22");
    expect(creditDates(sceneWith(agreeing(), { onBoard: null })).presentBy).toBeNull();
    expect(plusDays("2026-12-31", 1)).toBe("2027-01-01");
  });
});

describe("spelling", () => {
  it("is evened out", () => {
    expect(plainText("Elbufer Präzisionsteile G.m.b.H.")).toBe("ELBUFER PRAZISIONSTEILE GMBH");
    expect(plainText("Wzgórze Forma, Łódź")).toBe("WZGORZE FORMA LODZ");
    expect(plainText("Meridian Company, Limited")).toBe("MERIDIAN CO LTD");
    expect(plainText("Song Cam Joint Stock Company")).toBe("SONG CAM JSC");
    expect(plainSet("b, A,, a")).toBe("A, B");
    expect(plainCountry("People's Republic of China")).toBe("CN");
    expect(plainCountry("Germany")).toBe("GERMANY");
  });

  it("brings quantities to one unit", () => {
    expect(plainQuantity("18.46 t")).toBe("18460 kg");
    expect(plainQuantity("18,460 kg")).toBe("18460 kg");
    expect(plainQuantity("EUR 412000")).toBe(plainQuantity("412,000 EUR"));
    expect(plainQuantity("2.2 m")).toBe("2200 mm");
    expect(hs6("8457.10.00, 8458.11")).toBe("845710, 845811");
  });
});
