import { expect, it } from "vitest";
import { Marks } from "./marks.svelte";

const list = ["a", "b", "c", "d", "e"];

it("a range reaches from the last one touched", () => {
  const marks = new Marks();
  marks.toggle("b");
  marks.range(list, "d");
  expect(marks.of(list)).toEqual(["b", "c", "d"]);
  marks.range(list, "a");
  expect(marks.of(list)).toEqual(["a", "b", "c", "d"]);
});

it("a range takes marks away where its beginning was taken away", () => {
  const marks = new Marks();
  marks.all(list);
  marks.toggle("b");
  marks.range(list, "d");
  expect(marks.of(list)).toEqual(["a", "e"]);
});

it("a range whose beginning is hidden marks the one only", () => {
  const marks = new Marks();
  marks.toggle("b");
  marks.range(["c", "d"], "d");
  expect(marks.of(list)).toEqual(["b", "d"]);
});

it("what is hidden is not acted on, and all goes with clear", () => {
  const marks = new Marks();
  marks.all(list);
  expect(marks.of(["c", "x"])).toEqual(["c"]);
  marks.clear();
  expect(marks.of(list)).toEqual([]);
});
