import { expect, it } from "vitest";
import type { PackView } from "../../lib/bindings/PackView";
import type { RequirementRow } from "../../lib/bindings/RequirementRow";
import { find, groups, type Wanted } from "./browse";

const text = (en: string, zh = en) => ({ en, zh });
const row = (id: string, part: Partial<RequirementRow> = {}): RequirementRow => ({
  id,
  title: text(id),
  rule: text("rule"),
  when: text("always"),
  severity: "minor",
  reference: text("ref"),
  verification: "checked",
  source: null,
  open_point: null,
  ...part,
});
const pack = (id: string, requirements: RequirementRow[]): PackView => ({
  id,
  title: text(id),
  about: text(""),
  version: "1.0.0",
  sha256: "",
  requirements,
});
const packs = [
  pack("eu", [
    row("a"),
    row("b", { severity: "blocker", title: text("Declaration", "声明") }),
    row("c", { verification: "verify" }),
  ]),
  pack("cn", [row("d", { severity: "blocker" })]),
];
const nothing: Wanted = { pack: "", severity: "", verification: "", typed: "" };
const ids = (wanted: Partial<Wanted>) =>
  groups(packs, { ...nothing, ...wanted }).map((group) => [
    group.pack.id,
    group.rows.map((one) => one.id).join(""),
  ]);

it("requirements come by pack, the worst first", () => {
  expect(ids({})).toEqual([
    ["eu", "bac"],
    ["cn", "d"],
  ]);
});

it("filters join, and empty packs go", () => {
  expect(ids({ severity: "blocker", pack: "eu" })).toEqual([["eu", "b"]]);
  expect(ids({ verification: "verify" })).toEqual([["eu", "c"]]);
});

it("either language finds", () => {
  expect(ids({ typed: "声明" })).toEqual([["eu", "b"]]);
  expect(ids({ typed: "declar" })).toEqual([["eu", "b"]]);
});

it("one is found by its id", () => {
  expect(find(packs, "d")?.pack.id).toBe("cn");
  expect(find(packs, undefined)).toBeUndefined();
});
