// Brings what documents say into one spelling before it is compared, as the engine does. The engine
// judges; this only decides what the matrix shows as equal. Pure.

const LETTERS: Record<string, string> = {
  Ł: "L",
  ł: "l",
  ß: "SS",
  ẞ: "SS",
  Đ: "D",
  đ: "d",
  Ø: "O",
  ø: "o",
};

/** Company forms written in several ways; the last column wins. */
const FORMS: [string, string][] = [
  ["COMPANY LIMITED", "CO LTD"],
  ["COMPANY LTD", "CO LTD"],
  ["CO LIMITED", "CO LTD"],
  ["LIMITED", "LTD"],
  ["GESELLSCHAFT MIT BESCHRANKTER HAFTUNG", "GMBH"],
  ["G M B H", "GMBH"],
  ["JOINT STOCK COMPANY", "JSC"],
  ["J S C", "JSC"],
  ["CORPORATION", "CORP"],
  ["INCORPORATED", "INC"],
  ["SP Z O O", "SPZOO"],
  ["PTE LTD", "PTELTD"],
];

/** Upper case, without accents and punctuation, company forms in one spelling. */
export function plainText(text: string): string {
  const spaced = text
    .replace(/[ŁłßẞĐđØø]/gu, (letter) => LETTERS[letter] ?? letter)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return FORMS.reduce(
    (so, [from, to]) => so.replaceAll(` ${from} `, ` ${to} `),
    ` ${spaced} `,
  ).trim();
}

/** Letters and digits only, in upper case. */
export function plainCode(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .toUpperCase();
}

const FACTORS: Record<string, [number, string]> = {
  t: [1000, "kg"],
  kg: [1, "kg"],
  m: [1000, "mm"],
  mm: [1, "mm"],
  µm: [0.001, "mm"],
  μm: [0.001, "mm"],
};

/** A number with its unit, in kilograms, millimetres or a currency; none where it does not read. */
export function quantityOf(
  text: string | null | undefined,
): { value: number; unit: string } | null {
  const number = /-?[\d.,_]*\d/.exec(text ?? "")?.[0];
  if (number === undefined || !text) return null;
  const written = text.replace(number, "").trim();
  const [factor, unit] = FACTORS[written] ?? [1, written.toUpperCase()];
  const value = Number(number.replaceAll(/[,_]/g, ""));
  return Number.isFinite(value) ? { value: rounded(value * factor), unit } : null;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** A number as text with its unit. */
export function written(value: number, unit: string): string {
  return `${rounded(value)} ${unit}`.trim();
}

/** Masses in kilograms, lengths in millimetres, money with its currency. */
export function plainQuantity(text: string): string {
  const read = quantityOf(text);
  return read === null ? plainText(text) : written(read.value, read.unit);
}

/** The first six digits of each code. */
export function hs6(codes: string): string {
  return asSet(codes.split(",").map((code) => code.replaceAll(/\D/g, "").slice(0, 6)));
}

const CHINA = ["CHINA", "PRC", "P R CHINA", "P R C", "MADE IN CHINA", "CN", "中国"];

/** Spellings of the country that nearly every shipment names count as one. */
export function plainCountry(text: string): string {
  const plain = plainText(text);
  return CHINA.includes(plain) || /^PEOPLE ?S REPUBLIC OF CHINA$/.test(plain) ? "CN" : plain;
}

/** A list in one text, as a set: whatever its order. */
export function plainSet(text: string): string {
  return asSet(text.split(",").map(plainText));
}

/** Containers as `number / seal`, as a set. */
export function plainContainers(text: string): string {
  return asSet(text.split(",").map((one) => one.split("/").map(plainCode).join("/")));
}

function asSet(items: string[]): string {
  return [...new Set(items.filter((item) => item !== ""))].sort().join(", ");
}
