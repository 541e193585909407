// Which comparisons suit a fact, and with which units. Pure.

import type { Fact } from "../../../lib/bindings/Fact";
import type { FactKind } from "../../../lib/bindings/FactKind";
import { type Comparison, newComparison, type Op } from "./condition";

const relations: Op[] = ["above", "at_least", "below", "at_most", "is"];

const byKind: Record<FactKind, Op[]> = {
  "yes-no": ["is"],
  choice: ["is", "in"],
  choices: ["is", "in"],
  decimal: relations,
  date: ["is", "above", "at_least", "below", "at_most"],
  text: ["is"],
};

/** Units that measure the same and compare; any other compares with itself alone. */
const dimensions = [
  ["µm", "mm", "m"],
  ["kg", "t"],
];

/** All units of a number, without currencies. */
export const units = ["µm", "mm", "m", "kg", "t", "V", "Hz", "kW", "°C", "d", "h", "%", "bar", "L"];

export function unitsLike(unit: string): string[] {
  if (unit === "") return [];
  return dimensions.find((dimension) => dimension.includes(unit)) ?? [unit];
}

/** The facts whose answers can be the same as this one's. */
export function comparable(fact: Fact, facts: Fact[]): Fact[] {
  const choice = (kind: FactKind) => kind === "choice" || kind === "choices";
  const dimension = (one: Fact) => unitsLike(one.unit ?? "").join();
  return facts.filter(
    (other) =>
      other.id !== fact.id &&
      (other.kind === fact.kind || (choice(other.kind) && choice(fact.kind))) &&
      dimension(other) === dimension(fact),
  );
}

/** The comparisons offered for a fact. */
export function opsOf(kind: FactKind | undefined, hasPartner: boolean): Op[] {
  return [
    ...(kind ? byKind[kind] : (["is"] as const)),
    ...(hasPartner ? (["same_as"] as const) : []),
  ];
}

/** A comparison for another fact: what still fits is kept. */
export function fit(comparison: Comparison, fact: Fact, before: Fact | undefined): Comparison {
  const [first = "is"] = byKind[fact.kind];
  const keeps = before !== undefined && byKind[fact.kind].includes(comparison.op);
  const alike = before?.kind === fact.kind && !fact.kind.startsWith("choice");
  const unit = fact.unit ?? "";
  return {
    ...newComparison(keeps ? comparison.op : first),
    key: comparison.key,
    value: alike && comparison.op !== "same_as" ? comparison.value : "",
    unit: unitsLike(unit).includes(comparison.unit) ? comparison.unit : unit,
  };
}
