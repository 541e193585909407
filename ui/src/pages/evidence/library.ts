// Which documents the library shows, in which order, and how they stand to each other. Pure.

import type { EvidenceId } from "../../lib/bindings/EvidenceId";
import type { EvidenceView } from "../../lib/bindings/EvidenceView";
import type { Library } from "../../lib/bindings/Library";
import type { NeedView } from "../../lib/bindings/NeedView";
import type { SavedView } from "../../lib/bindings/SavedView";
import { nameOf, searchText } from "../../lib/evidence/draft.svelte";
import { daysBetween } from "../../lib/timeline";

export const filters = ["all", "expiring", "expired", "unused", "no-file", "superseded"] as const;
export type Filter = (typeof filters)[number];
export type Standing = "open-ended" | "valid" | "expiring" | "expired";

/** What is asked for: a saved view without its name. */
export type Wanted = Omit<SavedView, "name" | "standing"> & { standing: Filter };

/** Everything. */
export const anything: Wanted = {
  standing: "all",
  document_type: "",
  holder: "",
  model: "",
  language: "",
  used_by: "",
  typed: "",
};

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

/** Documents that have a newer version. */
export function supersededIn(succeeded: Library["succeeded"]): Set<EvidenceId> {
  return new Set(succeeded.map(([old]) => old));
}

/** What the filters need to know beside the document itself. */
export interface Known {
  today: string;
  superseded: Set<EvidenceId>;
  titleOf: (view: EvidenceView) => string;
}

function passes(view: EvidenceView, filter: Filter, { today, superseded }: Known): boolean {
  switch (filter) {
    case "all":
      return true;
    case "no-file":
      return view.files.length === 0;
    case "unused":
      return view.used_by.length === 0;
    case "superseded":
      return superseded.has(view.evidence.id);
    default:
      return standing(view, today) === filter;
  }
}

function fits(view: EvidenceView, wanted: Wanted, titleOf: Known["titleOf"]): boolean {
  const { evidence } = view;
  const has = (value: string, items: string[] | undefined) =>
    value === "" || (items ?? []).includes(value);
  if (wanted.document_type !== "" && evidence.type !== wanted.document_type) return false;
  if (wanted.holder !== "" && evidence.holder !== wanted.holder) return false;
  if (!has(wanted.model, evidence.scope.models)) return false;
  if (!has(wanted.language, evidence.languages)) return false;
  if (wanted.used_by !== "" && !view.used_by.some(([id]) => id === wanted.used_by)) return false;
  const parts = wanted.typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (parts.length === 0) return true;
  const text = `${titleOf(view).toLowerCase()} ${searchText(evidence, view.files)}`;
  return parts.every((part) => text.includes(part));
}

/** All documents by kind, the first to expire first. Sorted once, and filtered often. */
export function sorted(all: EvidenceView[], titleOf: Known["titleOf"]): EvidenceView[] {
  const { compare } = new Intl.Collator();
  return all
    .map((view) => ({ view, title: titleOf(view), expires: view.evidence.expires ?? "9999" }))
    .sort((a, b) => compare(a.title, b.title) || compare(a.expires, b.expires))
    .map(({ view }) => view);
}

/** The documents to show, in the order given, and how many each standing has among the rest. */
export function matching(
  all: EvidenceView[],
  wanted: Wanted,
  known: Known,
): { shown: EvidenceView[]; counts: Record<Filter, number> } {
  const fitting = all.filter((view) => fits(view, wanted, known.titleOf));
  const count = (filter: Filter) => fitting.filter((view) => passes(view, filter, known)).length;
  return {
    shown: fitting.filter((view) => passes(view, wanted.standing, known)),
    counts: Object.fromEntries(filters.map((name) => [name, count(name)])) as Record<
      Filter,
      number
    >,
  };
}

/** What stands under the kind: title or number, and who issued it. */
export function subtitle(view: EvidenceView): string[] {
  return [nameOf(view.evidence), view.evidence.issuer ?? ""];
}

/** What can be chosen in the filters: each value once, in order. */
export function values(all: EvidenceView[]) {
  const { compare } = new Intl.Collator();
  const once = (of: (view: EvidenceView) => (string | null | undefined)[]) =>
    [...new Set(all.flatMap(of).filter((value): value is string => !!value))].sort(compare);
  return {
    holders: once((view) => [view.evidence.holder]),
    models: once((view) => view.evidence.scope.models ?? []),
    languages: once((view) => view.evidence.languages ?? []),
    shipments: [...new Map(all.flatMap((view) => view.used_by))].sort(([, a], [, b]) =>
      compare(a, b),
    ),
  };
}

/** The versions of a document, newest first, itself among them; nothing where it has no other. */
export function versions(succeeded: Library["succeeded"], id: EvidenceId): EvidenceId[] {
  const newer = new Map<EvidenceId, EvidenceId[]>();
  const older = new Map<EvidenceId, EvidenceId>();
  for (const [from, to] of succeeded) {
    newer.set(from, [...(newer.get(from) ?? []), to]);
    older.set(to, from);
  }
  const seen = new Set<EvidenceId>();
  let first = id;
  for (let next: string | undefined = id; next !== undefined && !seen.has(next);) {
    first = next;
    seen.add(next);
    next = older.get(next);
  }
  const line: EvidenceId[] = [];
  const left = [first];
  while (left.length > 0) {
    const next = left.shift() as EvidenceId;
    if (line.includes(next)) continue;
    line.push(next);
    left.push(...(newer.get(next) ?? []));
  }
  return line.length > 1 ? line.reverse() : [];
}

/** What a document is needed for, shipment by shipment. */
export function needsOf(
  needs: NeedView[],
  id: EvidenceId,
): { shipment: string; title: string; needs: NeedView[] }[] {
  const groups = new Map<string, { shipment: string; title: string; needs: NeedView[] }>();
  for (const need of needs) {
    if (need.evidence !== id) continue;
    const group = groups.get(need.shipment);
    if (group) group.needs.push(need);
    else
      groups.set(need.shipment, {
        shipment: need.shipment,
        title: need.shipment_title,
        needs: [need],
      });
  }
  return [...groups.values()];
}

/** Whether what a document falls short of still matters: another one may do, or it was decided. */
export function matters(need: NeedView): boolean {
  return !need.serves && ["gap", "unknown", "unverified", "task"].includes(need.state);
}
