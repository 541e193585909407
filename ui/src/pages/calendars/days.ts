// What the days of a calendar are, and changing them. Pure.

import type { Calendar } from "../../lib/bindings/Calendar";
import { dateOf, dayOf } from "../../lib/timeline";

export type DayState = "work" | "weekend" | "off" | "make-up";

/** Monday is 0. */
function weekday(date: string): number {
  return (((dayOf(date) + 3) % 7) + 7) % 7;
}

/** What a day is by the calendar. Make-up days win, as in planning. */
export function stateOf(calendar: Calendar, date: string): DayState {
  if (calendar.work.includes(date)) return "make-up";
  if (calendar.off.includes(date)) return "off";
  return weekday(date) >= 5 ? "weekend" : "work";
}

/** The calendar with a day changed: weekdays between worked and off, weekend days through all three. */
export function turned(calendar: Calendar, date: string): Calendar {
  const without = (days: string[]) => days.filter((day) => day !== date);
  const off = without(calendar.off);
  const work = without(calendar.work);
  const state = stateOf(calendar, date);
  if (state === "work" || state === "make-up") {
    // A weekday that is named a make-up day is worked anyhow: it turns into a day off.
    return { ...calendar, off: [...off, date].sort(), work };
  }
  if (state === "weekend") return { ...calendar, off, work: [...work, date].sort() };
  return { ...calendar, off, work };
}

/** Whether a day lies in a quiet period. */
export function isQuiet(calendar: Calendar, date: string): boolean {
  return calendar.quiet.some((span) => span.from <= date && date <= span.to);
}

/** The weeks of a month from Monday; days of other months are left empty. */
export function weeksOf(year: number, month: number): (string | null)[][] {
  const first = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-01`;
  const days: (string | null)[] = Array.from({ length: weekday(first) }, () => null);
  for (let day = dayOf(first); dateOf(day).slice(0, 7) === first.slice(0, 7); day++)
    days.push(dateOf(day));
  while (days.length % 7 !== 0) days.push(null);
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
}

/** How many days off and make-up days a year has. */
export function counts(calendar: Calendar, year: number): { off: number; work: number } {
  const of = (days: string[]) => days.filter((day) => day.startsWith(`${year}-`));
  const work = of(calendar.work);
  return { off: of(calendar.off).filter((day) => !work.includes(day)).length, work: work.length };
}

/** A year typed by hand; `null` where it is none a calendar can hold. */
export function readYear(text: string): number | null {
  const year = /^\d{4}$/.test(text.trim()) ? Number(text.trim()) : 0;
  return year >= 1990 && year <= 2200 ? year : null;
}

/** The calendar without days outside its years, so that it can be saved with fewer years. */
export function within(calendar: Calendar, first: number, last: number): Calendar {
  const inside = (day: string) =>
    Number(day.slice(0, 4)) >= first && Number(day.slice(0, 4)) <= last;
  return {
    ...calendar,
    first_year: first,
    last_year: last,
    off: calendar.off.filter(inside),
    work: calendar.work.filter(inside),
  };
}
