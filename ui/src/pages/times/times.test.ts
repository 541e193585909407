import { expect, it } from "vitest";
import type { PromisedMeasure } from "../../lib/bindings/PromisedMeasure";
import type { PromisedTimes } from "../../lib/bindings/PromisedTimes";
import { readTarget, TimesDraft } from "./times.svelte";

const measure = (part: Partial<PromisedMeasure>): PromisedMeasure => ({
  id: "first-reply",
  title: { en: "First reply", zh: "首次回复" },
  until: "reply",
  markets: [],
  standard: { "business-hours": 8 },
  own: null,
  ...part,
});
const reply = measure({});
const quote = measure({ id: "quote", standard: { "working-days": 5 }, own: { "working-days": 3 } });
const saved: PromisedTimes = {
  kinds: [
    {
      id: "cm-quote-pack",
      phase: "quotation",
      title: { en: "Quotation pack", zh: "报价包" },
      source: { en: "House practice", zh: "惯例" },
      measures: [reply, quote],
    },
  ],
};
const kind = "cm-quote-pack";

it("shows the own value before the default, and saves only what changed", () => {
  const draft = new TimesDraft(() => saved);
  expect(draft.get(kind, reply)).toEqual({ unit: "business-hours", count: "8" });
  expect(draft.get(kind, quote)).toEqual({ unit: "working-days", count: "3" });
  expect([draft.isOwn(kind, reply), draft.isOwn(kind, quote)]).toEqual([false, true]);
  expect(draft.changed).toBe(false);
  draft.set(kind, reply, { count: "4" });
  expect(draft.times).toEqual([
    { material: kind, measure: "first-reply", within: { "business-hours": 4 } },
  ]);
  draft.revert();
  expect(draft.changed).toBe(false);
});

it("goes back to the default, which is no own value", () => {
  const draft = new TimesDraft(() => saved);
  draft.reset(kind, quote);
  expect(draft.isOwn(kind, quote)).toBe(false);
  expect(draft.times).toEqual([{ material: kind, measure: "quote", within: null }]);
  draft.set(kind, reply, { count: "4" });
  draft.set(kind, reply, { count: "8" });
  expect(draft.times).toHaveLength(1);
});

it("takes whole numbers within the bounds of their unit", () => {
  const draft = new TimesDraft(() => saved);
  for (const count of ["", "-1", "1.5", "2001", "ten"]) {
    draft.set(kind, reply, { count });
    expect(draft.ready, count).toBe(false);
    expect(draft.changed, count).toBe(true);
  }
  draft.set(kind, reply, { unit: "hours", count: "2001" });
  expect(draft.ready).toBe(true);
  expect(readTarget({ unit: "working-days", count: "０" })).toEqual({ "working-days": 0 });
});
