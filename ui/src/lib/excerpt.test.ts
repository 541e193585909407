import { expect, it } from "vitest";
import { marked } from "./excerpt";

it("marks by characters, also after one that takes two units", () => {
  expect(marked("𠮷野机床 CQ-26", 5, 10)).toEqual(["𠮷野机床 ", "CQ-26", ""]);
});

it("keeps within the excerpt", () => {
  expect(marked("abc", 2, 9)).toEqual(["ab", "c", ""]);
  expect(marked("abc", 9, 1)).toEqual(["abc", "", ""]);
});
