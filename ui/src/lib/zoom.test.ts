import { expect, it } from "vitest";
import { larger, pageKey, sheetWidth, smaller } from "./zoom";

it("sizes go up and down in steps and end there", () => {
  expect([larger(1), larger(3), smaller(1), smaller(0.5)]).toEqual([1.25, 3, 0.75, 0.5]);
});

it("a page fits its room, and not more than can be read", () => {
  expect(sheetWidth(632, 1)).toBe(600);
  expect(sheetWidth(632, 1.5)).toBe(900);
  expect(sheetWidth(2000, 1)).toBe(920);
  expect(sheetWidth(0, 1)).toBe(120);
});

it("keys turn pages and change the size; arrows only scroll", () => {
  expect(pageKey("PageDown")).toEqual({ kind: "page", by: 1 });
  expect(pageKey("=")).toEqual({ kind: "larger" });
  expect(pageKey("ArrowDown")).toBeNull();
});
