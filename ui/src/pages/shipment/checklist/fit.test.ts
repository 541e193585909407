import { describe, expect, it } from "vitest";
import type { EvidenceView } from "../../../lib/bindings/EvidenceView";
import type { FindingView } from "../../../lib/bindings/FindingView";
import type { ShipmentView } from "../../../lib/bindings/ShipmentView";
import type { VerdictView } from "../../../lib/bindings/VerdictView";
import { formats } from "../../../lib/words/format";
import { checklist as text } from "../../../lib/words/en/shipment/checklist";
import { defectsOf, heldFor, lines, offered, shortHash } from "./fit";

const voice = { text, format: formats.en, language: (code: string) => code };

function evidence(id: string, type: string): EvidenceView {
  const scope = {
    models: ["LM-MT500"],
    serials: [],
    sites: [],
    destinations: [],
    packages: [],
    versions: [],
    regimes: [],
    shipment: null,
    cover: null,
    amount: null,
    amount_until: null,
  };
  return {
    evidence: {
      id,
      type,
      title: null,
      issuer: "Meridian",
      number: "DU-03",
      issued: "2026-03-02",
      expires: null,
      tested: null,
      holder: null,
      languages: ["zh"],
      files: ["9f3a61c407be11"],
      scope,
    },
    type_title: { en: type, zh: type },
    files: [
      {
        sha256: "9f3a61c407be11",
        name: "a.pdf",
        size: 1,
        media_type: "application/pdf",
        original_path: null,
      },
    ],
    added_at: "2026-11-01T08:00:00Z",
    used_by: [],
  };
}

const finding = {
  accepts: ["dual-use"],
  finding: {
    evidence: "ev-1",
    because: [
      {
        kind: "looked-at",
        evidence: "ev-1",
        name: "DU-03",
        defects: [{ kind: "models", covered: ["LM-MT500"], missing: ["LM-MT650"] }],
      },
    ],
  },
} as unknown as FindingView;

describe("a document's card", () => {
  it("leads with what falls short", () => {
    const card = lines(evidence("ev-1", "dual-use"), defectsOf(finding, "ev-1"), voice);
    expect(card[0]).toEqual({
      label: "Models",
      value: "LM-MT500",
      tone: "bad",
      note: "lacks LM-MT650",
    });
    expect(card.at(-1)).toEqual({
      label: "SHA-256",
      value: "9f3a 61c4 07be",
      tone: "plain",
      mono: true,
    });
  });

  it("says what an empty field would need", () => {
    const card = lines(
      evidence("ev-1", "x"),
      [{ kind: "cover", covered: null, needed: "ICC A" }],
      voice,
    );
    expect(card[0]).toEqual({ label: "Cover", value: "needed: ICC A", tone: "bad" });
  });

  it("shows every kind of defect", () => {
    const kinds = lines(
      evidence("ev-1", "x"),
      [
        { kind: "expired", on: "2026-10-14" },
        { kind: "holder", named: "A", needed: ["B"] },
        {
          kind: "regime",
          cites: ["2006/42/EC"],
          in_force: ["(EU) 2023/1230"],
          on: "2027-02-04",
          milestone: "m",
        },
      ],
      voice,
    ).filter((line) => line.tone !== "plain");
    expect(kinds.map((line) => line.label)).toEqual(["Law", "Expires", "Holder"]);
  });

  it("is shown where it satisfies, falls short, or is of the type", () => {
    const view = {
      evidence: [evidence("ev-1", "dual-use"), evidence("ev-2", "iso"), evidence("ev-3", "other")],
    } as unknown as ShipmentView;
    const verdict = { satisfied_by: ["ev-3"], accepts: [] } as unknown as VerdictView;
    expect(heldFor(view, finding, verdict).map((one) => one.evidence.id)).toEqual(["ev-1", "ev-3"]);
    expect(heldFor(view, null, null)).toEqual([]);
  });

  it("is offered from the library only where it is not used yet", () => {
    const view = { evidence: [evidence("ev-1", "iso")] } as unknown as ShipmentView;
    const library = [evidence("ev-1", "iso"), evidence("ev-2", "iso"), evidence("ev-3", "x")];
    expect(offered(library, view, ["iso"]).map((one) => one.evidence.id)).toEqual(["ev-2"]);
  });

  it("shortens its hash", () => {
    expect(shortHash("41d07be2c98a00")).toBe("41d0 7be2 c98a");
  });
});
