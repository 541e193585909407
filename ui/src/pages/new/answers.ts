// Where a shipment's proposed answers are about: itself, and each product. Pure.

import type { OrderDraft } from "../../lib/order/draft.svelte";
import type { Proposed } from "../../lib/order/proposed.svelte";

export interface Part {
  key: string;
  title: string;
  proposed: Proposed;
}

/** The parts that have any; a product without a model is named by its number. */
export function proposedParts(
  draft: OrderDraft,
  shipment: string,
  product: (number: number) => string,
): Part[] {
  const parts = [
    { key: "shipment", title: shipment, proposed: draft.proposed },
    ...draft.products.map((one, index) => ({
      key: one.key,
      title: one.model.trim() || product(index + 1),
      proposed: one.proposed,
    })),
  ];
  return parts.filter((part) => part.proposed.list.length > 0);
}
