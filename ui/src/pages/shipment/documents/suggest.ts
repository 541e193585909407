// What was read in a file, beside the fields of a document. Nothing is taken without a click. Pure.

import type { Container } from "../../../lib/bindings/Container";
import type { EvidenceView } from "../../../lib/bindings/EvidenceView";
import type { FileView } from "../../../lib/bindings/FileView";
import type { GoodsLine } from "../../../lib/bindings/GoodsLine";
import type { SuggestionView } from "../../../lib/bindings/SuggestionView";
import type { TradeDocument } from "../../../lib/bindings/TradeDocument";
import { FIELDS, type Field, type FieldKey } from "./fields";
import { plainCode, plainCountry, plainQuantity, plainText } from "./normal";

/** Older and shorter names that a reading may use for a field. */
const NAMES: Record<string, FieldKey> = {
  container: "containers",
  hs_code: "hs_codes",
  model: "goods",
  freight_term: "freight",
};

/** The field that a suggestion is for; none where the form has no such field. */
export function fieldOf(suggestion: SuggestionView): Field | null {
  const name = NAMES[suggestion.field] ?? suggestion.field;
  return FIELDS.find(({ key }) => key === name) ?? null;
}

/** Whether the document says this already, in whatever spelling. */
export function isHeld(draft: TradeDocument, suggestion: SuggestionView): boolean {
  const field = fieldOf(suggestion);
  if (field === null) return false;
  const { value } = suggestion;
  const held = draft[field.key];
  const same = (text: string): boolean => plainText(text) === plainText(value);
  switch (field.kind) {
    case "party":
      return same((held as { name?: string } | null)?.name ?? "");
    case "list":
      return (held as string[]).some((one) => plainCode(one) === plainCode(value));
    case "containers":
      return (held as Container[]).some(({ number }) => plainCode(number) === plainCode(value));
    case "goods":
      return (held as GoodsLine[]).some(({ model }) => plainCode(model) === plainCode(value));
    case "mass":
    case "money":
      return typeof held === "string" && plainQuantity(held) === plainQuantity(value);
    case "incoterm": {
      // It counts as held once the place and the edition that came with it are there too.
      const taken = take(draft, suggestion);
      return taken !== draft && TERM.every((key) => (taken[key] ?? null) === (draft[key] ?? null));
    }
    default:
      if (held === null || held === undefined) return false;
      return field.key === "origin"
        ? plainCountry(String(held)) === plainCountry(value)
        : same(String(held));
  }
}

const TERM = ["incoterm", "incoterm_place", "incoterm_edition"] as const;
const WHOLE = /^\d{1,9}$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const RULES = ["EXW", "FCA", "FAS", "FOB", "CFR", "CIF", "CPT", "CIP", "DAP", "DPU", "DDP"];

/** The value as the field holds it; `undefined` where it does not fit. */
function valueOf(field: Field, draft: TradeDocument, value: string): unknown {
  const text = value.trim();
  switch (field.kind) {
    case "party": {
      const held = draft[field.key] as { name?: string } | null | undefined;
      return { name_zh: null, country: null, address: null, ...held, name: text };
    }
    case "whole":
      return WHOLE.test(text) ? Number(text) : undefined;
    case "date":
      return DATE.test(text) ? text : undefined;
    case "yes-no":
      return { yes: true, true: true, no: false, false: false }[text];
    case "freight":
      return text === "prepaid" || text === "collect" ? text : undefined;
    case "incoterm":
      return RULES.includes(text.split(" ")[0] ?? "") ? text.split(" ")[0] : undefined;
    case "list":
      return [...(draft[field.key] as string[]), text];
    case "containers": {
      const [number = "", seal] = text.split("/").map((part) => part.trim());
      return [...draft.containers, { ...(seal ? { seal } : {}), number } as Container];
    }
    case "goods":
      return [...draft.goods, { model: text, serials: [], quantity: null }];
    case "packages":
      return undefined;
    default:
      return text;
  }
}

/** Whether it can be taken over by a click. */
export function canTake(draft: TradeDocument, suggestion: SuggestionView): boolean {
  const field = fieldOf(suggestion);
  return field !== null && valueOf(field, draft, suggestion.value) !== undefined;
}

/** The document with the suggestion taken over. */
export function take(draft: TradeDocument, suggestion: SuggestionView): TradeDocument {
  const field = fieldOf(suggestion);
  const value = field === null ? undefined : valueOf(field, draft, suggestion.value);
  if (field === null || value === undefined) return draft;
  const next = { ...draft, [field.key]: value };
  if (field.kind !== "incoterm") return next;
  // `CIP Hamburg, Incoterms 2020`: the place and the edition come with the rule.
  const rest = /^[A-Z]{3}\s+(.*)$/.exec(suggestion.value.trim())?.[1] ?? "";
  const edition = /\b(20\d\d)\b/.exec(rest)?.[1];
  const place = rest.replace(/[,(]?\s*(?:Incoterms\S*\s*)?20\d\d\)?.*$/i, "").trim();
  return {
    ...next,
    ...(place === "" ? {} : { incoterm_place: place }),
    ...(edition === undefined ? {} : { incoterm_edition: edition }),
  };
}

/** A file of a document of the shipment. */
export interface Readable {
  file: FileView;
  document: EvidenceView;
  /** The document is of this very kind. */
  own: boolean;
}

/** The files of a shipment, those of documents of this kind first; each file once. */
export function readable(evidence: EvidenceView[], kind: string): Readable[] {
  const all = evidence.flatMap((document) =>
    (document.files ?? []).map((file) => ({
      file,
      document,
      own: document.evidence.type === kind,
    })),
  );
  const sorted = all.toSorted((a, b) => Number(b.own) - Number(a.own));
  const seen = new Set<string>();
  return sorted.filter(({ file }) => !seen.has(file.sha256) && seen.add(file.sha256));
}
