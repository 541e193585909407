// What was read in a file beside a document's record, in the screen's language; reactive.

import type { SuggestionRow } from "../../components/Suggestions.svelte";
import { app } from "../../lib/app.svelte";
import type { Evidence } from "../../lib/bindings/Evidence";
import type { SuggestionView } from "../../lib/bindings/SuggestionView";
import { match, present } from "../../lib/evidence/taking";
import { languageName } from "../../lib/languages";
import type { Language } from "../../lib/bindings/Language";
import { language } from "../../lib/language.svelte";
import { both, format, say } from "../../lib/words";
import { formats } from "../../lib/words/format";

/** A value as people read it. */
function readable(field: string, value: string, screen: Language): string {
  if (field === "issued" || field === "expires") return formats[screen].date(value);
  if (field === "language") return languageName(value, screen);
  if (field !== "document-type") return value;
  const known = app.catalogue?.document_types.find((type) => type.id === value);
  return known ? known.title[screen] : value;
}

/** What a field is called, in both languages. */
function labelOf(field: string) {
  return both((all) => {
    const names: Record<string, string> = all.library.preview.suggestions.fields;
    return names[field] ?? field;
  });
}

/** Says that a suggestion was taken over, in both languages. */
export function takenOf({ field, value, shown }: SuggestionView) {
  const label = labelOf(field);
  const worded = shown ?? { en: readable(field, value, "en"), zh: readable(field, value, "zh") };
  return both((all, pick) => all.library.preview.suggestions.takenDone(pick(label), pick(worded)));
}

/** The rows to show; `taken` holds what was taken over here, by `keyOf`. */
export function suggestionRows(
  evidence: Evidence,
  read: SuggestionView[],
  taken: ReadonlySet<string>,
): SuggestionRow[] {
  const screen = language.current;
  return read.map((suggestion) => ({
    suggestion,
    label: say(labelOf(suggestion.field)),
    value: suggestion.shown
      ? say(suggestion.shown)
      : readable(suggestion.field, suggestion.value, screen),
    match: match(evidence, suggestion),
    present: format().list(
      present(evidence, suggestion.field).map((value) => readable(suggestion.field, value, screen)),
    ),
    taken: taken.has(keyOf(suggestion)),
  }));
}

export function keyOf({ field, value }: SuggestionView): string {
  return `${field} ${value}`;
}
