// Taking over what was read in a file, into a record that is being written. Pure but for the record.

import type { SuggestionView } from "../bindings/SuggestionView";
import type { EvidenceDraft } from "../evidence/draft.svelte";

const TEXTS = ["number", "issuer", "holder", "issued", "expires"] as const;
type TextField = (typeof TEXTS)[number];
const LISTS = { model: "models", standard: "regimes", language: "languages" } as const;

/** Fields of the record in the order they are shown; `regimes` takes the laws among the standards. */
export type RecordField =
  | "type"
  | "number"
  | "issuer"
  | "holder"
  | "issued"
  | "expires"
  | "languages"
  | "models"
  | "regimes";

/**
 * Whether a citation is a law and no technical standard: 2006/42/EC, (EU) 2023/1230, S.I. 2008/1597.
 * Only laws belong to what a record covers.
 */
export function isLaw(citation: string): boolean {
  return (
    /\b\d{2,4}\/\d{1,4}\/(?:EU|EC|EEC|EG|EWG)\b/i.test(citation) ||
    /(?:^|\s)\(?(?:EU|EC|EEC)\)?\s*(?:No\.?\s*)?\d{1,4}\/\d{2,4}\b/i.test(citation) ||
    /^\d{4}\/\d{2,4}$/.test(citation.trim()) ||
    /\bS\.?\s?I\.?\s?\d{4}\b/.test(citation)
  );
}

/** The field of the record that a suggestion is for; none where it is only good to know. */
export function fieldOf(suggestion: SuggestionView): RecordField | null {
  const { field, value } = suggestion;
  if (field === "document-type") return "type";
  if (field === "standard") return isLaw(value) ? "regimes" : null;
  if (field in LISTS) return LISTS[field as keyof typeof LISTS];
  return TEXTS.find((known) => known === field) ?? null;
}

/** What a field is called in the program's suggestions. */
export function suggestedAs(field: RecordField): string {
  const names: Partial<Record<RecordField, string>> = {
    type: "document-type",
    languages: "language",
    models: "model",
    regimes: "standard",
  };
  return names[field] ?? field;
}

/** The record says so already. */
export function taken(record: EvidenceDraft, suggestion: SuggestionView): boolean {
  const field = fieldOf(suggestion);
  if (field === null) return false;
  const now = record[field];
  return Array.isArray(now) ? now.includes(suggestion.value) : now === suggestion.value;
}

/** The record says nothing there. */
function empty(record: EvidenceDraft, field: RecordField): boolean {
  const now = record[field];
  return now === null || now.length === 0;
}

/** Takes one suggestion over, in place of what stands there; lists grow. The type is the caller's matter. */
export function take(record: EvidenceDraft, suggestion: SuggestionView): void {
  const field = fieldOf(suggestion);
  if (field === null || field === "type" || taken(record, suggestion)) return;
  if (field === "languages" || field === "models" || field === "regimes") {
    record[field] = [...record[field], suggestion.value];
  } else record[field as TextField] = suggestion.value;
}

/** Which suggestions "take all" takes: for every empty field the first, for lists all. What was typed stays. */
export function takeable(record: EvidenceDraft, suggestions: SuggestionView[]): SuggestionView[] {
  const filled = new Set<RecordField>();
  return suggestions.filter((suggestion) => {
    const field = fieldOf(suggestion);
    if (field === null || taken(record, suggestion)) return false;
    if (field === "languages" || field === "models" || field === "regimes") return true;
    if (!empty(record, field) || filled.has(field)) return false;
    filled.add(field);
    return true;
  });
}
