import { describe, expect, it } from "vitest";
import type { FindingView } from "../../../lib/bindings/FindingView";
import type { MilestoneView } from "../../../lib/bindings/MilestoneView";
import type { ShipmentView } from "../../../lib/bindings/ShipmentView";
import { dateOf } from "../../../lib/timeline";
import { en } from "../../../lib/words/en";
import { formats } from "../../../lib/words/format";
import { Change } from "./change.svelte";
import { criticalLinks, extent, ganttGroups, stateOf, whenOf } from "./rows";

const voice = { words: en, format: formats.en, say: ({ en: text }: { en: string }) => text };

function step(id: string, start: string, finish: string, more: Partial<MilestoneView> = {}) {
  const title = { en: id, zh: id };
  const edit = {
    base_days: null,
    closed: null,
    shortest_days: null,
    longest_days: null,
    calendar: null,
    after: null,
    deadline: null,
    closed_by: null,
    actual_start: null,
    actual_finish: null,
    pinned_start: null,
    pinned_finish: null,
  };
  return {
    id,
    step: id,
    title,
    roles: [{ en: "Factory", zh: "工厂" }],
    closes_with: title,
    start,
    finish,
    latest_finish: finish,
    span: { es: 0, ef: 1, ls: 0, lf: 1 },
    total_float: 0,
    critical: true,
    duration: { shortest: 1, base: 5, longest: 9 },
    after: [],
    gate: false,
    closed: false,
    consignment: null,
    edit,
    worst: null,
    calendar: null,
    deadline: null,
    deadline_slack: null,
    holidays: [],
    quiet: [],
    own: false,
    closed_by: null,
    baseline: null,
    ...more,
  } as MilestoneView;
}

function finding(id: string, start: string, need: string, lead: [number, number]): FindingView {
  const text = { en: id, zh: id };
  return {
    id,
    title: text,
    kind: text,
    timing: text,
    lead,
    finding: {
      start_by: start,
      need_plan: need,
      timing: start < "2026-11-24" ? "late" : "open",
      severity: "major",
    },
  } as FindingView;
}

const view = {
  id: "a",
  judged_on: "2026-11-24",
  findings: [
    finding("short", "2026-12-01", "2026-12-12", [5, 10]),
    finding("long", "2026-09-06", "2026-12-05", [30, 90]),
  ],
  gates: [],
  schedule: {
    start: "2026-09-01",
    end: "2026-12-08",
    milestones: [
      step("build", "2026-09-01", "2026-11-29"),
      step("fat", "2026-11-30", "2026-12-04", { after: ["build"] }),
      step("class", "2026-09-01", "2026-09-10", { critical: false, total_float: 92 }),
      step("handover", "2026-12-05", "2026-12-05", {
        after: ["fat", "class+3"],
        span: { es: 95, ef: 95, ls: 95, lf: 95 },
      }),
    ],
  },
} as unknown as ShipmentView;

