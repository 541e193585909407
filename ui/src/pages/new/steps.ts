// The steps of a new shipment, and what each still lacks. Pure.

import type { OrderDraft } from "../../lib/order/draft.svelte";

export const steps = ["buyer", "products", "terms", "answers", "review"] as const;
export type Step = (typeof steps)[number];

/** The steps of this shipment: answers are looked at where a profile proposes any. */
export function stepsOf(draft: OrderDraft): Step[] {
  return steps.filter((step) => step !== "answers" || draft.proposes);
}

const fields: Record<Step, string[]> = {
  buyer: ["reference", "country"],
  products: ["template"],
  terms: ["start", "latestShipment", "amount", "creditAmount", "creditShipment", "creditDays"],
  answers: [],
  review: [],
};

/** How many fields of a step are missing or wrong. */
export function lacking(draft: OrderDraft, step: Step): number {
  const own = Object.keys(draft.problems).filter((field) => fields[step].includes(field)).length;
  if (step !== "products") return own;
  return own + draft.products.filter((product) => !product.ready).length;
}

/** The first step that lacks something. */
export function firstLacking(draft: OrderDraft): Step | undefined {
  return steps.find((step) => lacking(draft, step) > 0);
}
