// What was read in a file, beside what the record says, and how it is taken over. Pure.

import type { Evidence } from "../bindings/Evidence";
import type { Scope } from "../bindings/Scope";
import type { SuggestionView } from "../bindings/SuggestionView";

/** The record has nothing there; the same; something else; or it is only good to know. */
export type Match = "new" | "agrees" | "differs" | "info";

const TEXTS = {
  number: "number",
  issuer: "issuer",
  holder: "holder",
  issued: "issued",
  expires: "expires",
  "document-type": "type",
} as const satisfies Record<string, keyof Evidence>;

const LISTS: Record<string, "models" | "regimes" | "languages"> = {
  model: "models",
  standard: "regimes",
  language: "languages",
};

/**
 * Whether a citation is a law and not a technical standard: 2006/42/EC, (EU) 2023/1230, 2014/30/EU,
 * S.I. 2008/1597. `EN ISO 12100` and `GB/T 19001` are none.
 */
export function isLaw(citation: string): boolean {
  return (
    /\b\d{2,4}\/\d{1,4}\/(?:EU|EC|EEC|EG|EWG)\b/i.test(citation) ||
    /(?:^|\s)\(?(?:EU|EC|EEC)\)?\s*(?:No\.?\s*)?\d{1,4}\/\d{2,4}\b/i.test(citation) ||
    /^\d{4}\/\d{2,4}$/.test(citation.trim()) ||
    /\bS\.?\s?I\.?\s?\d{4}\b/.test(citation)
  );
}

/** One spelling, for comparing: what differs only in case, spaces or punctuation agrees. */
function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

function alike(one: string, two: string): boolean {
  const [a, b] = [plain(one), plain(two)];
  return a === b && (a !== "" || one.trim() === two.trim());
}

function listOf(evidence: Evidence, list: "models" | "regimes" | "languages"): string[] {
  // A record may leave empty lists out.
  const scope: Partial<Scope> = evidence.scope;
  return (list === "languages" ? evidence.languages : scope[list]) ?? [];
}

/** What the record says there now, as values; empty where it says nothing. */
export function present(evidence: Evidence, field: string): string[] {
  const list = LISTS[field];
  if (list) return listOf(evidence, list);
  const key = TEXTS[field as keyof typeof TEXTS];
  const value = key && evidence[key];
  return value ? [value] : [];
}

/** How a suggestion stands to the record. */
export function match(evidence: Evidence, suggestion: SuggestionView): Match {
  const { field, value } = suggestion;
  if (!(field in TEXTS) && !(field in LISTS)) return "info";
  const now = present(evidence, field);
  if (field === "standard") {
    if (!isLaw(value)) return "info";
    // A record that cites `Directive 2006/42/EC` cites 2006/42/EC.
    return now.some((law) => plain(law).includes(plain(value))) ? "agrees" : "new";
  }
  if (field in LISTS) return now.some((item) => alike(item, value)) ? "agrees" : "new";
  if (now.length === 0) return "new";
  return now.some((text) => alike(text, value)) ? "agrees" : "differs";
}

/** The record with one suggestion taken over; only that field changes. */
export function take(evidence: Evidence, suggestion: SuggestionView): Evidence {
  const { field, value } = suggestion;
  const standing = match(evidence, suggestion);
  if (standing === "info" || standing === "agrees") return evidence;
  const list = LISTS[field];
  if (list === "languages") return { ...evidence, languages: [...listOf(evidence, list), value] };
  if (list) {
    const scope = { ...evidence.scope, [list]: [...listOf(evidence, list), value] };
    return { ...evidence, scope };
  }
  return { ...evidence, [TEXTS[field as keyof typeof TEXTS]]: value };
}
