import { expect, it } from "vitest";
import type { GivenView } from "../../lib/bindings/GivenView";
import type { UpgradeRow } from "../../lib/bindings/UpgradeRow";
import { byFate, countPairs, present, sides, unchanged } from "./rows";

const row = (shipment: string, declined = false): UpgradeRow => ({
  shipment,
  title: shipment,
  packs: [],
  declined,
});
const rows = [row("a"), row("b", true), row("c")];

it("shipments that the user said no for stand apart", () => {
  const { open, declined } = sides(rows);
  expect(open.map((one) => one.shipment)).toEqual(["a", "c"]);
  expect(declined.map((one) => one.shipment)).toEqual(["b"]);
});

it("what was taken meanwhile is no longer looked at", () => {
  expect(present(rows, ["c", "gone", "a"])).toEqual(["a", "c"]);
});

it("what was given is sorted by what becomes of it", () => {
  const given = (id: string, fate: GivenView["fate"]): GivenView => ({
    kind: "answer",
    id,
    title: { en: id, zh: id },
    detail: { en: "", zh: "" },
    fate,
    to: [],
  });
  const sorted = byFate([given("x", "kept"), given("y", "set-aside"), given("z", "kept")]);
  expect(sorted["set-aside"].map((one) => one.id)).toEqual(["y"]);
  expect(sorted["carried-over"]).toEqual([]);
  expect(sorted.kept.map((one) => one.id)).toEqual(["x", "z"]);
});

it("counts are paired; blockers are told even where there are none", () => {
  const before = { blocker: 0, major: 2, minor: 0, info: 0 };
  expect(countPairs(before, { ...before, major: 0, minor: 1 })).toEqual([
    ["blocker", 0, 0],
    ["major", 2, 0],
    ["minor", 0, 1],
  ]);
});

it("a pack whose requirements stay is told as such", () => {
  const title = { en: "EU", zh: "欧盟" };
  const step = { id: "eu", title, from: "1", to: "2" };
  const none = { step, added: [], removed: [], changed: [], moved: [] };
  expect(unchanged(none)).toBe(true);
  expect(unchanged({ ...none, moved: [{ id: "r", title }] })).toBe(false);
});
