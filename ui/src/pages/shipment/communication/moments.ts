// Instants as they are written down, with their distance from UTC; and lengths of time in words. Pure.

import type { ClockView } from "../../../lib/bindings/ClockView";
import type { Target } from "../../../lib/bindings/Target";
import type { Words } from "../../../lib/words";

type Talk = Words["shipment"]["communication"];

export interface Moment {
  date: string;
  /** 09:30 */
  time: string;
  /** +08:00 */
  offset: string;
}

const pattern = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** The parts of an instant in RFC 3339; nothing where it is none. */
export function parts(instant: string): Moment | null {
  const found = pattern.exec(instant);
  if (!found) return null;
  const [, date = "", time = "", offset = ""] = found;
  return { date, time, offset: offset === "Z" ? "+00:00" : offset };
}

/** The time in what was typed, as 09:30; nothing where there is none. */
export function readTime(text: string): string | null {
  const found = /^(\d{1,2})[:：.](\d{2})$/.exec(text.trim());
  if (!found) return null;
  const [, hour = "", minute = ""] = found;
  return Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, "0")}:${minute}` : null;
}

/** The instant of a date, a time and a distance from UTC. */
export function instant({ date, time, offset }: Moment): string {
  return `${date}T${time}:00${offset}`;
}

/** The distances from UTC that are in use, and one more where it is none of them. */
export function offsets(more: string): string[] {
  const whole = Array.from({ length: 27 }, (_, at) => at - 12);
  const all = whole.map((hours) => {
    const size = String(Math.abs(hours)).padStart(2, "0");
    return `${hours < 0 ? "-" : "+"}${size}:00`;
  });
  const odd = ["-09:30", "-03:30", "+03:30", "+04:30", "+05:30", "+05:45", "+06:30", "+09:30"];
  return [...new Set([...all, ...odd, more])].sort((a, b) => minutes(a) - minutes(b));
}

function minutes(offset: string): number {
  const [hours = 0, rest = 0] = offset.slice(1).split(":").map(Number);
  return (offset.startsWith("-") ? -1 : 1) * (hours * 60 + rest);
}

export type Unit = "business-hours" | "working-days" | "hours";

/** The unit of a target and how many of it. */
export function measureOf(target: Target): [Unit, number] {
  if ("business-hours" in target) return ["business-hours", target["business-hours"]];
  if ("working-days" in target) return ["working-days", target["working-days"]];
  return ["hours", target.hours];
}

/** A target of so many of a unit. */
export function targetOf(unit: Unit, count: number): Target {
  if (unit === "business-hours") return { "business-hours": count };
  return unit === "working-days" ? { "working-days": count } : { hours: count };
}

/** A target in words. */
export function targetWords(target: Target, talk: Talk): string {
  const [unit, count] = measureOf(target);
  return talk.target[unit](count);
}

/** Thousandths of a target's unit in words, with one decimal. */
export function usedWords(target: Target, thousandths: number, talk: Talk): string {
  const [unit] = measureOf(target);
  return talk.used[unit](String(Math.round(thousandths / 100) / 10));
}

/** Seconds as days, hours and minutes; the two largest that are not none. A day has `day` seconds. */
export function spanWords(seconds: number, day: number, talk: Talk): string {
  const whole = Math.abs(seconds);
  const days = Math.floor(whole / day);
  const hours = Math.floor((whole % day) / 3600);
  // What is begun counts as a minute: nothing late is late by none.
  const rest = Math.ceil(((whole % day) % 3600) / 60);
  const said = [
    days > 0 ? talk.span.days(days) : "",
    hours > 0 ? talk.span.hours(hours) : "",
    rest > 0 && days === 0 ? talk.span.minutes(rest) : "",
  ].filter((part) => part !== "");
  return said.length > 0 ? said.join(" ") : talk.span.minutes(0);
}

/** How a clock stands, in words. */
export function clockWords(clock: ClockView, talk: Talk): string {
  const [unit] = measureOf(clock.within);
  const round = unit === "hours";
  const plain = spanWords(clock.left, round ? 86_400 : clock.day, talk);
  const span = round ? plain : talk.businessSpan(plain);
  const used = usedWords(clock.within, clock.used, talk);
  switch (clock.state) {
    case "running":
      return talk.left(span);
    case "overdue":
      return talk.lateBy(span);
    case "kept":
      return talk.kept(used);
    case "late":
      return talk.late(used, span);
    case "uncountable":
      return talk.uncountable;
  }
}
