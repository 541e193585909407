// Which documents the library shows. Pure.

import type { EvidenceView } from "../../lib/bindings/EvidenceView";
import { nameOf, searchText } from "../../lib/evidence/draft.svelte";
import { daysBetween } from "../../lib/timeline";

export type Filter = "all" | "expiring" | "expired" | "noFile";
export type Standing = "open-ended" | "valid" | "expiring" | "expired";

/** Documents that expire within so many days are told. */
const SOON = 90;

/** How a document's last day stands to today. It is valid through that day. */
export function standing(view: EvidenceView, today: string): Standing {
  const { expires } = view.evidence;
  if (!expires) return "open-ended";
  const days = daysBetween(today, expires);
  if (days < 0) return "expired";
  return days <= SOON ? "expiring" : "valid";
}

function passes(view: EvidenceView, filter: Filter, today: string): boolean {
  if (filter === "all") return true;
  if (filter === "noFile") return view.files.length === 0;
  return standing(view, today) === filter;
}

export function countOf(all: EvidenceView[], filter: Filter, today: string): number {
  return all.filter((view) => passes(view, filter, today)).length;
}

export interface Wanted {
  filter: Filter;
  /** A kind of document; all when empty. */
  type: string;
  typed: string;
}

/** The documents to show, by kind and then by the day they expire. */
export function matching(
  all: EvidenceView[],
  wanted: Wanted,
  today: string,
  titleOf: (view: EvidenceView) => string,
): EvidenceView[] {
  const parts = wanted.typed.toLowerCase().split(/\s+/).filter(Boolean);
  const key = (view: EvidenceView) => `${titleOf(view)}\n${view.evidence.expires ?? "9999"}`;
  return all
    .filter((view) => {
      const text = `${titleOf(view).toLowerCase()} ${searchText(view.evidence, view.files)}`;
      return (
        passes(view, wanted.filter, today) &&
        (wanted.type === "" || view.evidence.type === wanted.type) &&
        parts.every((part) => text.includes(part))
      );
    })
    .sort((one, two) => key(one).localeCompare(key(two)));
}

/** What stands under the kind: title or number, and who issued it. */
export function subtitle(view: EvidenceView): string[] {
  return [nameOf(view.evidence), view.evidence.issuer ?? ""];
}
