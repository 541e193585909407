import { expect, it } from "vitest";
import type { EvidenceView } from "../../lib/bindings/EvidenceView";
import type { NeedView } from "../../lib/bindings/NeedView";
import { EvidenceDraft } from "../../lib/evidence/draft.svelte";
import { dateOf, dayOf, fit } from "../../lib/timeline";
import { bar, monthTicks, rows, span } from "./expiry";

function view(id: string, issued: string | null, expires: string | null): EvidenceView {
  const draft = new EvidenceDraft();
  draft.type = "iso";
  draft.issued = issued;
  draft.expires = expires;
  return {
    evidence: draft.evidence(id),
    type_title: { en: "ISO", zh: "ISO" },
    files: [],
    added_at: "2026-11-01T08:00:00Z",
    used_by: [],
  };
}

const need = (evidence: string, through: string | null, state: NeedView["state"]): NeedView => ({
  evidence,
  shipment: "s1",
  shipment_title: "Hamburg",
  requirement: "iso",
  title: { en: "ISO", zh: "ISO" },
  state,
  serves: false,
  need: null,
  through,
  short: [],
});

const today = dayOf("2026-11-24");

it("a document that ends the day before it must hold falls short by one day", () => {
  const [row] = rows(
    [view("a", null, "2026-12-04")],
    [need("a", "2026-12-05", "gap"), need("a", "2026-12-04", "gap")],
  );
  expect(row?.marks.map((mark) => mark.short)).toEqual([false, true]);
  expect(row?.short).toBe(1);
});

it("a need that another document meets is no alarm", () => {
  const [row] = rows([view("a", null, "2026-12-04")], [need("a", "2027-12-05", "ready")]);
  expect(row?.short).toBe(0);
  expect(row?.marks).toHaveLength(1);
});

it("only what expires or is needed is shown, the first to expire first", () => {
  const shown = [
    view("open", null, null),
    view("late", null, "2027-06-01"),
    view("idle", null, null),
    view("soon", null, "2026-12-01"),
  ];
  const needs = [need("open", "2027-01-01", "ready"), need("idle", null, "gap")];
  expect(rows(shown, needs).map(({ view: { evidence } }) => evidence.id)).toEqual([
    "soon",
    "late",
    "open",
  ]);
});

it("the span is half a year back and ahead at least, three years at most", () => {
  expect(span([], today)).toEqual({ from: today - 31, to: today + 197 });
  const all = rows([view("a", "2019-01-01", "2049-01-01")], []);
  expect(span(all, today)).toEqual({ from: today - 183, to: today + 1098 });
});

it("months are thinned out to have room", () => {
  const scale = (perDay: number) => ({
    first: dayOf("2026-11-10"),
    last: dayOf("2028-02-10"),
    perDay,
  });
  const months = (perDay: number) =>
    monthTicks(scale(perDay), 44).map((tick) => dateOf(tick.day).slice(0, 7));
  expect(months(2)).toHaveLength(15);
  expect(months(0.5)).toEqual(["2027-01", "2027-04", "2027-07", "2027-10", "2028-01"]);
  expect(months(0.05)).toEqual(["2027-01", "2028-01"]);
});

it("a bar is cut where what is shown ends, and says so", () => {
  const scale = fit(today, today + 100, 1000, 1);
  const [cut] = rows([view("a", "2019-01-01", "2049-01-01")], []);
  expect(cut && bar(cut, scale)).toMatchObject({ left: 0, openStart: true, openEnd: true });
  const [own] = rows([view("a", "2026-12-01", "2026-12-31")], []);
  const place = own && bar(own, scale);
  expect(place?.width).toBeCloseTo(31 * scale.perDay);
  expect(place).toMatchObject({ openStart: false, openEnd: false });
});
