// Tolerances as they are typed. Pure.

import type { TolerancesView } from "../../../lib/bindings/TolerancesView";

export const TOLERANCE_UNITS: Record<keyof TolerancesView, string> = {
  gross_weight: "kg",
  vgm_percent: "%",
  vgm_mass: "kg",
  dimensions: "mm",
};

/** Whether a text is a plain decimal of zero or more, within what the program takes. */
export function isTolerance(text: string): boolean {
  const plain = text.trim();
  return /^\d+(\.\d+)?$/.test(plain) && plain.replace(".", "").length <= 12;
}
