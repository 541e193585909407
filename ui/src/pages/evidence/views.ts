// Views of the library kept under a name. Pure.

import type { SavedView } from "../../lib/bindings/SavedView";
import { anything, filters, type Wanted } from "./library";

/** The filters of a saved view; a standing that is not known shows all. */
export function wantedOf({ name: _name, ...view }: SavedView): Wanted {
  return { ...view, standing: filters.find((known) => known === view.standing) ?? "all" };
}

export function same(one: Wanted, two: Wanted): boolean {
  return (Object.keys(anything) as (keyof Wanted)[]).every(
    (key) => one[key].trim() === two[key].trim(),
  );
}

/** The saved view that the filters are, if they are one. */
export function viewOf(views: SavedView[], wanted: Wanted): SavedView | undefined {
  return views.find((view) => same(wantedOf(view), wanted));
}

/** With the filters under a name; a view of that name gives way. */
export function withView(views: SavedView[], name: string, wanted: Wanted): SavedView[] {
  const view = { ...wanted, typed: wanted.typed.trim(), name: name.trim() };
  const at = views.findIndex((other) => other.name === view.name);
  return at === -1 ? [...views, view] : views.with(at, view);
}

/** With another name for a view; a view that had that name gives way. */
export function renamed(views: SavedView[], from: string, to: string): SavedView[] {
  const name = to.trim();
  return views
    .filter((view) => view.name === from || view.name !== name)
    .map((view) => (view.name === from ? { ...view, name } : view));
}

export function withoutView(views: SavedView[], name: string): SavedView[] {
  return views.filter((view) => view.name !== name);
}
