import { expect, it } from "vitest";
import type { PackCard } from "../../lib/bindings/PackCard";
import type { Requirement } from "../../lib/bindings/Requirement";
import type { RequirementCard } from "../../lib/bindings/RequirementCard";
import { find, groups, ownChanges, usedIds, type Wanted } from "./browse";
import { blankRequirement } from "./editor/blank";

const text = (en: string, zh = en) => ({ en, zh });
const card = (
  id: string,
  part: Partial<Requirement> = {},
  own: RequirementCard["own"] = null,
): RequirementCard => ({
  requirement: {
    ...blankRequirement,
    id,
    title: text(id),
    severity: "minor",
    verification: { ...blankRequirement.verification, state: "checked" },
    ...part,
  },
  when: text("always"),
  must: null,
  needed_by: text("loading"),
  accepts: [],
  own,
});
const pack = (id: string, requirements: RequirementCard[], part: Partial<PackCard> = {}) => ({
  id,
  title: text(id),
  about: text(""),
  version: "1.0.0",
  sha256: "",
  origin: "built-in" as const,
  facts: [],
  requirements,
  switched_off: [],
  conflicts: [],
  problems: [],
  ...part,
});
const packs: PackCard[] = [
  pack(
    "eu",
    [
      card("a"),
      card("b", { severity: "blocker", title: text("Declaration", "声明") }, { kind: "added" }),
      card("c", { verification: blankRequirement.verification }, { kind: "changed", fields: [] }),
    ],
    { switched_off: [{ requirement: "off", title: text("Plate", "铭牌"), reason: "ours" }] },
  ),
  pack("cn", [card("d", { severity: "blocker" })]),
  pack("mine", [card("e")], { origin: "own" }),
  pack("empty", [], { origin: "own" }),
];
const nothing: Wanted = { pack: "", severity: "", verification: "", own: "", typed: "" };
const ids = (wanted: Partial<Wanted>) =>
  groups(packs, { ...nothing, ...wanted }).map((group) => [
    group.pack.id,
    [
      ...group.rows.map((one) => one.requirement.id),
      ...group.off.map((one) => one.requirement),
    ].join(" "),
  ]);

it("requirements come by pack, the worst first, and what is switched off last", () => {
  expect(ids({})).toEqual([
    ["eu", "b a c off"],
    ["cn", "d"],
    ["mine", "e"],
    ["empty", ""],
  ]);
});

it("filters join, and packs without a match go", () => {
  expect(ids({ severity: "blocker", pack: "eu" })).toEqual([["eu", "b"]]);
  expect(ids({ verification: "verify" })).toEqual([["eu", "c"]]);
});

it("what the user made of them can be asked for", () => {
  expect(ids({ own: "any" })).toEqual([
    ["eu", "b c off"],
    ["mine", "e"],
  ]);
  expect(ids({ own: "added" })).toEqual([
    ["eu", "b"],
    ["mine", "e"],
  ]);
  expect(ids({ own: "changed" })).toEqual([["eu", "c"]]);
  expect(ids({ own: "off" })).toEqual([["eu", "off"]]);
});

it("either language finds, also what is switched off", () => {
  expect(ids({ typed: "声明" })).toEqual([["eu", "b"]]);
  expect(ids({ typed: "declar" })).toEqual([["eu", "b"]]);
  expect(ids({ typed: "铭牌" })).toEqual([["eu", "off"]]);
});

it("one is found by its id", () => {
  expect(find(packs, "d")?.pack.id).toBe("cn");
  expect(find(packs, "off")?.kind).toBe("off");
  expect(find(packs, "mine")?.kind).toBe("pack");
  expect(find(packs, undefined)).toBeUndefined();
});

it("changes are counted, and ids in use known", () => {
  expect(packs.map(ownChanges)).toEqual([3, 0, 0, 0]);
  expect(usedIds(packs)).toEqual(new Set(["a", "b", "c", "off", "d", "e"]));
});
