// What a search may be asked, and where its hits lead. Pure.

import type { SearchHit } from "./bindings/SearchHit";
import type { SearchKind } from "./bindings/SearchKind";
import type { Route } from "./route.svelte";
import { pointsIn } from "./spans";

/** The order in which kinds are shown. */
export const kinds: SearchKind[] = ["requirement", "evidence", "file", "shipment", "note"];

/** Two Chinese characters are a word; one letter of any script is in nearly everything. */
const LEAST = 2;

/** What was typed is long enough to be searched for. */
export function searchable(text: string): boolean {
  return pointsIn(text.replace(/[^\p{L}\p{N}]+/gu, "")) >= LEAST;
}

export interface HitGroup {
  kind: SearchKind;
  hits: SearchHit[];
}

/** Hits by kind; within a kind the best stay first. Kinds are in the order of their best hit. */
export function grouped(hits: SearchHit[]): HitGroup[] {
  const found = [...new Set(hits.map((hit) => hit.kind))];
  return found.map((kind) => ({ kind, hits: hits.filter((hit) => hit.kind === kind) }));
}

/** Where a hit is shown. */
export function placeOf(hit: SearchHit): Route {
  switch (hit.kind) {
    case "requirement":
      return { page: "requirements", item: hit.id };
    case "evidence":
      return { page: "evidence", item: hit.id };
    case "file": {
      const at = hit.page === null ? {} : { at: hit.page };
      const file = hit.sha256 ? { file: hit.sha256, ...at } : {};
      return { page: "evidence", item: hit.id, ...file };
    }
    case "shipment":
      return { page: "shipment", id: hit.id, tab: "overview" };
    case "note": {
      if (!hit.shipment) return { page: "history" };
      const of = { page: "shipment", id: hit.shipment } as const;
      if (!hit.subject) return { ...of, tab: "checklist" };
      // Checks compare documents: what was accepted there is shown there.
      const tab = hit.subject.startsWith("x-") ? "documents" : "checklist";
      return { ...of, tab, item: hit.subject };
    }
  }
}
