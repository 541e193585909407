import { describe, expect, it } from "vitest";
import type { MilestoneView } from "../../../lib/bindings/MilestoneView";
import { draftOf, editOf } from "./edit";

const step = {
  closed: false,
  calendar: "CN-2027-MIN",
  after: ["build"],
  deadline: null,
  duration: { shortest: 3, base: 5, longest: 7 },
  edit: {
    base_days: null,
    shortest_days: null,
    longest_days: null,
    calendar: null,
    after: null,
    deadline: null,
    closed_by: null,
    closed: null,
    actual_start: null,
    actual_finish: null,
    pinned_start: null,
    pinned_finish: null,
  },
} as unknown as MilestoneView;

describe("a step's form", () => {
  it("sets nothing when nothing is changed", () => {
    expect(editOf(draftOf(step), step).edit).toEqual(step.edit);
  });

  it("sets the day it leaves, and takes it away again", () => {
    const set = { ...step.edit, pinned_start: "2026-12-10" };
    expect(editOf({ ...draftOf(step), pinnedStart: "2026-12-10" }, step).edit).toEqual(set);
    const held = { ...step, edit: set };
    expect(draftOf(held).pinnedStart).toBe("2026-12-10");
    expect(editOf({ ...draftOf(held), pinnedStart: null }, held).edit).toEqual(step.edit);
  });

  it("sets what differs", () => {
    const draft = { ...draftOf(step), days: "8", closed: true, actualFinish: "2026-12-04" };
    expect(editOf(draft, step).edit).toEqual({
      ...step.edit,
      base_days: 8,
      closed: true,
      actual_start: null,
      actual_finish: "2026-12-04",
      pinned_start: null,
      pinned_finish: null,
    });
  });

  it("sets calendar days, other predecessors, a deadline and the document that closes it", () => {
    const draft = {
      ...draftOf(step),
      calendar: "",
      after: ["build", "booking+2w"],
      deadline: "2027-01-15",
      actualFinish: "2026-12-04",
      closedBy: "ev-1",
    };
    expect(editOf(draft, step).edit).toEqual({
      ...step.edit,
      calendar: "calendar-days",
      after: ["build", "booking+2w"],
      deadline: "2027-01-15",
      actual_finish: "2026-12-04",
      closed_by: "ev-1",
    });
  });

  it("refuses a link that is none, days outside their range, and a document without a day", () => {
    const draft = draftOf(step);
    expect(editOf({ ...draft, after: ["a(FF)"] }, step).errors).toEqual({ link: "a(FF)" });
    expect(editOf({ ...draft, shortest: "6" }, step).errors).toEqual({ range: true });
    expect(editOf({ ...draft, closedBy: "ev-1" }, step).errors).toEqual({ finish: true });
  });

  it("refuses half days, too many days and an end before the beginning", () => {
    for (const days of ["", "2.5", "-1", "9999"]) {
      expect(editOf({ ...draftOf(step), days }, step).errors.days).toBe(true);
    }
    const draft = { ...draftOf(step), actualStart: "2026-12-04", actualFinish: "2026-12-01" };
    expect(editOf(draft, step)).toEqual({ edit: null, errors: { order: true } });
  });
});
