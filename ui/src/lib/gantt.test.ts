import { describe, expect, it } from "vitest";
import { arrows, type GanttGroup, type GanttRow, ganttKey, goTo, labelled, middles } from "./gantt";

function row(id: string, start: number, end: number): GanttRow {
  return {
    id,
    start,
    end,
    title: id,
    party: "",
    when: "",
    tone: "critical",
    from: null,
    until: null,
    caption: "",
    note: "",
    shape: null,
    editable: true,
  };
}

const groups: GanttGroup[] = [
  { id: "steps", title: "Steps", rows: [row("a", 0, 5), row("b", 5, 9)] },
  { id: "certificates", title: "Certificates", rows: [row("c", 2, 4)] },
];
const scale = { first: 0, last: 100, perDay: 4 };

describe("the Gantt chart", () => {
  it("counts headings when it finds the middle of a row", () => {
    expect([...middles(groups)]).toEqual([
      ["a", 36],
      ["b", 60],
      ["c", 108],
    ]);
  });

  it("draws lines only between rows that are shown", () => {
    expect(
      arrows(
        groups,
        [
          ["a", "b"],
          ["a", "gone"],
        ],
        scale,
      ),
    ).toHaveLength(1);
  });

  it("drops labels without room, never what holds", () => {
    const lines = [
      { day: 10, label: "Loading", held: false },
      { day: 12, label: "Export", held: true },
      { day: 60, label: "Handover", held: false },
    ];
    const shown = labelled(lines, scale, (text) => text.length * 6).map(({ label }) => label);
    expect(shown).toEqual(["Export", "Handover"]);
  });

  it("leaves an open gate without a label beside a held line that found no room", () => {
    const lines = [
      { day: 60, label: "Export", held: true },
      { day: 62, label: "Import", held: true },
      { day: 70, label: "Site", held: false },
    ];
    const wide = scale.perDay * 8;
    const shown = labelled(lines, scale, (text) => (text === "Export" ? wide - 12 : wide)).map(
      ({ label }) => label,
    );
    expect(shown).toEqual(["Export"]);
  });

  it("sets a label before its line where it would be cut", () => {
    const [shown] = labelled([{ day: 98, label: "Handover", held: true }], scale, () => 50);
    expect(shown?.before).toBe(true);
  });

  it("turns keys into what they do", () => {
    const on = (key: string, alt = false, pending = false) =>
      ganttKey({ key, altKey: alt }, groups, "a", pending);
    expect(on("ArrowRight", true)).toEqual({ kind: "shift", days: 1 });
    expect(on("ArrowLeft", true)).toEqual({ kind: "shift", days: -1 });
    const shifted = (key: string) =>
      ganttKey({ key, altKey: false, shiftKey: true }, groups, "a", false);
    expect(shifted("ArrowRight")).toEqual({ kind: "move", days: 1 });
    expect(shifted("ArrowLeft")).toEqual({ kind: "move", days: -1 });
    expect(on("ArrowDown")).toEqual({ kind: "select", id: "b" });
    expect(on("Enter")).toEqual({ kind: "open" });
    expect(on("Enter", false, true)).toEqual({ kind: "keep" });
    expect(on("Escape", false, true)).toEqual({ kind: "discard" });
    expect(on("Escape")).toBeNull();
    expect(ganttKey({ key: "Enter", altKey: false }, groups, null, false)).toBeNull();
  });

  it("is walked through all groups", () => {
    expect(goTo(groups, "b", "ArrowDown")).toBe("c");
    expect(goTo(groups, "a", "ArrowUp")).toBe("a");
    expect(goTo(groups, "c", "ArrowDown")).toBe("c");
    expect(goTo(groups, null, "ArrowDown")).toBe("a");
    expect(goTo(groups, "c", "Home")).toBe("a");
    expect(goTo(groups, "a", "x")).toBeNull();
  });
});
