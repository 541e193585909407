import { expect, it } from "vitest";
import type { EvidenceView } from "../../lib/bindings/EvidenceView";
import { EvidenceDraft } from "../../lib/evidence/draft.svelte";
import { countOf, matching, standing } from "./library";

const today = "2026-11-24";

function view(id: string, type: string, expires: string | null, files = 1): EvidenceView {
  const draft = new EvidenceDraft();
  draft.type = type;
  draft.number = `No ${id}`;
  draft.expires = expires;
  const file = {
    sha256: id,
    name: `${id}.pdf`,
    size: 1,
    media_type: "application/pdf",
    original_path: null,
  };
  return {
    evidence: draft.evidence(id),
    type_title: { en: type, zh: type },
    files: files > 0 ? [file] : [],
    added_at: "2026-11-24T09:41:00+08:00",
    used_by: [],
  };
}

const all = [
  view("1", "iso", "2027-06-01"),
  view("2", "iso", "2026-12-04"),
  view("3", "cal", "2026-11-23"),
  view("4", "doc", null, 0),
];
const titleOf = (one: EvidenceView) => one.type_title.en;
const found = (filter: "all" | "expiring" | "expired" | "noFile", type = "", typed = "") =>
  matching(all, { filter, type, typed }, today, titleOf).map((one) => one.evidence.id);

it("a document is valid through its last day", () => {
  expect(standing(view("5", "iso", today), today)).toBe("expiring");
  expect(standing(view("5", "iso", "2026-11-23"), today)).toBe("expired");
  expect(standing(view("5", "iso", "2027-02-22"), today)).toBe("expiring");
  expect(standing(view("5", "iso", "2027-02-23"), today)).toBe("valid");
  expect(standing(view("5", "iso", null), today)).toBe("open-ended");
});

it("documents come by kind, the first to expire first", () => {
  expect(found("all")).toEqual(["3", "4", "2", "1"]);
});

it("filters join", () => {
  expect(found("expiring")).toEqual(["2"]);
  expect(found("noFile")).toEqual(["4"]);
  expect(found("all", "iso", "no 1")).toEqual(["1"]);
  expect(countOf(all, "expired", today)).toBe(1);
});
