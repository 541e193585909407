import { expect, it } from "vitest";
import { matching, type Entry } from "./palette";

const entry = (group: string, title: string, note?: string): Entry => ({
  id: title,
  group,
  title,
  run: () => undefined,
  ...(note ? { note } : {}),
});
const entries = [
  entry("Go to", "Settings"),
  entry("Shipments", "GMC-4030, Hamburg", "Hafenkant"),
  entry("Shipments", "Hamburg spares"),
  entry("Commands", "新建发运"),
];
const titles = (typed: string) => matching(entries, typed).map((found) => found.title);

it("nothing typed offers everything", () => {
  expect(titles(" ")).toEqual(entries.map((one) => one.title));
});

it("every word must occur, in the title or beside it", () => {
  expect(titles("hafen gmc")).toEqual(["GMC-4030, Hamburg"]);
  expect(titles("hafen linz")).toEqual([]);
  expect(titles("发运")).toEqual(["新建发运"]);
});

it("what begins with the word comes first in its group", () => {
  expect(titles("hamburg")).toEqual(["Hamburg spares", "GMC-4030, Hamburg"]);
});
