import { describe, expect, it } from "vitest";
import type { FindingView } from "../../../lib/bindings/FindingView";
import type { Severity } from "../../../lib/bindings/Severity";
import type { ShipmentView } from "../../../lib/bindings/ShipmentView";
import type { State } from "../../../lib/bindings/State";
import type { VerdictView } from "../../../lib/bindings/VerdictView";
import { grouped, matches, neighbour, rowOf, rows, verdictOf } from "./rows";

const text = (word: string) => ({ en: word, zh: `${word}（中）` });

function finding(id: string, severity: Severity, gate: string | null, pack: string): FindingView {
  const kind = text(id.split(":")[1] ?? "");
  return { id, title: text(id), kind, gate, pack, finding: { severity } } as FindingView;
}

function verdict(id: string, state: State, gate: string | null, findings: string[] = []) {
  return {
    id,
    state,
    gate,
    findings,
    title: text(id),
    rule: text(`rule of ${id}`),
    pack: "eu",
    severity: "major",
  } as unknown as VerdictView;
}

const view = {
  findings: [
    finding("iso:lapses", "major", "fat", "company"),
    finding("doc:regime", "blocker", "import", "eu"),
    finding("doc:scope", "major", "import", "eu"),
    finding("step:overdue", "minor", null, ""),
  ],
  verdicts: [
    verdict("iso", "gap", "fat", ["iso:lapses"]),
    verdict("doc", "gap", "import", ["doc:regime", "doc:scope"]),
    verdict("emc", "ready", "import"),
    verdict("noise", "task", "import"),
    verdict("laser", "waived", "import"),
    { ...verdict("battery", "task", null), need_plan: "2026-12-12" },
    { ...verdict("insurance", "task", null), milestone: "fat" },
  ],
  gates: [
    { milestone: "fat", title: text("FAT"), date: "2026-11-30" },
    { milestone: "import", title: text("Import"), date: "2027-02-02" },
  ],
} as unknown as ShipmentView;

const packs = (id: string) => (id === "eu" ? text("European Union") : null);
const ids = (list: { id: string }[]) => list.map(({ id }) => id);

describe("the rows", () => {
  it("are the findings, or each verdict once with what has none", () => {
    expect(ids(rows(view, "findings"))).toEqual(ids(view.findings));
    expect(ids(rows(view, "all"))).toEqual([
      "step:overdue",
      "iso",
      "doc",
      "emc",
      "noise",
      "laser",
      "battery",
      "insurance",
    ]);
    expect(rows(view, "all").find(({ id }) => id === "doc")?.finding?.id).toBe("doc:regime");
  });

  it("are found by their own id, and a verdict by its finding's", () => {
    expect(rowOf(rows(view, "all"), "doc:scope")?.id).toBe("doc");
    expect(rowOf(rows(view, "findings"), "doc:scope")?.id).toBe("doc:scope");
    expect(rowOf(rows(view, "all"), "gone")).toBeNull();
    expect(rowOf(rows(view, "all"), null)).toBeNull();
    expect(verdictOf(view, view.findings[3] as FindingView)).toBeNull();
  });

  it("are searched by all words, in both languages", () => {
    const row = rows(view, "findings")[1];
    expect(row && matches(row, "DOC regime")).toBe(true);
    expect(row && matches(row, "中")).toBe(true);
    expect(row && matches(row, "doc battery")).toBe(false);
    expect(row && matches(row, "")).toBe(true);
  });

  it("are walked without leaving the list", () => {
    const list = rows(view, "findings");
    expect(neighbour(list, "iso:lapses", 1)?.id).toBe("doc:regime");
    expect(neighbour(list, "iso:lapses", -1)?.id).toBe("iso:lapses");
    expect(neighbour(list, "step:overdue", 1e6)?.id).toBe("step:overdue");
    expect(neighbour(list, null, 1)?.id).toBe("iso:lapses");
    expect(neighbour([], null, 1)).toBeNull();
  });
});

describe("groups", () => {
  it("follow the gates, also where only the day is known, with how many are ready", () => {
    const groups = grouped(view, rows(view, "all"), "gate", packs);
    expect(groups.map(({ key }) => key)).toEqual(["fat", "import", ""]);
    expect(groups[1]).toMatchObject({ date: "2027-02-02", ready: 2, all: 5 });
    expect(ids(groups[0]?.rows ?? [])).toEqual(["iso", "insurance"]);
    expect(ids(groups[1]?.rows ?? [])).toEqual(["doc", "noise", "battery", "emc", "laser"]);
  });

  it("count all that is judged even while only findings are listed", () => {
    const groups = grouped(view, rows(view, "findings"), "gate", packs);
    expect(groups[1]).toMatchObject({ ready: 2, all: 5 });
    expect(ids(groups[1]?.rows ?? [])).toEqual(["doc:regime", "doc:scope"]);
  });

  it("may follow packs and kinds", () => {
    const byPack = grouped(view, rows(view, "findings"), "pack", packs);
    expect(byPack.find(({ key }) => key === "eu")?.title).toEqual(text("European Union"));
    const byKind = grouped(view, rows(view, "findings"), "kind", packs);
    expect(byKind.map(({ key }) => key)).toEqual(["lapses", "regime", "scope", "overdue"]);
  });

  it("keep every row", () => {
    for (const by of ["gate", "pack", "kind"] as const) {
      const shown = grouped(view, rows(view, "all"), by, packs).flatMap((group) => ids(group.rows));
      expect(shown.toSorted()).toEqual(ids(rows(view, "all")).toSorted());
    }
  });
});
