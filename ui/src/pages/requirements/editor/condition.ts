// A condition as a tree that a form can edit, and back to what packs write. Pure.
//
// What is read and not touched is written back exactly as it was: `not: {any: […]}` and
// `not: {…}`, several comparisons of one fact, `8um` for `8 µm`.

import type { Condition } from "../../../lib/bindings/Condition";
import type { Operand } from "../../../lib/bindings/Operand";

export type Op = "is" | "in" | "above" | "at_least" | "below" | "at_most" | "same_as";
export const ops: Op[] = ["is", "in", "above", "at_least", "below", "at_most", "same_as"];

/** How the parts of a group join; `none` is what packs write as `not`. */
export type Join = "all" | "any" | "none";

export interface Comparison {
  key: number;
  op: Op;
  /** A choice, `true` or `false`, a number, a date, a text. */
  value: string;
  /** The unit of a number. */
  unit: string;
  /** What it may be one of. */
  choices: string[];
  /** The other fact. */
  other: string;
  /** How far amounts may differ. */
  percent: number | null;
  /** As read, while value and unit stay as they were. */
  read: { operand: Operand; value: string; unit: string } | null;
}

export interface Test {
  key: number;
  kind: "test";
  fact: string;
  comparisons: Comparison[];
}

export interface Group {
  key: number;
  kind: "group";
  join: Join;
  parts: Node[];
  /** Written without the group while it holds a single part: `when: {fact: market, is: eu}`. */
  bare: boolean;
  /** `none`: written as `not: {any: […]}` even for a single part. */
  wrapped: boolean;
}

export type Node = Test | Group;

let next = 1;

export function newComparison(op: Op): Comparison {
  return {
    key: next++,
    op,
    value: "",
    unit: "",
    choices: [],
    other: "",
    percent: null,
    read: null,
  };
}

export function newTest(): Test {
  return { key: next++, kind: "test", fact: "", comparisons: [newComparison("is")] };
}

export function newGroup(join: Join, parts: Node[] = []): Group {
  return { key: next++, kind: "group", join, parts, bare: false, wrapped: false };
}

/** Number and unit of an amount; all of it as the number where it is none. */
export function splitAmount(text: string): { value: string; unit: string } {
  const parts = /^\s*(-?\d+(?:\.\d+)?)\s*(.*?)\s*$/u.exec(text);
  return parts ? { value: parts[1] ?? "", unit: parts[2] ?? "" } : { value: text, unit: "" };
}

type KindOf = (fact: string) => string | undefined;

function readOperand(op: Op, operand: Operand, kind: string | undefined): Comparison {
  const text = String(operand);
  const { value, unit } = kind === "decimal" ? splitAmount(text) : { value: text, unit: "" };
  return { ...newComparison(op), value, unit, read: { operand, value, unit } };
}

function readTest(condition: Condition, kindOf: KindOf): Test {
  const fact = condition.fact ?? "";
  const comparisons: Comparison[] = [];
  for (const op of ops) {
    if (op === "in") {
      if (condition.in) comparisons.push({ ...newComparison(op), choices: [...condition.in] });
    } else if (op === "same_as") {
      const { same_as: other, within_percent: percent } = condition;
      if (other) comparisons.push({ ...newComparison(op), other, percent });
    } else {
      const operand = condition[op];
      if (operand !== null) comparisons.push(readOperand(op, operand, kindOf(fact)));
    }
  }
  if (comparisons.length === 0) comparisons.push(newComparison("is"));
  return { key: next++, kind: "test", fact, comparisons };
}

function readNode(condition: Condition, kindOf: KindOf): Node {
  const read = (part: Condition) => readNode(part, kindOf);
  if (condition.all) return newGroup("all", condition.all.map(read));
  if (condition.any) return newGroup("any", condition.any.map(read));
  if (condition.not?.any)
    return { ...newGroup("none", condition.not.any.map(read)), wrapped: true };
  if (condition.not) return newGroup("none", [read(condition.not)]);
  return readTest(condition, kindOf);
}

