// What the user sets of a step, as a form holds it. Pure.

import type { MilestoneEdit } from "../../../lib/bindings/MilestoneEdit";
import type { MilestoneView } from "../../../lib/bindings/MilestoneView";

/** The form's fields. */
export interface StepDraft {
  days: string;
  closed: boolean;
  actualStart: string | null;
  actualFinish: string | null;
  pinned: string | null;
}

const MOST = 3650;

/** The form filled with what is set; the template's days where none are. */
export function draftOf(step?: MilestoneView): StepDraft {
  return {
    days: String(step?.edit.base_days ?? step?.duration.base ?? ""),
    closed: step?.closed ?? false,
    actualStart: step?.edit.actual_start ?? null,
    actualFinish: step?.edit.actual_finish ?? null,
    pinned: step?.edit.pinned_finish ?? null,
  };
}

/** What the form says; none where something in it is wrong. */
export function editOf(
  draft: StepDraft,
  step: MilestoneView,
): { edit: MilestoneEdit | null; errors: { days?: true; order?: true } } {
  const days = /^\d{1,4}$/.test(draft.days.trim()) ? Number(draft.days) : null;
  const badDays = days === null || days > MOST;
  const { actualStart: start, actualFinish: finish } = draft;
  const badOrder = start !== null && finish !== null && finish < start;
  if (badDays || badOrder) {
    return {
      edit: null,
      errors: { ...(badDays ? { days: true } : {}), ...(badOrder ? { order: true } : {}) },
    };
  }
  const edit = {
    base_days: days === step.duration.base ? (step.edit.base_days ?? null) : days,
    closed: draft.closed === step.closed ? (step.edit.closed ?? null) : draft.closed,
    actual_start: start,
    actual_finish: finish,
    pinned_finish: draft.pinned,
  };
  return { edit, errors: {} };
}
