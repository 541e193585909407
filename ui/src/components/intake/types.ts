// Kinds of documents to choose from; reactive.

import { app } from "../../lib/app.svelte";
import type { ReviewDraft } from "../../lib/intake/review.svelte";
import { language } from "../../lib/language.svelte";
import { say } from "../../lib/words";

/** Types in force, and those that the program proposed besides. */
export function typesFor(review: ReviewDraft): { id: string; title: string }[] {
  const known = new Map(
    (app.catalogue?.document_types ?? []).map(({ id, title }) => [id, say(title)]),
  );
  for (const { file } of review.files) {
    const { document_type: id, type_title } = file;
    if (id && !known.has(id)) known.set(id, type_title ? say(type_title) : id);
  }
  return [...known]
    .map(([id, title]) => ({ id, title }))
    .sort((one, two) => one.title.localeCompare(two.title, language.current));
}
