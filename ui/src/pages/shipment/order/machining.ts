// The machining figures of a product as a form holds them. Pure.

import type { Axis } from "../../../lib/bindings/Axis";
import type { Machining } from "../../../lib/bindings/Machining";
import { isQuantity, withUnit } from "../lines/quantity";

/** The form's fields, as typed. */
export interface MachiningDraft {
  turning: string;
  milling: string;
  simultaneous: string;
  rotary: string;
  diameter: string;
  basis: "" | "1988" | "2006";
  axes: Axis[];
}

const yesNo = (value: boolean | null | undefined): string =>
  value === true ? "yes" : value === false ? "no" : "";
const asked = (text: string): boolean | null => (text === "" ? null : text === "yes");
const count = (text: string): number | null => (text.trim() === "" ? null : Number(text));
const isCount = (text: string): boolean => text.trim() === "" || /^\d{1,2}$/.test(text.trim());
const filled = (text: string | null | undefined): string | null => text?.trim() || null;

/** The form filled with what is known. */
export function machiningDraft(machining: Machining | null | undefined): MachiningDraft {
  return {
    turning: yesNo(machining?.turning),
    milling: yesNo(machining?.milling),
    simultaneous: String(machining?.simultaneous_axes ?? ""),
    rotary: String(machining?.rotary_axes ?? ""),
    diameter: machining?.max_turned_diameter ?? "",
    basis: machining?.accuracy_basis ?? "",
    axes: machining?.axes ?? [],
  };
}

/** Fields that do not read; cells of axes as `axes.0.travel`. */
export function machiningProblems(draft: MachiningDraft): Set<string> {
  const bad = new Set<string>();
  if (!isCount(draft.simultaneous)) bad.add("simultaneous");
  if (!isCount(draft.rotary)) bad.add("rotary");
  const diameter = withUnit(draft.diameter, "mm");
  if (diameter.trim() !== "" && !isQuantity(diameter)) bad.add("diameter");
  draft.axes.forEach((axis, index) => {
    for (const key of ["travel", "accuracy", "repeatability"] as const) {
      const text = filled(axis[key]);
      if (text !== null && !isQuantity(text)) bad.add(`axes.${index}.${key}`);
    }
  });
  return bad;
}

/** What is saved; none where nothing is known. */
export function machiningOf(draft: MachiningDraft): Machining | null {
  const axes = draft.axes
    .map((axis) => ({
      name: axis.name.trim(),
      travel: filled(axis.travel),
      accuracy: filled(axis.accuracy),
      repeatability: filled(axis.repeatability),
    }))
    .filter(({ name, ...figures }) => name !== "" || Object.values(figures).some(Boolean));
  const machining: Machining = {
    turning: asked(draft.turning),
    milling: asked(draft.milling),
    simultaneous_axes: count(draft.simultaneous),
    rotary_axes: count(draft.rotary),
    max_turned_diameter: filled(withUnit(draft.diameter, "mm")),
    accuracy_basis: draft.basis === "" ? null : draft.basis,
    axes,
  };
  const known = Object.entries(machining).some(([key, value]) =>
    key === "axes" ? axes.length > 0 : value !== null,
  );
  return known ? machining : null;
}
