// What the user sets of a step, as a form holds it. Pure.

import type { MilestoneEdit } from "../../../lib/bindings/MilestoneEdit";
import type { MilestoneView } from "../../../lib/bindings/MilestoneView";
import { readLink } from "../../../lib/timeline";

/** The form's fields. */
export interface StepDraft {
  days: string;
  shortest: string;
  longest: string;
  /** Empty for calendar days. */
  calendar: string;
  after: string[];
  closed: boolean;
  actualStart: string | null;
  actualFinish: string | null;
  pinnedStart: string | null;
  pinned: string | null;
  deadline: string | null;
  /** Empty for none. */
  closedBy: string;
}

/** What is wrong in the form. */
export interface StepErrors {
  days?: true;
  range?: true;
  order?: true;
  /** The first predecessor that is not one. */
  link?: string;
  finish?: true;
}

/** Stands for no calendar where a template has one. */
export const CALENDAR_DAYS = "calendar-days";
const MOST = 3650;

/** The form filled with what is set; the template's values where nothing is. */
export function draftOf(step?: MilestoneView): StepDraft {
  return {
    days: String(step?.edit.base_days ?? step?.duration.base ?? ""),
    shortest: String(step?.duration.shortest ?? ""),
    longest: String(step?.duration.longest ?? ""),
    calendar: step?.calendar ?? "",
    after: step === undefined ? [] : [...step.after],
    closed: step?.closed ?? false,
    actualStart: step?.edit.actual_start ?? null,
    actualFinish: step?.edit.actual_finish ?? null,
    pinnedStart: step?.edit.pinned_start ?? null,
    pinned: step?.edit.pinned_finish ?? null,
    deadline: step?.deadline ?? null,
    closedBy: step?.edit.closed_by ?? "",
  };
}

/** Whole days as written; none where they are not days that can be planned. */
export function daysOf(text: string): number | null {
  const days = /^\d{1,4}$/.test(text.trim()) ? Number(text) : null;
  return days === null || days > MOST ? null : days;
}

function errorsOf(draft: StepDraft, step: MilestoneView): StepErrors {
  const [base, shortest, longest] = [
    daysOf(draft.days),
    daysOf(draft.shortest),
    daysOf(draft.longest),
  ];
  const { duration } = step;
  const errors: StepErrors = {};
  if (base === null || shortest === null || longest === null) errors.days = true;
  else if (
    (shortest !== duration.shortest || longest !== duration.longest) &&
    !(shortest <= base && base <= longest)
  ) {
    errors.range = true;
  }
  const { actualStart: start, actualFinish: finish } = draft;
  if (start !== null && finish !== null && finish < start) errors.order = true;
  const link = draft.after.find((text) => readLink(text) === null);
  if (link !== undefined) errors.link = link;
  if (draft.closedBy !== "" && finish === null) errors.finish = true;
  return errors;
}

/** Keeps what is set already where the form says what holds anyway. */
function kept<T>(said: T, holds: T, set: T | null): T | null {
  return said === holds ? set : said;
}

/** What the form says; none where something in it is wrong. */
export function editOf(
  draft: StepDraft,
  step: MilestoneView,
): { edit: MilestoneEdit | null; errors: StepErrors } {
  const errors = errorsOf(draft, step);
  if (Object.keys(errors).length > 0) return { edit: null, errors };
  const { duration, edit: set } = step;
  const sameLinks = draft.after.join(" ") === step.after.join(" ");
  const edit: MilestoneEdit = {
    base_days: kept(Number(draft.days), duration.base, set.base_days),
    shortest_days: kept(Number(draft.shortest), duration.shortest, set.shortest_days),
    longest_days: kept(Number(draft.longest), duration.longest, set.longest_days),
    calendar: kept(
      draft.calendar === "" ? CALENDAR_DAYS : draft.calendar,
      step.calendar ?? CALENDAR_DAYS,
      set.calendar,
    ),
    after: sameLinks ? set.after : draft.after,
    deadline: draft.deadline === step.deadline ? set.deadline : draft.deadline,
    closed_by: draft.closedBy === "" ? null : draft.closedBy,
    closed: kept(draft.closed, step.closed, set.closed),
    actual_start: draft.actualStart,
    actual_finish: draft.actualFinish,
    pinned_start: draft.pinnedStart,
    pinned_finish: draft.pinned,
  };
  return { edit, errors };
}
