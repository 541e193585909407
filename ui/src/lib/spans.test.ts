import { describe, expect, it } from "vitest";
import { pointsIn, spans } from "./spans";

/** The pieces in one string, marked words in brackets. */
function shown(text: string, ...marks: [number, number][]): string {
  return spans(text, marks)
    .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
    .join("");
}

describe("marked words", () => {
  it("are cut out where they are", () => {
    expect(shown("valid until 2027-01-14", [12, 22])).toBe("valid until [2027-01-14]");
    expect(shown("数控机床出口许可证", [4, 6])).toBe("数控机床[出口]许可证");
    expect(shown("nothing")).toBe("nothing");
    expect(shown("")).toBe("");
  });

  it("are counted in code points, not in UTF-16 units", () => {
    expect("𠮷野机床".length).toBe(5);
    expect(shown("𠮷野机床", [2, 4])).toBe("𠮷野[机床]");
    expect(shown("𠮷野机床", [0, 1])).toBe("[𠮷]野机床");
    expect(shown("📄📄 出口 📄 管制", [3, 5], [8, 10])).toBe("📄📄 [出口] 📄 [管制]");
    expect(pointsIn("𠮷📄a")).toBe(3);
  });

  it("may touch, overlap, stand in any order or reach too far", () => {
    expect(shown("abcdef", [3, 4], [0, 2])).toBe("[ab]c[d]ef");
    expect(shown("abcdef", [0, 3], [2, 5])).toBe("[abc][de]f");
    expect(shown("abcdef", [1, 5], [2, 3])).toBe("a[bcde]f");
    expect(shown("abc", [2, 9], [-4, 1], [2, 2], [3, 1])).toBe("[a]b[c]");
  });
});
