// Files of the list with the names of their folders between. Pure.

import type { FileDraft } from "./file.svelte";

/** A row of the list: a folder's name or a file. */
export type ReviewRow = { folder: string; count: number } | { draft: FileDraft };

/** Files with the names of their folders between; a list without folders has none. */
export function rowsOf(shown: FileDraft[]): ReviewRow[] {
  const folders = new Map<string, FileDraft[]>();
  for (const draft of shown) {
    const { folder } = draft.file;
    const list = folders.get(folder);
    if (list) list.push(draft);
    else folders.set(folder, [draft]);
  }
  const named = folders.size > 1 || !folders.has("");
  return [...folders].flatMap(([folder, drafts]) => [
    ...(named ? [{ folder, count: drafts.length }] : []),
    ...drafts.map((draft) => ({ draft })),
  ]);
}
