// Taking over what was read in a file, into a record that is being written. Pure but for the record.

import type { SuggestionView } from "../bindings/SuggestionView";
import type { EvidenceDraft } from "../evidence/draft.svelte";
import { isLaw } from "../evidence/taking";

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

/** The field of the record that a suggestion is for; none where it is only good to know. */
export function fieldOf(suggestion: SuggestionView): RecordField | null {
  const { field, value } = suggestion;
  if (field === "document-type") return "type";
  if (field === "standard") return isLaw(value) ? "regimes" : null;
  if (field in LISTS) return LISTS[field as keyof typeof LISTS];
  return TEXTS.find((known) => known === field) ?? null;
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
