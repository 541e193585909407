// What the palette offers, and which of it fits what is typed. Pure.

import type { SearchHit } from "../lib/bindings/SearchHit";

export interface Entry {
  id: string;
  group: string;
  title: string;
  /** More to match, shown in grey. */
  note?: string;
  /** What the search found, shown with its words around it. */
  hit?: SearchHit;
  run: () => void;
}

/** Entries in which every word typed occurs, those whose title begins with it first. */
export function matching(entries: Entry[], typed: string): Entry[] {
  const parts = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const first = parts[0];
  if (first === undefined) return entries;
  const fits = entries.filter((entry) => {
    const text = `${entry.title} ${entry.note ?? ""}`.toLowerCase();
    return parts.every((part) => text.includes(part));
  });
  const rank = (entry: Entry) => (entry.title.toLowerCase().startsWith(first) ? 0 : 1);
  const groups = [...new Set(entries.map((entry) => entry.group))];
  return fits.sort(
    (one, two) => groups.indexOf(one.group) - groups.indexOf(two.group) || rank(one) - rank(two),
  );
}
