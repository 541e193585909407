// Asks the program what changes of steps would move. The latest question wins; one is under way at a time.

import type { MilestonePreview } from "../../../lib/bindings/MilestonePreview";
import type { MilestoneTrial } from "../../../lib/bindings/MilestoneTrial";
import type { Text } from "../../../lib/bindings/Text";
import { call, failedOf } from "../../../lib/ipc";

/** A question with what is needed to tell whether its answer still fits. */
interface Question {
  shipment: string;
  on: string | null;
  edits: MilestoneTrial[];
}

export class Look {
  preview = $state<MilestonePreview | null>(null);
  /** Why it cannot be planned. */
  refusal = $state<Text | null>(null);
  private asked: string | null = null;
  private busy = false;
  private next: Question | null = null;

  /** Asks; without edits it forgets what was said. */
  ask(shipment: string, on: string | null, edits: MilestoneTrial[]): void {
    if (edits.length === 0) {
      this.forget();
      return;
    }
    const question = { shipment, on, edits };
    const key = JSON.stringify(question);
    if (key === this.asked) return;
    this.asked = key;
    this.next = question;
    if (!this.busy) void this.work();
  }

  /** Forgets what was said; an answer under way is not shown. */
  forget(): void {
    this.asked = null;
    this.next = null;
    this.preview = null;
    this.refusal = null;
  }

  private async work(): Promise<void> {
    this.busy = true;
    while (this.next !== null) {
      const question = this.next;
      this.next = null;
      const key = JSON.stringify(question);
      try {
        // One at a time: a newer question takes the place of the one that waits.
        const preview = await call("preview_milestones", question);
        if (this.asked === key) [this.preview, this.refusal] = [preview, null];
      } catch (error) {
        if (this.asked === key) [this.preview, this.refusal] = [null, failedOf(error).message];
      }
    }
    this.busy = false;
  }
}
