import { describe, expect, it } from "vitest";
import { pastedPaths } from "./paste";

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
