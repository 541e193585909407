// Documents being filled in and not saved yet. They are kept while the program runs, so that looking at the
// matrix, another document or another shipment loses nothing.

import { SvelteMap } from "svelte/reactivity";
import type { ShipmentView } from "../../../lib/bindings/ShipmentView";
import type { TradeDocument } from "../../../lib/bindings/TradeDocument";
import { isChanged } from "./draft";

interface Entry {
  draft: TradeDocument;
  /** What was held when it was typed. */
  base: TradeDocument | undefined;
  /** What was shown when it was saved: once newer data is here, the draft is done with. */
  savedFrom: ShipmentView | null;
}

const entries = new SvelteMap<string, Entry>();

const keyOf = (shipment: string, kind: string): string => `${shipment}/${kind}`;

/** What was typed for a document; none where nothing is. */
export function draftFor(view: ShipmentView, kind: string): TradeDocument | null {
  const entry = entries.get(keyOf(view.id, kind));
  if (entry === undefined || (entry.savedFrom !== null && entry.savedFrom !== view)) return null;
  // A draft that says nothing new gives way to what is held by now, as after Undo.
  const stale = view.documents[kind] !== entry.base && !isChanged(entry.draft, entry.base);
  return stale ? null : entry.draft;
}

export function keepDraft(view: ShipmentView, kind: string, draft: TradeDocument): void {
  entries.set(keyOf(view.id, kind), {
    draft,
    base: view.documents[kind],
    savedFrom: null,
  });
}

/** It is saved; it stays until the shipment has been read again, so that the form does not flicker. */
export function savedDraft(view: ShipmentView, kind: string): void {
  const entry = entries.get(keyOf(view.id, kind));
  if (entry !== undefined) entries.set(keyOf(view.id, kind), { ...entry, savedFrom: view });
}

export function dropDraft(view: ShipmentView, kind: string): void {
  entries.delete(keyOf(view.id, kind));
}

/** Whether a document has changes that are not saved. */
export function isUnsaved(view: ShipmentView, kind: string): boolean {
  const draft = draftFor(view, kind);
  return draft !== null && isChanged(draft, view.documents[kind]);
}
