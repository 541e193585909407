// Numbers with their units, as typed. Pure.

/** What a quantity measures. */
export type Measure = "mass" | "length" | "money";

const QUANTITY = /^(?:-?\d[\d.,_]*\s*[A-Za-zµμ%°][A-Za-z0-9µμ°²³/%]*|[A-Z]{3}\s*-?\d[\d.,_]*)$/u;
/** A number of zero or more: a mass, a length and an amount are never below it. */
const NUMBER = String.raw`[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
/** One comma before three digits is 4.5 or 4500: only where decimals are not written so. */
const PLAIN = String.raw`[1-9]\d{0,2}(?:,\d{3}){2,}(?:\.\d+)?|[1-9]\d{0,2},\d{3}\.\d+|\d+(?:\.\d+)?`;
const READS: Record<Measure, RegExp> = {
  mass: new RegExp(`^(?:(?:${NUMBER})\\s*kg|(?:${PLAIN})\\s*t)$`),
  length: new RegExp(`^(?:(?:${NUMBER})\\s*mm|(?:${PLAIN})\\s*(?:m|[uµμ]m))$`),
  money: new RegExp(`^(?:(?:${NUMBER})\\s*[A-Z]{3}|[A-Z]{3}\\s*(?:${NUMBER}))$`),
};

/** Whether a text reads as a number with its unit. */
export function isQuantity(text: string): boolean {
  return QUANTITY.test(text.trim());
}

/** Whether a text reads as a mass, a length or an amount of money. */
export function reads(text: string, measure: Measure): boolean {
  return READS[measure].test(text.trim());
}

/** A number alone gets the unit that is meant; a currency may be typed in small letters. */
export function withUnit(typed: string, unit: string): string {
  const text = typed.trim();
  if (unit !== "" && /^\d[\d.,]*$/.test(text)) return `${text} ${unit}`;
  const money = /^(\d[\d.,]*)\s*([a-z]{3})$|^([a-z]{3})\s*(\d[\d.,]*)$/.exec(text);
  if (money === null) return typed;
  return `${money[1] ?? money[4]} ${(money[2] ?? money[3] ?? "").toUpperCase()}`;
}
