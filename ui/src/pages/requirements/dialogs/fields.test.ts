import { expect, it } from "vitest";
import { filled, isId, trimmed } from "./fields";

it("ids are small letters, digits and hyphens", () => {
  expect(["a", "0-a", "hafenkant-terms"].every(isId)).toBe(true);
  expect(["", "-a", "A", "a b", "包", "a".repeat(65)].some(isId)).toBe(false);
});

it("both languages are needed", () => {
  expect(filled({ en: "a", zh: "甲" }, { en: "b", zh: "乙" })).toBe(true);
  expect(filled({ en: "a", zh: " " })).toBe(false);
  expect(trimmed({ en: " a ", zh: "甲 " })).toEqual({ en: "a", zh: "甲" });
});
