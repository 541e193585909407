import { describe, expect, it } from "vitest";
import type { FindingView } from "../../../lib/bindings/FindingView";
import type { GateView } from "../../../lib/bindings/GateView";
import type { Severity } from "../../../lib/bindings/Severity";
import type { Timing } from "../../../lib/bindings/Timing";
import { firstGate, groups, startBy, tone, used, worstFirst } from "./groups";

function finding(id: string, severity: Severity, more: Partial<FindingView["finding"]> = {}) {
  return {
    id,
    finding: { severity, timing: null, start_by: null, slack_days: null, ...more },
  } as FindingView;
}

function gate(milestone: string, state: GateView["state"], findings: FindingView[]): GateView {
  const counts = { blocker: 0, major: 0, minor: 0, info: 0 };
  for (const one of findings) counts[one.finding.severity] += 1;
  const title = { en: milestone, zh: milestone };
  const ids = findings.map(({ id }) => id);
  const date = "2026-12-01";
  return { milestone, title, date, finish: date, state, counts, consignment: null, findings: ids };
}

const iso = finding("iso", "major");
const manual = finding("manual", "blocker");
const doc = finding("doc", "blocker");
const hs = finding("hs", "major");
const screening = finding("screening", "blocker");
const late = finding("late", "minor");
const all = [iso, manual, doc, hs, screening, late];
const gates = [
  gate("contract", "passed", []),
  gate("fat", "open", [iso]),
  gate("export", "held", [hs, screening]),
  gate("import", "held", [manual, doc]),
];

describe("the gate shown first", () => {
  it("is the first held one, else the next, else the last", () => {
    expect(firstGate(gates)).toBe("export");
    expect(firstGate(gates.slice(0, 2))).toBe("fat");
    expect(firstGate(gates.slice(0, 1))).toBe("contract");
    expect(firstGate([])).toBeNull();
  });
});

describe("groups", () => {
  it("put the chosen gate first, then held ones, then what is left", () => {
    const out = groups(gates, all, "export");
    expect(out.chosen?.findings.map(({ id }) => id)).toEqual(["screening", "hs"]);
    expect(out.earlier).toEqual([]);
    expect(out.later.map(({ gate: { milestone } }) => milestone)).toEqual(["import"]);
    expect(out.rest.findings.map(({ id }) => id)).toEqual(["iso", "late"]);
    expect(out.rest.gates.map(({ milestone }) => milestone)).toEqual(["fat"]);
  });

  it("keep held gates before the chosen one in sight", () => {
    const out = groups(gates, all, "import");
    expect(out.earlier.map(({ gate: { milestone } }) => milestone)).toEqual(["export"]);
  });

  it("show each finding once, whichever gate is chosen", () => {
    for (const chosen of [null, "contract", "fat", "export", "import", "gone"]) {
      const out = groups(gates, all, chosen);
      const shown = [
        ...(out.chosen?.findings ?? []),
        ...out.earlier.flatMap(({ findings }) => findings),
        ...out.later.flatMap(({ findings }) => findings),
        ...out.rest.findings,
      ].map(({ id }) => id);
      expect(shown.toSorted()).toEqual(all.map(({ id }) => id).toSorted());
    }
  });

  it("keep the engine's order among equals", () => {
    expect(worstFirst([doc, manual]).map(({ id }) => id)).toEqual(["doc", "manual"]);
  });
});

describe("start by", () => {
  it("lists what has a day, soonest first", () => {
    const list = startBy([
      finding("b", "major", { start_by: "2027-01-03" }),
      finding("a", "major", { start_by: "2026-09-06" }),
      finding("none", "major"),
    ]);
    expect(list.map(({ id }) => id)).toEqual(["a", "b"]);
  });

  it("fills the meter as the day comes near", () => {
    expect(used(-79)).toBe(1);
    expect(used(0)).toBe(1);
    expect(used(30)).toBe(0.5);
    expect(used(90)).toBe(0);
  });

  it("takes its colour from the engine's timing", () => {
    const of = (timing: Timing, slack_days: number) =>
      tone(finding("x", "major", { timing, slack_days }));
    expect(of("late", -79)).toBe("late");
    expect(of("at-risk", -2)).toBe("risk");
    expect(of("open", 1)).toBe("risk");
    expect(of("open", 40)).toBe("ok");
  });
});
