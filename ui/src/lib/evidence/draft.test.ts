import { expect, it } from "vitest";
import type { Evidence } from "../bindings/Evidence";
import { EvidenceDraft, fileName, searchText } from "./draft.svelte";

const evidence: Evidence = {
  id: "ev-1",
  type: "iso-9001",
  title: null,
  issuer: "Haidu Certification",
  number: "CQ-26-0917",
  issued: "2023-12-05",
  expires: "2026-12-04",
  holder: "Laoshan Meridian",
  languages: ["zh", "en"],
  scope: {
    models: ["LM-MT650"],
    serials: [],
    sites: ["Laoshan"],
    destinations: [],
    packages: ["1", "2"],
    shipment: "SH-2026-001",
    cover: null,
    amount: "500000 USD",
    amount_until: "2026-12-31",
    regimes: ["2006/42/EC"],
    versions: ["4.2"],
  },
  tested: "2026-11-02",
  files: ["c67e"],
};

it("a record reads back as it was, with what the form does not show", () => {
  expect(new EvidenceDraft(evidence).evidence()).toEqual(evidence);
});

it("a new record needs its kind only", () => {
  const draft = new EvidenceDraft();
  expect(draft.problems).toEqual({ type: "needed" });
  draft.type = "iso-9001";
  expect(draft.ready).toBe(true);
  expect(draft.evidence("ev-9").id).toBe("ev-9");
});

it("it cannot expire before it was issued", () => {
  const draft = new EvidenceDraft(evidence);
  draft.expires = "2023-12-04";
  expect(draft.problems).toEqual({ expires: "before-issue" });
  draft.expires = "2023-12-05";
  expect(draft.ready).toBe(true);
});

it("a record is found by what it says and by its files", () => {
  const file = {
    sha256: "c67e",
    name: "ISO.pdf",
    size: 1,
    media_type: "application/pdf",
    original_path: null,
  };
  for (const word of ["cq-26", "haidu", "lm-mt650", "2006/42", "iso.pdf"]) {
    expect(searchText(evidence, [file])).toContain(word);
  }
});

it("a file's name is the end of its path on any system", () => {
  expect(fileName("/home/lin/a b.pdf")).toBe("a b.pdf");
  expect(fileName("C:\\certs\\证书.pdf")).toBe("证书.pdf");
  expect(fileName("a.pdf")).toBe("a.pdf");
});
