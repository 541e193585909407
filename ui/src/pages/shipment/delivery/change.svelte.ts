// A change of a step's planned days or of its place that is looked at before it is kept.

import { act } from "../../../lib/act";
import type { MilestoneEdit } from "../../../lib/bindings/MilestoneEdit";
import type { MilestoneView } from "../../../lib/bindings/MilestoneView";
import type { ShipmentView } from "../../../lib/bindings/ShipmentView";
import { addDays, moved, type Place, replan } from "../../../lib/timeline";
import { both } from "../../../lib/words";
import { movedBy } from "./moves";
import { lastEnd, planSteps } from "./rows";

const MOST = 3650;

/** What is changed of a step: its length, or its place. */
export type ChangeKind = "days" | "move";

export class Change {
  step = $state<string | null>(null);
  kind = $state<ChangeKind>("days");
  /** The planned days. */
  days = $state(0);
  /** Days by which it is moved. */
  by = $state(0);

  /** Adds days to a step's length. Another step's change is dropped. */
  shift(view: ShipmentView, id: string, by: number): void {
    const step = find(view, id);
    if (step === null || step.closed) return;
    const from = this.step === id && this.kind === "days" ? this.days : step.duration.base;
    this.step = id;
    this.kind = "days";
    this.days = Math.min(MOST, Math.max(0, from + by));
  }

  /** Moves a step; kept, its last day is set by hand, or its first where that was. Another step's change is dropped. */
  move(view: ShipmentView, id: string, by: number): void {
    const step = find(view, id);
    // What has begun lies where it lies.
    if (step === null || step.closed || step.edit.actual_start !== null) return;
    const from = this.step === id && this.kind === "move" ? this.by : 0;
    this.step = id;
    this.kind = "move";
    this.by = from + by;
  }

  /** The edit as it would be kept; none where it changes nothing. */
  edit(view: ShipmentView): { step: MilestoneView; edit: MilestoneEdit } | null {
    const step = this.step === null ? null : find(view, this.step);
    if (step === null) return null;
    if (this.kind === "move") {
      if (this.by === 0) return null;
      const { pinned_start: first, pinned_finish: last } = step.edit;
      // What leaves on a day of its own leaves on another; its end follows.
      const moved =
        first === null
          ? { pinned_finish: addDays(step.finish, this.by) }
          : {
              pinned_start: addDays(first, this.by),
              pinned_finish: last === null ? null : addDays(last, this.by),
            };
      return { step, edit: { ...step.edit, ...moved } };
    }
    if (this.days === step.duration.base) return null;
    return { step, edit: { ...step.edit, base_days: this.days } };
  }

  /** A first look while the program plans; nothing where it changes nothing. */
  look(
    view: ShipmentView,
  ): { step: MilestoneView; places: Map<string, Place>; end: number } | null {
    const step = this.edit(view)?.step;
    const steps = planSteps(view);
    const own = steps.find(({ id }) => id === step?.id);
    if (step === undefined || own === undefined) return null;
    if (this.kind === "move") {
      const places = movedBy(own, this.by);
      return { step, places, end: 0 };
    }
    // Planned days are working days for some calendars: the bar grows by the days added.
    const length = Math.max(0, own.end - own.start + this.days - step.duration.base);
    const all = replan(steps, step.id, length);
    return { step, places: moved(steps, all), end: lastEnd(all.values()) - lastEnd(steps) };
  }

  /** Makes it so. */
  async keep(view: ShipmentView): Promise<void> {
    const change = this.edit(view);
    if (change === null) return;
    const { kind } = this;
    const kept = await act(
      "edit_milestone",
      { shipment: view.id, milestone: change.step.id, edit: change.edit },
      both((all) =>
        kind === "move" ? all.shipment.schedule.movedStep : all.shipment.delivery.preview.kept,
      ),
    );
    if (kept !== undefined) this.discard();
  }

  /** Forgets it. */
  discard(): void {
    this.step = null;
    this.by = 0;
  }
}

function find(view: ShipmentView, id: string): MilestoneView | null {
  return view.schedule.milestones.find((step) => step.id === id) ?? null;
}
