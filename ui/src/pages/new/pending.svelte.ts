// The shipment being written down. It stays while the window lives, so that looking at another page loses
// nothing; creating or cancelling it ends it.

import { OrderDraft } from "../../lib/order/draft.svelte";
import { nextReference } from "../../lib/order/proposals";
import { firstLacking, lacking, steps, stepsOf, type Step } from "./steps";

export class Pending {
  readonly draft = new OrderDraft();
  at = $state<Step>("buyer");
  /** The furthest step seen, among all that there can be. */
  reached = $state(0);
  /** Steps that were left while something was missing in them. */
  #strict = $state.raw<Step[]>([]);

  constructor(used: string[], today: string) {
    this.draft.reference = nextReference(used, today);
    this.draft.start = today;
  }

  get steps(): Step[] {
    return stepsOf(this.draft);
  }

  get index(): number {
    return this.steps.indexOf(this.at);
  }

  /** Whether empty fields of this step are marked. */
  get strict(): boolean {
    return this.#strict.includes(this.at);
  }

  /** How many fields to fill in are told. */
  get missing(): number {
    return this.strict ? lacking(this.draft, this.at) : 0;
  }

  go(step: Step): void {
    this.at = step;
    this.reached = Math.max(this.reached, steps.indexOf(step));
  }

  back(): void {
    this.go(this.steps[this.index - 1] ?? "buyer");
  }

  /**
   * Goes on where nothing is missing, else marks what is. `create` when the review is confirmed and
   * everything is there.
   */
  next(): "went" | "refused" | "create" {
    const here = this.at === "review" ? firstLacking(this.draft) : this.at;
    if (here === undefined) return "create";
    if (lacking(this.draft, here) > 0) {
      if (!this.#strict.includes(here)) this.#strict = [...this.#strict, here];
      this.at = here;
      return "refused";
    }
    this.go(this.steps[this.index + 1] ?? "review");
    return "went";
  }
}

let pending: Pending | undefined;

/** The one being written, begun when there is none. */
export function pendingShipment(used: string[], today: string): Pending {
  pending ??= new Pending(used, today);
  return pending;
}

export function endPending(): void {
  pending = undefined;
}