/** The tree of a condition; its root is always a group, empty where there is no condition. */
export function readCondition(condition: Condition | null, kindOf: KindOf): Group {
  if (!condition) return { ...newGroup("all"), bare: true };
  const node = readNode(condition, kindOf);
  return node.kind === "group" ? node : { ...newGroup("all", [node]), bare: true };
}

const nothing: Condition = {
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

/** The operand of a comparison, in the form that suits the kind of fact. */
function operand(comparison: Comparison, kind: string | undefined): Operand | null {
  const { value, unit, read } = comparison;
  if (read && read.value === value && read.unit === unit) return read.operand;
  const text = value.trim();
  if (text === "") return null;
  if (kind === "yes-no") return text === "true";
  if (kind !== "decimal") return text;
  if (unit !== "") return `${text} ${unit}`;
  return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
}

function writeTest(test: Test, kindOf: KindOf): Condition {
  const condition: Condition = { ...nothing, fact: test.fact === "" ? null : test.fact };
  for (const comparison of test.comparisons) {
    if (comparison.op === "in") condition.in = [...comparison.choices];
    else if (comparison.op === "same_as") {
      condition.same_as = comparison.other === "" ? null : comparison.other;
      condition.within_percent = comparison.percent;
    } else condition[comparison.op] = operand(comparison, kindOf(test.fact));
  }
  return condition;
}

function isBare(group: Group): boolean {
  return group.bare && group.join !== "none" && group.parts.length === 1;
}

/** Whether `none` is written as `not: {any: […]}`. */
function isWrapped(group: Group): boolean {
  return group.wrapped || group.parts.length !== 1;
}

function writeNode(node: Node, kindOf: KindOf): Condition {
  if (node.kind === "test") return writeTest(node, kindOf);
  const parts = node.parts.map((part) => writeNode(part, kindOf));
  const [first] = parts;
  if (isBare(node) && first) return first;
  if (node.join !== "none") return { ...nothing, [node.join]: parts };
  if (first && !isWrapped(node)) return { ...nothing, not: first };
  return { ...nothing, not: { ...nothing, any: parts } };
}

/** What packs write; nothing where the root is empty. */
export function writeCondition(root: Group, kindOf: KindOf): Condition | null {
  return root.parts.length === 0 ? null : writeNode(root, kindOf);
}

/** Where each node and comparison stands in what is written: `when/all/0/above`. Joins those `found`. */
export function places(
  root: Group,
  base: string,
  found = new Map<number, string>(),
): Map<number, string> {
  const walk = (node: Node, path: string) => {
    found.set(node.key, path);
    if (node.kind === "test") {
      for (const { key, op } of node.comparisons) found.set(key, `${path}/${op}`);
      return;
    }
    node.parts.forEach((part, index) => {
      if (isBare(node)) walk(part, path);
      else if (node.join !== "none") walk(part, `${path}/${node.join}/${index}`);
      else walk(part, isWrapped(node) ? `${path}/not/any/${index}` : `${path}/not`);
    });
  };
  walk(root, base);
  return found;
}

/** What a test or comparison still lacks. */
export function lacks(comparison: Comparison): boolean {
  if (comparison.op === "in") return comparison.choices.length === 0;
  if (comparison.op === "same_as") return comparison.other === "";
  return comparison.value.trim() === "";
}

/** Keys of what is not finished: tests without a fact, comparisons without a value, empty groups. */
export function unfinished(root: Group): number[] {
  const found: number[] = [];
  const walk = (node: Node) => {
    if (node.kind === "group") {
      if (node.parts.length === 0 && node !== root) found.push(node.key);
      node.parts.forEach(walk);
    } else if (node.fact === "") found.push(node.key);
    else
      for (const comparison of node.comparisons) if (lacks(comparison)) found.push(comparison.key);
  };
  walk(root);
  return found;
}

/** The facts that a condition looks at, as written. */
export function factsOf(condition: Condition | null): string[] {
  if (!condition) return [];
  const parts = [...(condition.all ?? []), ...(condition.any ?? [])];
  if (condition.not) parts.push(condition.not);
  const own = [condition.fact, condition.same_as].filter((id): id is string => !!id);
  return [...new Set([...own, ...parts.flatMap(factsOf)])];
}
