// A change of a step's planned days that is looked at before it is kept.

import { act } from "../../../lib/act";
import type { MilestoneView } from "../../../lib/bindings/MilestoneView";
import type { ShipmentView } from "../../../lib/bindings/ShipmentView";
import { moved, type Place, replan } from "../../../lib/timeline";
import { both } from "../../../lib/words";
import { lastEnd, planSteps } from "./rows";

const MOST = 3650;

export class Change {
  step = $state<string | null>(null);
  days = $state(0);

  /** Adds days to a step's length. Another step's change is dropped. */
  shift(view: ShipmentView, id: string, by: number): void {
    const step = find(view, id);
    if (step === null || step.closed) return;
    const from = this.step === id ? this.days : step.duration.base;
    this.step = id;
    this.days = Math.min(MOST, Math.max(0, from + by));
  }

  /** What is shown of it; nothing where it changes nothing. */
  look(
    view: ShipmentView,
  ): { step: MilestoneView; places: Map<string, Place>; end: number } | null {
    const step = this.step === null ? null : find(view, this.step);
    if (step === null || this.days === step.duration.base) return null;
    const steps = planSteps(view);
    const own = steps.find(({ id }) => id === step.id);
    if (own === undefined) return null;
    // Planned days are working days for some calendars: the bar grows by the days added.
    const length = Math.max(0, own.end - own.start + this.days - step.duration.base);
    const all = replan(steps, step.id, length);
    return { step, places: moved(steps, all), end: lastEnd(all.values()) - lastEnd(steps) };
  }

  /** Makes it so. */
  async keep(view: ShipmentView): Promise<void> {
    const look = this.look(view);
    if (look === null) return;
    const edit = { ...look.step.edit, base_days: this.days };
    const kept = await act(
      "edit_milestone",
      { shipment: view.id, milestone: look.step.id, edit },
      both((all) => all.shipment.delivery.preview.kept),
    );
    if (kept !== undefined) this.discard();
  }

  /** Forgets it. */
  discard(): void {
    this.step = null;
  }
}

function find(view: ShipmentView, id: string): MilestoneView | null {
  return view.schedule.milestones.find((step) => step.id === id) ?? null;
}
