// Answers to facts: what is typed becomes a value, and a value becomes text. Pure.

import type { Fact } from "../../lib/bindings/Fact";
import type { Value } from "../../lib/bindings/Value";

/** The number of a quantity without its unit: `6.1 mm` gives `6.1`. */
export function amountOf(quantity: string): string {
  return /-?[\d.,]+/.exec(quantity)?.[0].replaceAll(",", "") ?? "";
}

/** The unit of a quantity: `6.1 mm` gives `mm`, `412000 EUR` gives `EUR`. */
export function unitOf(quantity: string): string {
  return quantity.replace(/-?[\d.,]+/, "").trim();
}

/** A plain decimal, or none. A comma alone stands for the point, unless three digits follow it:
 * `4,500` may be either, and is no number. */
export function readDecimal(text: string): string | null {
  const typed = text.trim();
  if (/^-?[1-9]\d{0,2},\d{3}$/.test(typed)) return null;
  const plain = typed.replaceAll(" ", "").replace(/^(-?\d+),(\d+)$/, "$1.$2");
  const ungrouped = /^-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(typed)
    ? typed.replaceAll(",", "")
    : plain;
  return /^-?\d+(\.\d+)?$/.test(ungrouped) ? ungrouped : null;
}

/** A decimal with the fact's unit; none where it is no number. */
export function decimalValue(fact: Fact, text: string): Value | null {
  const number = readDecimal(text);
  if (number === null) return null;
  return { kind: "decimal", value: [number, fact.unit ?? ""].join(" ").trim() };
}

/** A value as text, choices by their titles. */
export function valueText(
  fact: Fact,
  value: Value,
  lang: "en" | "zh",
  words: { yes: string; no: string },
  show: { date: (iso: string) => string; list: (items: string[]) => string },
): string {
  const title = (id: string): string =>
    fact.choices.find((choice) => choice.id === id)?.title[lang] ?? id;
  switch (value.kind) {
    case "yes-no":
      return value.value ? words.yes : words.no;
    case "choice":
      return title(value.value);
    case "choices":
      return show.list(value.value.map(title));
    case "date":
      return show.date(value.value);
    case "decimal":
    case "text":
      return value.value;
  }
}
