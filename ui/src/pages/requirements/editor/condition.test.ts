import { describe, expect, it } from "vitest";
import type { Condition } from "../../../lib/bindings/Condition";
import { arrange, stepsOf } from "./arrange";
import {
  factsOf,
  newComparison,
  newGroup,
  newTest,
  places,
  readCondition,
  splitAmount,
  unfinished,
  writeCondition,
  type Group,
  type Test,
} from "./condition";

const empty: Condition = {
  all: null,
  any: null,
  not: null,
  fact: null,
  is: null,
  in: null,
  above: null,
  at_least: null,
  below: null,
  at_most: null,
  same_as: null,
  within_percent: null,
};
const one = (part: Partial<Condition>): Condition => ({ ...empty, ...part });
const kinds: Record<string, string> = {
  market: "choice",
  category: "choice",
  wood: "yes-no",
  accuracy: "decimal",
  axes: "decimal",
  day: "date",
  plate: "text",
};
const kindOf = (fact: string) => kinds[fact];
const again = (condition: Condition | null) =>
  writeCondition(readCondition(condition, kindOf), kindOf);
const test = (fact: string, value: string): Test => ({
  ...newTest(),
  fact,
  comparisons: [{ ...newComparison("is"), value }],
});
const outline = (group: Group): unknown[] =>
  group.parts.map((part) => (part.kind === "group" ? [part.join, ...outline(part)] : part.fact));

describe("what is not touched is written as it was read", () => {
  const market = one({ fact: "market", is: "eu" });
  const samples: (Condition | null)[] = [
    null,
    market,
    one({ all: [market] }),
    one({ any: [market, one({ all: [one({ fact: "wood", is: true })] })] }),
    one({ not: market }),
    one({ not: one({ any: [market] }) }),
    one({ not: one({ all: [market, one({ fact: "category", in: ["machine", "line"] })] }) }),
    one({ all: [one({ not: one({ not: market }) })] }),
    one({ fact: "accuracy", above: "8um", at_most: "0.02 mm" }),
    one({ fact: "axes", at_least: 5 }),
    one({ fact: "day", at_least: "2027-01-20", below: "2028-01-01" }),
    one({ fact: "plate", is: "3 axes" }),
    one({ fact: "market", is: true }),
    one({ fact: "accuracy", same_as: "axes", within_percent: 5 }),
  ];
  for (const sample of samples) {
    it(JSON.stringify(sample, (_, value: unknown) => value ?? undefined) ?? "always", () =>
      expect(again(sample)).toEqual(sample),
    );
  }
});

it("what is typed is written in the form of its fact", () => {
  const write = (fact: string, value: string, unit = "") =>
    writeCondition(
      newGroup("all", [
        { ...newTest(), fact, comparisons: [{ ...newComparison("is"), value, unit }] },
      ]),
      kindOf,
    )?.all?.[0]?.is;
  expect(write("wood", "true")).toBe(true);
  expect(write("accuracy", " 8 ", "µm")).toBe("8 µm");
  expect(write("axes", "5")).toBe(5);
  expect(write("axes", "2.5")).toBe("2.5");
  expect(write("day", "2027-01-20")).toBe("2027-01-20");
  expect(write("market", "")).toBeNull();
});

it("amounts are split as people and packs write them", () => {
  expect(splitAmount("8 µm")).toEqual({ value: "8", unit: "µm" });
  expect(splitAmount("6.1mm")).toEqual({ value: "6.1", unit: "mm" });
  expect(splitAmount("many")).toEqual({ value: "many", unit: "" });
});

it("places name the path of every part", () => {
  const root = readCondition(
    one({
      all: [
        one({ fact: "accuracy", above: "8 µm" }),
        one({ not: one({ any: [one({ fact: "wood", is: true })] }) }),
        one({ not: one({ fact: "wood", is: true }) }),
      ],
    }),
    kindOf,
  );
  expect([...places(root, "when").values()]).toEqual([
    "when",
    "when/all/0",
    "when/all/0/above",
    "when/all/1",
    "when/all/1/not/any/0",
    "when/all/1/not/any/0/is",
    "when/all/2",
    "when/all/2/not",
    "when/all/2/not/is",
  ]);
  const bare = readCondition(one({ fact: "wood", is: true }), kindOf);
  expect([...places(bare, "must").values()]).toEqual(["must", "must", "must/is"]);
});

it("what is not finished is told", () => {
  const done = test("wood", "true");
  const noFact = newTest();
  const noValue = test("market", " ");
  const hollow = newGroup("any");
  const found = unfinished(newGroup("all", [done, noFact, noValue, hollow]));
  expect(found).toEqual([noFact.key, noValue.comparisons[0]?.key, hollow.key]);
  expect(unfinished(newGroup("all"))).toEqual([]);
});

it("facts are found wherever they stand", () => {
  const condition = one({
    all: [
      one({ fact: "accuracy", same_as: "axes" }),
      one({ not: one({ any: [one({ fact: "wood", is: true })] }) }),
    ],
  });
  expect(factsOf(condition)).toEqual(["accuracy", "axes", "wood"]);
});

describe("parts move", () => {
  const tree = () =>
    newGroup("all", [test("a", "1"), newGroup("any", [test("b", "1")]), test("c", "1")]);
  const key = (root: Group, at: number) => root.parts[at]?.key ?? 0;

  it("up and down", () => {
    const root = tree();
    expect(arrange(root, key(root, 0), "down")).toBe(key(root, 1));
    expect(outline(root)).toEqual([["any", "b"], "a", "c"]);
  });

  it("into the group above, else into a new one that joins the other way", () => {
    const root = tree();
    arrange(root, key(root, 2), "into");
    expect(outline(root)).toEqual(["a", ["any", "b", "c"]]);
    arrange(root, key(root, 0), "into");
    expect(outline(root)).toEqual([
      ["any", "a"],
      ["any", "b", "c"],
    ]);
  });

  it("out of a group, which goes when it is empty", () => {
    const root = tree();
    const group = root.parts[1];
    const inner = group?.kind === "group" ? group.parts[0] : undefined;
    expect(stepsOf(root, inner?.key ?? 0)).toEqual(["into", "out", "remove"]);
    arrange(root, inner?.key ?? 0, "out");
    expect(outline(root)).toEqual(["a", "b", "c"]);
  });

  it("away, and the focus goes to the neighbour", () => {
    const root = tree();
    expect(arrange(root, key(root, 2), "remove")).toBe(key(root, 1));
    expect(outline(root)).toEqual(["a", ["any", "b"]]);
    expect(stepsOf(root, key(root, 0))).toEqual(["down", "into", "remove"]);
  });
});
