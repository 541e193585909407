import { describe, expect, it } from "vitest";
import type { MilestoneView } from "../../../lib/bindings/MilestoneView";
import { draftOf, editOf } from "./edit";

const step = {
  closed: false,
  duration: { shortest: 3, base: 5, longest: 7 },
  edit: {
    base_days: null,
    closed: null,
    actual_start: null,
    actual_finish: null,
    pinned_finish: null,
  },
} as unknown as MilestoneView;

describe("a step's form", () => {
  it("sets nothing when nothing is changed", () => {
    expect(editOf(draftOf(step), step).edit).toEqual(step.edit);
  });

  it("sets what differs", () => {
    const draft = { ...draftOf(step), days: "8", closed: true, actualFinish: "2026-12-04" };
    expect(editOf(draft, step).edit).toEqual({
      base_days: 8,
      closed: true,
      actual_start: null,
      actual_finish: "2026-12-04",
      pinned_finish: null,
    });
  });

  it("refuses half days, too many days and an end before the beginning", () => {
    for (const days of ["", "2.5", "-1", "9999"]) {
      expect(editOf({ ...draftOf(step), days }, step).errors.days).toBe(true);
    }
    const draft = { ...draftOf(step), actualStart: "2026-12-04", actualFinish: "2026-12-01" };
    expect(editOf(draft, step)).toEqual({ edit: null, errors: { order: true } });
  });
});
