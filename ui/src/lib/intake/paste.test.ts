import { describe, expect, it } from "vitest";
import { pastedName, pastedPaths } from "./paste";

describe("pasted text", () => {
  it("gives the paths in it", () => {
    expect(
      pastedPaths(
        "# copied\nfile:///home/lin/ISO%209001.pdf\n/tmp/a.pdf\nnot a path\nC:\\docs\\b.pdf",
      ),
    ).toEqual(["/home/lin/ISO 9001.pdf", "/tmp/a.pdf", "C:\\docs\\b.pdf"]);
    expect(pastedPaths("file:///C:/docs/b.pdf")).toEqual(["C:/docs/b.pdf"]);
    expect(pastedPaths('"C:\\with space\\c.pdf"')).toEqual(["C:\\with space\\c.pdf"]);
    expect(pastedPaths("")).toEqual([]);
  });
});

it("pictures without a name of their own are told apart by when they were pasted", () => {
  const now = new Date(2026, 10, 24, 9, 5, 7);
  expect(pastedName("image.png", now)).toBe("pasted-2026-11-24-090507.png");
  expect(pastedName("", now)).toBe("pasted-2026-11-24-090507.png");
  expect(pastedName("Typenschild.jpeg", now)).toBe("Typenschild.png");
});
