import { expect, it } from "vitest";
import { endPending, Pending, pendingShipment } from "./pending.svelte";

const today = "2026-11-24";

function filled(): Pending {
  const pending = new Pending([], today);
  const { draft } = pending;
  draft.country = "DE";
  draft.template = "ga";
  const product = draft.products[0];
  if (product) {
    product.category = "gantry";
    product.model = "GMC-4030";
  }
  return pending;
}

it("a new shipment begins with a reference and today", () => {
  const { draft } = new Pending(["SH-2026-004"], today);
  expect(draft.reference).toBe("SH-2026-005");
  expect(draft.start).toBe(today);
});

it("a step is left only when nothing is missing in it", () => {
  const pending = new Pending([], today);
  expect(pending.missing).toBe(0);
  expect(pending.next()).toBe("refused");
  expect(pending.strict).toBe(true);
  expect(pending.missing).toBe(1);
  pending.draft.country = "DE";
  expect(pending.next()).toBe("went");
  expect(pending.at).toBe("products");
  expect(pending.strict).toBe(false);
});

it("four steps lead to creating it", () => {
  const pending = filled();
  expect([1, 2, 3, 4].map(() => pending.next())).toEqual(["went", "went", "went", "create"]);
});

it("a profile that proposes answers adds a step to look at them", () => {
  const pending = filled();
  expect(pending.steps).not.toContain("answers");
  pending.go("review");
  pending.draft.products[0]?.startFrom({
    id: "gantry",
    title: { en: "Gantry", zh: "龙门" },
    about: { en: "Large", zh: "大型" },
    category: "gantry",
    template: "ga",
    answers: {},
    product_answers: { net: { kind: "yes-no", value: true } },
  });
  pending.go("terms");
  expect([1, 2, 3].map(() => [pending.next(), pending.at])).toEqual([
    ["went", "answers"],
    ["went", "review"],
    ["create", "review"],
  ]);
  pending.back();
  expect(pending.at).toBe("answers");
});

it("what was undone meanwhile leads back to its step", () => {
  const pending = filled();
  pending.go("review");
  pending.draft.start = null;
  expect(pending.next()).toBe("refused");
  expect(pending.at).toBe("terms");
  expect(pending.reached).toBe(4);
});

it("it is kept until it is ended", () => {
  const first = pendingShipment([], today);
  expect(pendingShipment([], today)).toBe(first);
  endPending();
  expect(pendingShipment([], today)).not.toBe(first);
  endPending();
});
