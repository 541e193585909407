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
    actual_start: null,
    actual_finish: null,
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
    expect(row?.caption).toBe("float 92 d");
  });

  it("have a point and a date for a step without length", () => {
    const row = ganttGroups(view, voice)[0]?.rows[3];
    expect(row?.start).toBe(row?.end);
    expect(row?.caption).toBe("5 Dec");
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

  it("belongs to one step and never goes below nothing", () => {
    const change = new Change();
    change.shift(view, "fat", 3);
    change.shift(view, "build", -10);
    expect(change.step).toBe("build");
    expect(change.days).toBe(0);
  });
});
