import { expect, it } from "vitest";
import type { Fact } from "../../../lib/bindings/Fact";
import { newComparison } from "./condition";
import { comparable, fit, opsOf, unitsLike } from "./operators";

const fact = (id: string, part: Partial<Fact> = {}): Fact => ({
  id,
  title: { en: id, zh: id },
  question: { en: id, zh: id },
  kind: "decimal",
  level: "product",
  choices: [],
  unit: null,
  product_of: [],
  group: null,
  replaces: [],
  ...part,
});

it("units of one dimension are offered together", () => {
  expect(unitsLike("mm")).toEqual(["µm", "mm", "m"]);
  expect(unitsLike("V")).toEqual(["V"]);
  expect(unitsLike("")).toEqual([]);
});

it("only answers of the same kind and dimension can be the same", () => {
  const facts = [fact("a", { unit: "mm" }), fact("b", { unit: "m" }), fact("c", { unit: "kg" })];
  const [a] = facts;
  expect(a && comparable(a, facts).map((one) => one.id)).toEqual(["b"]);
});

it("comparisons follow the kind", () => {
  expect(opsOf("yes-no", false)).toEqual(["is"]);
  expect(opsOf("choice", true)).toEqual(["is", "in", "same_as"]);
  expect(opsOf("decimal", false)[0]).toBe("above");
});

it("another fact keeps what still fits", () => {
  const comparison = { ...newComparison("above"), value: "8", unit: "µm" };
  const length = fact("a", { unit: "mm" });
  const other = fact("b", { unit: "m" });
  const kept = fit(comparison, other, length);
  expect(kept).toMatchObject({ op: "above", value: "8", unit: "µm", key: comparison.key });
  expect(fit(newComparison("is"), length, undefined).op).toBe("above");
  expect(fit(comparison, fact("c", { unit: "kg" }), length)).toMatchObject({ unit: "kg" });
  expect(fit(comparison, fact("d", { kind: "yes-no" }), length)).toMatchObject({
    op: "is",
    value: "",
    unit: "",
  });
});
