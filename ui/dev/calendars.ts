// Calendars and a forecast for the window in a plain browser. Kept until the page is loaded anew.

import type { Calendar } from "../src/lib/bindings/Calendar";
import type { CalendarChoice } from "../src/lib/bindings/CalendarChoice";
import type { CalendarOrigin } from "../src/lib/bindings/CalendarOrigin";
import type { CalendarPreview } from "../src/lib/bindings/CalendarPreview";
import type { Calendars } from "../src/lib/bindings/Calendars";
import type { ForecastOutcome } from "../src/lib/bindings/ForecastOutcome";
import type { ForecastRequest } from "../src/lib/bindings/ForecastRequest";
import type { ForecastView } from "../src/lib/bindings/ForecastView";
import type { SaveCalendar } from "../src/lib/bindings/SaveCalendar";
import type { ShipmentView } from "../src/lib/bindings/ShipmentView";
import { addDays } from "../src/lib/timeline";
import type { Command } from "../src/lib/ipc";

const china: Calendar = {
  id: "CN-2027-MIN",
  title: { en: "China, statutory holidays", zh: "中国法定节假日" },
  first_year: 2026,
  last_year: 2027,
  off: [
    ...["2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07", "2027-01-01"],
    ...["2027-02-05", "2027-02-06", "2027-02-07", "2027-02-08", "2027-02-09", "2027-02-10"],
    ...["2027-04-05", "2027-05-01", "2027-05-03", "2027-06-09", "2027-09-15", "2027-10-01"],
  ],
  work: [],
  quiet: [{ from: "2027-01-23", to: "2027-02-20" }],
  open_point: {
    en: "The State Council's notice for 2027 was not found: make-up days are missing.",
    zh: "未查到国务院 2027 年放假通知：缺少调休上班日。",
  },
};
const hamburg: Calendar = {
  id: "DE-HH",
  title: { en: "Germany, Hamburg", zh: "德国汉堡" },
  first_year: 2026,
  last_year: 2026,
  off: ["2026-12-25", "2026-12-26"],
  work: [],
  quiet: [],
  open_point: null,
};
const builtin = [china, hamburg];
let kept = new Map<string, Calendar>(builtin.map((one) => [one.id, one]));
const step = { en: "Export licence", zh: "出口许可证" };

function list(): Calendars {
  return {
    today: "2026-11-24",
    calendars: [...kept.values()].map((calendar) => ({
      calendar,
      origin: originOf(calendar),
      uses:
        calendar.id === "DE-HH"
          ? [use("Installation", "安装", calendar.last_year < 2027 ? [2027] : [])]
          : calendar.id === china.id
            ? [use(step.en, step.zh, [])]
            : [],
    })),
  };
}

function use(en: string, zh: string, unknown_years: number[]) {
  const milestones = [{ en, zh }];
  return {
    shipment: "sh-1",
    title: "MT-550, Hamburg",
    milestones,
    parties: [],
    origin: false,
    unknown_years,
  };
}

function originOf(calendar: Calendar): CalendarOrigin {
  const original = builtin.find((one) => one.id === calendar.id);
  if (!original) return "own";
  return original === calendar ? "built-in" : "changed";
}

const preview: CalendarPreview = {
  file: "cn-holidays-2027.ics",
  calendar: {
    ...china,
    id: "CN-2027",
    title: { en: "2027 年放假安排", zh: "2027 年放假安排" },
    first_year: 2027,
    off: ["2027-02-05", "2027-02-08", "2027-02-09", "2027-02-10", "2027-02-11"],
    work: ["2027-02-14"],
    quiet: [],
    open_point: null,
  },
  off: ["2027-02-05", "2027-02-08", "2027-02-09", "2027-02-10", "2027-02-11"].map((day) => ({
    day,
    title: "春节（休）",
  })),
  work: [{ day: "2027-02-14", title: "春节（班）" }],
  timed: 2,
  cancelled: 0,
  unmarked: ["雨水", "惊蛰"],
  left_out: [
    {
      line: 41,
      event: "清明节调休",
      why: {
        en: "it says that a day is moved (调休), but not whether people work; enter it by hand",
        zh: "只写“调休”，未说明休息还是上班；请手工录入",
      },
    },
  ],
};

/** Answers a command about calendars or the forecast; nothing where it is about something else. */
export function answerOfCalendars(
  name: Command,
  input: unknown,
  shipment: () => Promise<ShipmentView>,
): unknown {
  if (name === "calendars") return list();
  if (name === "import_calendar") return preview;
  if (name === "save_calendar") {
    const { calendar } = input as SaveCalendar;
    kept = new Map(kept).set(calendar.id, calendar);
    return { touched: { calendar: [calendar.id] } };
  }
  if (name === "remove_calendar") {
    const id = (input as CalendarChoice).calendar;
    const original = builtin.find((one) => one.id === id);
    kept = new Map(kept);
    if (original) kept.set(id, original);
    else kept.delete(id);
    return { touched: { calendar: [id] } };
  }
  if (name === "forecast")
    return shipment().then((view) => forecast(view, input as ForecastRequest));
  return undefined;
}

/** Invented figures around the schedule's own dates. */
function forecast(view: ShipmentView, request: ForecastRequest): ForecastView {
  const runs = request.runs ?? 2_000;
  const open = view.schedule.milestones.filter((one) => !one.closed);
  const outcome = (
    of: "ships" | "end",
    planned: string,
    target: string | null,
  ): ForecastOutcome => {
    const heights = [1, 3, 8, 15, 23, 30, 36, 41, 43, 42, 40, 36, 31, 26, 21, 16, 11, 7, 4, 2];
    const sum = heights.reduce((a, b) => a + b, 0);
    const bars = heights.map((height, index) => ({
      from: addDays(planned, index * 3 - 15),
      to: addDays(planned, index * 3 - 13),
      runs: Math.round((runs * height) / sum),
    }));
    const met = bars.filter((bar) => target !== null && bar.to <= target);
    const count = met.reduce((all, bar) => all + bar.runs, 0);
    const share = (100 * count) / runs;
    return {
      of,
      title: { en: "", zh: "" },
      best: addDays(planned, -38),
      planned,
      worst: addDays(planned, 74),
      target: target === null ? null : { date: target, of: "letter-of-credit" },
      chance:
        target === null
          ? null
          : { met: count, percent: share, low: Math.max(0, share - 2), high: share + 2 },
      departures: [],
      p10: addDays(planned, 0),
      p50: addDays(planned, 13),
      p80: addDays(planned, 24),
      p90: addDays(planned, 31),
      bars,
      deciders: open.slice(0, 8).map((one, index) => ({
        milestone: one.id,
        title: one.title,
        critical: 100 - index * 11,
        correlation: Math.max(0, 0.92 - index * 0.17),
      })),
    };
  };
  const latest = view.order.letter_of_credit?.latest_shipment ?? view.order.latest_shipment;
  return {
    seed: request.seed ?? 1,
    runs,
    outcomes: [
      ...(view.schedule.ships === null ? [] : [outcome("ships", view.schedule.ships, latest)]),
      outcome("end", view.schedule.end, null),
    ],
    milestones: open.map((one) => ({
      milestone: one.id,
      title: one.title,
      best: addDays(one.finish, -12),
      planned: one.finish,
      worst: addDays(one.finish, 20),
    })),
    overdue: open.slice(0, 1).map((one) => one.title),
    fixed: 1,
  };
}
