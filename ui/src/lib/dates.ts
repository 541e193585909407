// Reading a date as people type it, and the weeks of a calendar page. Pure.

import { addDays, dateOf, dayOf, isDate } from "./timeline";

/**
 * The date in what was typed, as YYYY-MM-DD; `null` when there is none. Read are 2026-11-24, 2026/11/24,
 * 2026.11.24, 20261124 and 2026年11月24日; nothing where day and month could be mistaken for each other.
 */
export function readDate(text: string): string | null {
  const parts = /^(\d{4})(?:[-/.年\s]\s*(\d{1,2})[-/.月\s]\s*(\d{1,2})日?|(\d{2})(\d{2}))$/.exec(
    text.trim(),
  );
  if (!parts) return null;
  const [, year = "", month, day, shortMonth, shortDay] = parts;
  const two = (value: string | undefined) => (value ?? "").padStart(2, "0");
  const date = `${year}-${two(month ?? shortMonth)}-${two(day ?? shortDay)}`;
  return isDate(date) ? date : null;
}

/** Six weeks from Monday that hold the month of a date. */
export function monthWeeks(date: string): string[][] {
  const first = `${date.slice(0, 7)}-01`;
  const monday = dayOf(first) - ((dayOf(first) + 3) % 7);
  return Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => dateOf(monday + week * 7 + day)),
  );
}

/** The same day some months later; the month's last day where it has no such day. */
export function addMonths(date: string, months: number): string {
  const [year = 1970, month = 1, day = 1] = date.split("-").map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  const kept = Math.min(day, last.getUTCDate());
  return dateOf(Math.round(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), kept) / 86_400_000));
}

/** The date that a key leads to in a calendar page; `null` for other keys. */
export function dateStep(date: string, key: string): string | null {
  switch (key) {
    case "ArrowLeft":
      return addDays(date, -1);
    case "ArrowRight":
      return addDays(date, 1);
    case "ArrowUp":
      return addDays(date, -7);
    case "ArrowDown":
      return addDays(date, 7);
    case "Home":
      return addDays(date, -((dayOf(date) + 3) % 7));
    case "End":
      return addDays(date, 6 - ((dayOf(date) + 3) % 7));
    case "PageUp":
      return addMonths(date, -1);
    case "PageDown":
      return addMonths(date, 1);
    default:
      return null;
  }
}