describe("rows of the chart", () => {
  it("are the steps, then the findings by longest lead time", () => {
    const [steps, certificates] = ganttGroups(view, voice);
    expect(steps?.rows.map(({ id }) => id)).toEqual(["build", "fat", "class", "handover"]);
    expect(certificates?.rows.map(({ id }) => id)).toEqual(["long", "short"]);
  });

  it("begin late lead times today, and draw the days before a start as a dash", () => {
    const [long, short] = ganttGroups(view, voice)[1]?.rows ?? [];
    expect(dateOf(long?.start ?? 0)).toBe("2026-11-24");
    expect(long?.from).toBeNull();
    expect(dateOf(short?.from ?? 0)).toBe("2026-11-24");
    expect(dateOf(short?.end ?? 0)).toBe("2026-12-11");
  });

  it("show float as a dash up to the latest end", () => {
    const row = ganttGroups(view, voice)[0]?.rows[2];
    expect(dateOf(row?.until ?? 0)).toBe("2026-12-12");
    expect(row?.caption).toBe("overdue, 17 d of float left");
  });

  it("have a point and a date for a step without length", () => {
    const row = ganttGroups(view, voice)[0]?.rows[3];
    expect(row?.start).toBe(row?.end);
    expect(row?.caption).toBe("5 Dec");
  });

  it("lie in lanes: the whole order, then each consignment", () => {
    const milestones = [
      step("sea", "2026-12-01", "2026-12-05", { consignment: 2 }),
      step("contract", "2026-09-01", "2026-09-01"),
      step("rail", "2026-12-01", "2026-12-03", { consignment: 1 }),
    ];
    const several = { ...view, findings: [], schedule: { ...view.schedule, milestones } };
    const groups = ganttGroups(several, voice);
    expect(groups.map(({ title }) => title)).toEqual([
      "Whole order",
      "Consignment 1",
      "Consignment 2",
    ]);
    expect(groups.map(({ rows }) => rows[0]?.id)).toEqual(["contract", "rail", "sea"]);
  });

  it("say the deadline's slack, holidays and what closed a step, and draw the baseline", () => {
    const own = step("fat", "2026-12-01", "2026-12-05", {
      deadline: "2026-12-02",
      deadline_slack: -3,
      holidays: ["2026-12-04"],
      baseline: { start: "2026-11-28", finish: "2026-12-02", finish_moved: 3 },
    });
    const one = { ...view, findings: [], schedule: { ...view.schedule, milestones: [own] } };
    const row = ganttGroups(one, voice)[0]?.rows[0];
    expect(row?.note).toContain("deadline missed by 3 days");
    expect(row?.note).toContain("runs into 1 holiday");
    expect(dateOf(row?.baseline?.start ?? 0)).toBe("2026-11-28");
    expect(dateOf(row?.baseline?.end ?? 0)).toBe("2026-12-03");
  });

  it("are joined to a critical step by a certificate that comes too late for it", () => {
    const late = finding("licence", "2026-09-06", "2026-12-05", [60, 90]);
    late.finding.milestone = "fat";
    const joined = { ...view, findings: [late] };
    expect(criticalLinks(joined)).toContainEqual(["licence", "fat"]);
    late.finding.timing = "open";
    expect(criticalLinks(joined)).not.toContainEqual(["licence", "fat"]);
  });

  it("reach as far as the last of them", () => {
    const { to } = extent(view, ganttGroups(view, voice));
    expect(dateOf(to)).toBe("2027-02-22");
  });

  it("join critical steps only", () => {
    expect(criticalLinks(view)).toEqual([
      ["build", "fat"],
      ["fat", "handover"],
    ]);
  });

  it("say one day or two, and what is overdue", () => {
    const [build, , late] = view.schedule.milestones;
    expect(build && whenOf(build, voice)).toBe("1 Sep – 29 Nov");
    expect(late && stateOf(late, "2026-11-24")).toBe("overdue");
    expect(build && stateOf(build, "2026-11-24")).toBe("critical");
  });
});

describe("a change of planned days", () => {
  it("moves what follows and tells how the end moves", () => {
    const change = new Change();
    change.shift(view, "fat", 1);
    change.shift(view, "fat", 1);
    const look = change.look(view);
    expect(change.days).toBe(7);
    expect([...(look?.places.keys() ?? [])]).toEqual(["fat", "handover"]);
    expect(look?.end).toBe(2);
  });

  it("is nothing once it is back where it was", () => {
    const change = new Change();
    change.shift(view, "fat", 1);
    change.shift(view, "fat", -1);
    expect(change.look(view)).toBeNull();
  });

  it("moves a step that leaves on a day of its own to another day, its end follows", () => {
    const train = step("train", "2026-12-10", "2026-12-29");
    train.edit.pinned_start = "2026-12-10";
    const other = { ...view, schedule: { ...view.schedule, milestones: [train] } };
    const change = new Change();
    change.move(other, "train", 3);
    const edit = change.edit(other)?.edit;
    expect(edit?.pinned_start).toBe("2026-12-13");
    expect(edit?.pinned_finish).toBeNull();
  });

  it("moves a step to a last day set by hand, but not one that has begun", () => {
    const change = new Change();
    change.move(view, "fat", 2);
    expect(change.edit(view)?.edit.pinned_finish).toBe("2026-12-06");
    expect(change.look(view)?.places.has("fat")).toBe(true);
    change.move(view, "fat", -2);
    expect(change.edit(view)).toBeNull();
    const begun = step("begun", "2026-11-20", "2026-11-29");
    begun.edit.actual_start = "2026-11-20";
    const other = { ...view, schedule: { ...view.schedule, milestones: [begun] } };
    change.move(other, "begun", 1);
    expect(change.edit(other)).toBeNull();
  });

  it("belongs to one step and never goes below nothing", () => {
    const change = new Change();
    change.shift(view, "fat", 3);
    change.shift(view, "build", -10);
    expect(change.step).toBe("build");
    expect(change.days).toBe(0);
  });
});
