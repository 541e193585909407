// Dates, days and numbers as each language writes them. Pure.

import type { Language } from "../bindings/Language";

const DAY_MS = 86_400_000;
const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const weekdays = "Sun Mon Tue Wed Thu Fri Sat".split(" ");
const weekdaysZh = [..."日一二三四五六"];

function parts(iso: string) {
  const [year = 1970, month = 1, day = 1] = iso.slice(0, 10).split("-").map(Number);
  return { year, month, day, weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay() };
}

function between(from: string, to: string): number {
  return Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / DAY_MS);
}

const en = {
  /** 24 Nov 2026 */
  date(iso: string): string {
    const { year, month, day } = parts(iso);
    return `${day} ${months[month - 1]} ${year}`;
  },
  /** As spoken: 24 Nov 2026, 2026年11月24日. */
  spoken(iso: string): string {
    return en.date(iso);
  },
  /** 24 Nov: in strips and lists where the year is plain. */
  monthDay(iso: string): string {
    const { month, day } = parts(iso);
    return `${day} ${months[month - 1]}`;
  },
  /** 24 Nov, 15–18 Dec, 29 Nov – 3 Dec: from the first to the last day. */
  span(from: string, to: string): string {
    if (from >= to) return en.monthDay(from);
    const [one, two] = [parts(from), parts(to)];
    const same = one.month === two.month && one.year === two.year;
    return same ? `${one.day}–${en.monthDay(to)}` : `${en.monthDay(from)} – ${en.monthDay(to)}`;
  },
  /** Tue 24 Nov */
  weekdayDate(iso: string): string {
    return `${weekdays[parts(iso).weekday]} ${en.monthDay(iso)}`;
  },
  /** Tue 24 Nov, in Chinese without the month: within the coming days. */
  weekdayShort(iso: string): string {
    return en.weekdayDate(iso);
  },
  month(iso: string): string {
    return months[parts(iso).month - 1] ?? "";
  },
  /** November 2026, over a calendar. */
  monthYear(iso: string): string {
    return `${months[parts(iso).month - 1]} ${parts(iso).year}`;
  },
  day(iso: string): string {
    return String(parts(iso).day);
  },
  weekdays: weekdays.map((name) => name.slice(0, 2)),
  days(count: number): string {
    return plural(count, "day", "days");
  },
  /** In 3 days, today, 2 days ago. */
  inDays(count: number): string {
    if (count === 0) return "today";
    if (count === 1) return "tomorrow";
    if (count === -1) return "yesterday";
    return count > 0 ? `in ${en.days(count)}` : `${en.days(-count)} ago`;
  },
  number(value: number | string): string {
    return group(String(value));
  },
  /** A quantity as the program writes it, `1138000 EUR`, for reading. */
  quantity(text: string): string {
    const [value = "", ...unit] = text.split(" ");
    return [group(value), ...unit].join(" ");
  },
  bytes(size: number): string {
    return bytes(size);
  },
  /** 24 Nov 2026, 09:41, in the computer's own time zone. */
  moment(rfc3339: string): string {
    const { date, time } = local(rfc3339);
    return `${en.date(date)}, ${time}`;
  },
  list(items: string[]): string {
    return items.join(", ");
  },
  /** Facts side by side in one line; empty ones are left out. */
  clauses(parts: string[]): string {
    return parts.filter(Boolean).join(", ");
  },
  /** What stands between two clauses, and between two sentences. */
  comma: ", ",
  blank: " ",
  /** Sentences one after the other; Chinese has no blank between them. */
  sentences(parts: string[]): string {
    return parts.filter(Boolean).join(" ");
  },
};

const zh: typeof en = {
  date: (iso) => iso.slice(0, 10),
  spoken: (iso) => `${parts(iso).year}年${zh.monthDay(iso)}`,
  monthDay: (iso) => `${parts(iso).month}月${parts(iso).day}日`,
  span(from, to) {
    if (from >= to) return zh.monthDay(from);
    const [one, two] = [parts(from), parts(to)];
    const same = one.month === two.month && one.year === two.year;
    return same
      ? `${one.month}月${one.day}–${two.day}日`
      : `${zh.monthDay(from)}–${zh.monthDay(to)}`;
  },
  weekdayDate: (iso) => `${zh.monthDay(iso)} 周${weekdaysZh[parts(iso).weekday]}`,
  weekdayShort: (iso) => `${parts(iso).day}日 周${weekdaysZh[parts(iso).weekday]}`,
  month: (iso) => `${parts(iso).month}月`,
  monthYear: (iso) => `${parts(iso).year}年${parts(iso).month}月`,
  day: (iso) => String(parts(iso).day),
  weekdays: weekdaysZh,
  days: (count) => `${group(String(count))} 天`,
  inDays(count) {
    if (count === 0) return "今天";
    if (count === 1) return "明天";
    if (count === -1) return "昨天";
    return count > 0 ? `${count} 天后` : `${-count} 天前`;
  },
  number: en.number,
  quantity: en.quantity,
  bytes: en.bytes,
  moment(rfc3339) {
    const { date, time } = local(rfc3339);
    return `${date} ${time}`;
  },
  list: (items) => items.join("、"),
  clauses: (parts) => parts.filter(Boolean).join("，"),
  comma: "，",
  blank: "",
  sentences: (parts) => parts.filter(Boolean).join(""),
};

const rules = new Intl.PluralRules("en");

/** 1 day, 2 days: English counting. */
export function plural(count: number, one: string, other: string): string {
  return `${group(String(count))} ${rules.select(count) === "one" ? one : other}`;
}

function group(value: string): string {
  const [whole = "", fraction] = value.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

function bytes(size: number): string {
  const units = ["B", "kB", "MB", "GB"];
  let at = 0;
  let value = size;
  while (value >= 1000 && at < units.length - 1) {
    value /= 1000;
    at++;
  }
  return `${at === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[at]}`;
}

function local(rfc3339: string): { date: string; time: string } {
  const moment = new Date(rfc3339);
  const two = (value: number) => String(value).padStart(2, "0");
  return {
    date: `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`,
    time: `${two(moment.getHours())}:${two(moment.getMinutes())}`,
  };
}

export type Format = typeof en;
export const formats: Record<Language, Format> = { en, zh };
export { between as daysApart };
