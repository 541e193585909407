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

/** The page of a file that a hit is on, as its place says; none where it names no page. */
export function pageOf(hit: SearchHit): number | undefined {
  const found = /\bpage (\d+)\b(?!.*\bpage \d)/i.exec(hit.place?.en ?? "");
  return found ? Number(found[1]) : undefined;
}

/** Where a hit is shown. */
export function placeOf(hit: SearchHit): Route {
  switch (hit.kind) {
    case "requirement":
      return { page: "requirements", item: hit.id };
    case "evidence":
      return { page: "evidence", item: hit.id };
    case "file": {
      const page = pageOf(hit);
      const file = hit.sha256 ? { file: hit.sha256, ...(page ? { at: page } : {}) } : {};
      return { page: "evidence", item: hit.id, ...file };
    }
    case "shipment":
      return { page: "shipment", id: hit.id, tab: "overview" };
    case "note":
      return hit.shipment
        ? { page: "shipment", id: hit.shipment, tab: "checklist" }
        : { page: "history" };
  }
}
