// When a signal is to be looked at again, while it is being chosen.

import type { NextReview } from "../../lib/bindings/NextReview";

export class NextDraft {
  kind = $state<"on" | "monthly">("on");
  day = $state<string | null>(null);

  constructor(from?: NextReview) {
    if (from === "monthly") this.kind = "monthly";
    else if (from && "on" in from) this.day = from.on;
  }

  /** The choice; nothing while the day is missing or does not lie ahead. */
  value(today: string): NextReview | undefined {
    if (this.kind === "monthly") return "monthly";
    return this.day !== null && this.day > today ? { on: this.day } : undefined;
  }
}
