// A trade document while it is being filled in: what is typed is kept as it is, and only what can be
// read is saved. Pure.

import type { TradeDocument } from "../../../lib/bindings/TradeDocument";
import { COLUMNS } from "../lines/columns";
import { reads } from "../lines/quantity";
import { FIELDS, type FieldKey, isEmpty } from "./fields";

/** A copy that can be changed, with every list there. */
export function draftOf(document: TradeDocument | undefined): TradeDocument {
  const copy = structuredClone(document ?? {}) as Partial<TradeDocument>;
  return {
    issued: null,
    expires: null,
    invoice_date: null,
    on_board: null,
    ...copy,
    hs_codes: copy.hs_codes ?? [],
    goods: (copy.goods ?? []).map((line) => ({ ...line, serials: line.serials ?? [] })),
    packages: copy.packages ?? [],
    containers: copy.containers ?? [],
    wood_packages: copy.wood_packages ?? [],
  };
}

function tidy(value: unknown): unknown {
  if (typeof value === "string") return value.trim() === "" ? null : value.trim();
  if (Array.isArray(value)) return value.map(tidy).filter((one) => !isEmpty(one));
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value)
      .map(([key, one]) => [key, tidy(one)] as const)
      .filter(([, one]) => !isEmpty(one));
    return entries.length === 0 ? null : Object.fromEntries(entries);
  }
  return value;
}

/** What is saved: without empty fields and lines; none where nothing is filled in. */
export function savedOf(draft: TradeDocument): TradeDocument | null {
  const out = tidy(draft) as TradeDocument | null;
  if (out === null) return null;
  for (const key of ["seller", "buyer", "shipper", "consignee", "end_user"] as const) {
    const party = out[key];
    if (party && !party.name) out[key] = { ...party, name: "" };
  }
  // A line without its name is still a line: what else it says is not lost.
  out.packages &&= out.packages.map((line) => ({ ...line, number: line.number ?? "" }));
  out.containers &&= out.containers.map((line) => ({ ...line, number: line.number ?? "" }));
  out.goods &&= out.goods.map((line) => ({ ...line, model: line.model ?? "" }));
  return out;
}

/** Fields, and cells of lists as `packages.0.gross`, that do not read as what they are to be. */
export function problems(draft: TradeDocument): Set<string> {
  const bad = new Set<string>();
  const look = (path: string, value: unknown, measure: "mass" | "money" | "length"): void => {
    if (typeof value === "string" && value.trim() !== "" && !reads(value, measure)) bad.add(path);
  };
  for (const { key, kind } of FIELDS) {
    if (kind === "mass" || kind === "money") look(key, draft[key], kind);
  }
  for (const list of ["packages", "containers"] as const) {
    draft[list].forEach((line, index) => {
      for (const { key, measure } of COLUMNS[list]) {
        if (measure === "mass" || measure === "length")
          look(`${list}.${index}.${key}`, (line as Record<string, unknown>)[key], measure);
      }
    });
  }
  return bad;
}

/** Whether the draft would save something else than what is held. */
export function isChanged(draft: TradeDocument, held: TradeDocument | undefined): boolean {
  return JSON.stringify(sorted(savedOf(draft))) !== JSON.stringify(sorted(savedOf(draftOf(held))));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([key, one]) => [key, sorted(one)]),
  );
}

/** Sets a field; an emptied one says nothing. */
export function setField(draft: TradeDocument, key: FieldKey, value: unknown): TradeDocument {
  return { ...draft, [key]: value };
}
