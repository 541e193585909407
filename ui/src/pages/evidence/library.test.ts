import { expect, it } from "vitest";
import type { EvidenceView } from "../../lib/bindings/EvidenceView";
import type { NeedView } from "../../lib/bindings/NeedView";
import { EvidenceDraft } from "../../lib/evidence/draft.svelte";
import {
  anything,
  matching,
  matters,
  needsOf,
  sorted,
  standing,
  supersededIn,
  values,
  versions,
  type Wanted,
} from "./library";

const today = "2026-11-24";

function view(id: string, type: string, expires: string | null, files = 1): EvidenceView {
  const draft = new EvidenceDraft();
  draft.type = type;
  draft.number = `No ${id}`;
  draft.expires = expires;
  draft.models = [`M${id}`, "M0"];
  draft.holder = type === "iso" ? "Meridian" : "";
  draft.languages = id === "4" ? ["de"] : ["zh"];
  const file = { sha256: id, name: `${id}.pdf`, size: 1, media_type: "application/pdf" };
  return {
    evidence: draft.evidence(id),
    type_title: { en: type, zh: type },
    files: files > 0 ? [{ ...file, original_path: null }] : [],
    added_at: "2026-11-01T08:00:00Z",
    used_by: id === "1" ? [["s1", "Hamburg"]] : [],
  };
}

const titleOf = (one: EvidenceView) => one.type_title.en;
const all = sorted(
  [
    view("1", "iso", "2027-06-01"),
    view("2", "iso", "2026-12-04"),
    view("3", "cal", "2026-11-23"),
    view("4", "doc", null, 0),
  ],
  titleOf,
);
const known = { today, superseded: supersededIn([["3", "4"]]), titleOf };
const found = (wanted: Partial<Wanted>) =>
  matching(all, { ...anything, ...wanted }, known).shown.map((one) => one.evidence.id);

it("a document is valid through its last day", () => {
  expect(standing(view("5", "iso", today), today)).toBe("expiring");
  expect(standing(view("5", "iso", "2026-11-23"), today)).toBe("expired");
  expect(standing(view("5", "iso", "2027-02-22"), today)).toBe("expiring");
  expect(standing(view("5", "iso", "2027-02-23"), today)).toBe("valid");
  expect(standing(view("5", "iso", null), today)).toBe("open-ended");
});

it("documents come by kind, the first to expire first", () => {
  expect(found({})).toEqual(["3", "4", "2", "1"]);
});

it("each filter finds its own", () => {
  expect(found({ standing: "expiring" })).toEqual(["2"]);
  expect(found({ standing: "expired" })).toEqual(["3"]);
  expect(found({ standing: "no-file" })).toEqual(["4"]);
  expect(found({ standing: "unused" })).toEqual(["3", "4", "2"]);
  expect(found({ standing: "superseded" })).toEqual(["3"]);
  expect(found({ holder: "Meridian" })).toEqual(["2", "1"]);
  expect(found({ model: "M2" })).toEqual(["2"]);
  expect(found({ language: "de" })).toEqual(["4"]);
  expect(found({ used_by: "s1" })).toEqual(["1"]);
});

it("filters join, and counts tell what each standing would show", () => {
  expect(found({ document_type: "iso", typed: "no 1" })).toEqual(["1"]);
  const { counts } = matching(all, { ...anything, document_type: "iso" }, known);
  expect(counts).toMatchObject({ all: 2, expiring: 1, expired: 0, unused: 1, superseded: 0 });
});

it("the filters offer each value once", () => {
  expect(values(all)).toEqual({
    holders: ["Meridian"],
    models: ["M0", "M1", "M2", "M3", "M4"],
    languages: ["de", "zh"],
    shipments: [["s1", "Hamburg"]],
  });
});

it("two thousand documents are filtered without a pause", () => {
  const many = Array.from({ length: 2000 }, (_, at) => view(`${at}`, `type ${at % 40}`, null));
  const start = performance.now();
  matching(many, { ...anything, typed: "no 19" }, known);
  expect(performance.now() - start).toBeLessThan(1000);
});

it("versions are told newest first, from any of them", () => {
  const pairs: [string, string][] = [
    ["a", "b"],
    ["b", "c"],
    ["x", "y"],
  ];
  for (const id of ["a", "b", "c"]) expect(versions(pairs, id)).toEqual(["c", "b", "a"]);
  expect(versions(pairs, "z")).toEqual([]);
});

it("versions that go in a circle end", () => {
  const pairs: [string, string][] = [
    ["a", "b"],
    ["b", "a"],
  ];
  expect(versions(pairs, "a").toSorted()).toEqual(["a", "b"]);
});

it("needs are grouped by shipment, and one that another document meets does not matter", () => {
  const need: NeedView = {
    evidence: "1",
    shipment: "s1",
    shipment_title: "Hamburg",
    requirement: "iso-9001",
    title: { en: "ISO", zh: "ISO" },
    state: "gap",
    serves: false,
    need: null,
    through: null,
    short: [],
  };
  const needs = [need, { ...need, evidence: "2" }, { ...need, shipment: "s2" }, need];
  expect(needsOf(needs, "1").map((group) => group.needs.length)).toEqual([2, 1]);
  expect(matters(need)).toBe(true);
  expect(matters({ ...need, state: "ready" })).toBe(false);
  expect(matters({ ...need, serves: true })).toBe(false);
});
