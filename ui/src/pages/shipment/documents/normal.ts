// Brings what documents say into one spelling before it is compared. The engine judges; this only
// decides what the matrix shows as equal. Pure.

const LETTERS: Record<string, string> = { Ł: "L", ł: "l", ß: "SS", Đ: "D", đ: "d" };

/** Upper case, without accents and punctuation, company forms in one spelling. */
export function plainText(text: string): string {
  return text
    .replace(/[ŁłßĐđ]/gu, (letter) => LETTERS[letter] ?? letter)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/\bCOMPANY\b/gu, "CO")
    .replace(/\bLIMITED\b/gu, "LTD")
    .replace(/\bG M B H\b/gu, "GMBH")
    .trim();
}

const FACTORS: Record<string, [number, string]> = {
  t: [1000, "kg"],
  kg: [1, "kg"],
  g: [0.001, "kg"],
  m: [1000, "mm"],
  cm: [10, "mm"],
  mm: [1, "mm"],
};

/** Masses in kilograms, lengths in millimetres, money with its currency. */
export function plainQuantity(text: string): string {
  const number = /-?[\d.,_]+/.exec(text)?.[0].replaceAll(/[,_]/g, "");
  if (number === undefined) return plainText(text);
  const unit = text.replace(/-?[\d.,_]+/, "").trim();
  const [factor, base] = FACTORS[unit] ?? [1, unit.toUpperCase()];
  return `${Math.round(Number(number) * factor * 1000) / 1000} ${base}`.trim();
}

/** The first six digits. */
export function hs6(code: string): string {
  return code.replaceAll(/\D/g, "").slice(0, 6);
}

/** A set, whatever its order. */
export function asSet(items: string[]): string {
  return [...new Set(items)].sort().join("|");
}
