// Fields against documents: what agrees, what differs, what nobody has filled in. Pure.

import type { GoodsLine } from "../../../lib/bindings/GoodsLine";
import type { State } from "../../../lib/bindings/State";
import type { TradeDocument } from "../../../lib/bindings/TradeDocument";
import { belongs, type FieldKey, isEmpty } from "./fields";
import { asSet, hs6, plainQuantity, plainText } from "./normal";

/** A compared field: how it is read from a document, and the check that judges it. */
interface Compared {
  key: FieldKey;
  check: string;
  /** What is shown. */
  show: (document: TradeDocument, kind: string) => string;
  /** What is compared. */
  plain: (document: TradeDocument, kind: string) => string;
  /** Only these documents. */
  only?: (kind: string) => boolean;
  id?: string;
}

const party =
  (key: "seller" | "buyer" | "consignee" | "end_user") =>
  (document: TradeDocument): string =>
    document[key]?.name ?? "";
const goods = (document: TradeDocument): string[] =>
  (document.goods ?? []).flatMap((line: GoodsLine) =>
    (line.serials ?? []).length === 0
      ? [line.model]
      : line.serials.map((serial) => `${line.model} ${serial}`),
  );
const containers = (document: TradeDocument): string[] =>
  (document.containers ?? []).map(({ number, seal }) => (seal ? `${number}\n${seal}` : number));
const term = (document: TradeDocument): string =>
  [document.incoterm, document.incoterm_place, document.incoterm_edition].filter(Boolean).join(" ");

function simple(key: FieldKey, check: string, own?: { kind: string; key: FieldKey }): Compared {
  const show = (document: TradeDocument, kind: string): string => {
    const value = document[key] ?? (kind === own?.kind ? document[own.key] : null);
    return typeof value === "string" || typeof value === "number" ? String(value) : "";
  };
  return { key, check, show, plain: (document, kind) => plainText(show(document, kind)) };
}

function quantity(key: "gross_weight" | "net_weight" | "amount", check: string): Compared {
  const show = (document: TradeDocument): string => document[key] ?? "";
  return { key, check, show, plain: (document) => plainQuantity(show(document)) };
}

function named(key: "seller" | "buyer" | "consignee" | "end_user", check: string): Compared {
  return { key, check, show: party(key), plain: (document) => plainText(party(key)(document)) };
}

function set(
  key: FieldKey,
  check: string,
  items: (document: TradeDocument) => string[],
  plain: (item: string) => string = plainText,
): Compared {
  return {
    key,
    check,
    show: (document) => items(document).join(", ").replaceAll("\n", " "),
    plain: (document) => asSet(items(document).map(plain)),
  };
}

const INSURANCE = "insurance-certificate";

/** The rows in the order shown. */
const COMPARED: Compared[] = [
  named("seller", "x-seller"),
  named("buyer", "x-buyer"),
  named("consignee", "x-consignee"),
  named("end_user", "x-end-user"),
  simple("contract_no", "x-contract-no", { kind: "sales-contract", key: "number" }),
  simple("invoice_no", "x-invoice-no", { kind: "commercial-invoice", key: "number" }),
  set("goods", "x-model-serial", goods),
  set("hs_codes", "x-hs6", (document) => document.hs_codes ?? [], hs6),
  simple("origin", "x-origin"),
  simple("package_count", "x-packages"),
  simple("package_kind", "x-packages"),
  quantity("gross_weight", "x-gross-weight"),
  quantity("net_weight", "x-net-gross"),
  simple("marks", "x-marks"),
  set("containers", "x-containers-seals", containers, (container) =>
    plainText(container.split("\n")[0] ?? ""),
  ),
  simple("port_of_loading", "x-ports"),
  simple("port_of_discharge", "x-ports"),
  simple("destination", "x-ports"),
  {
    key: "incoterm",
    check: "x-incoterm",
    show: term,
    plain: (document) => plainText(term(document)),
  },
  simple("freight", "x-freight-term"),
  { ...quantity("amount", "x-amount"), only: (kind) => kind !== INSURANCE },
  { ...quantity("amount", "x-insured-amount"), only: (kind) => kind === INSURANCE, id: "insured" },
  simple("cover", "x-insured-amount"),
];

export type CellState = "equal" | "differs" | "value" | "unknown" | "none";

/** What one document says in a field. */
export interface Cell {
  document: string;
  state: CellState;
  text: string;
}

/** A field over all documents. */
export interface MatrixRow {
  id: string;
  key: FieldKey;
  check: string;
  /** What most say; none where there is no such value. */
  agreed: string | null;
  cells: Cell[];
}

/** States of a check in which a difference is right, or settled. */
const SETTLED: (State | undefined)[] = [
  "ready",
  "waived",
  "decided-not-applicable",
  "not-applicable",
];

function most(values: string[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  if (first === undefined || (second !== undefined && second[1] === first[1])) return null;
  return first[0];
}

function row(
  compared: Compared,
  documents: [string, TradeDocument][],
  state: State | undefined,
): MatrixRow | null {
  const told = documents.filter(([kind]) => compared.only?.(kind) ?? true);
  const said = told.filter(([kind, document]) => compared.show(document, kind) !== "");
  if (said.length === 0) return null;
  const plains = said.map(([kind, document]) => compared.plain(document, kind));
  const common = most(plains);
  const settled = SETTLED.includes(state);
  const lone = said.length === 1;
  // The check sees what this comparison is too coarse for, such as seals.
  const apart =
    new Set(plains).size === 1 &&
    new Set(said.map(([kind, document]) => plainText(compared.show(document, kind)))).size > 1;
  // A value that stands alone and is wrong is agreed by nobody.
  const wrong = lone && state === "gap";
  const agreedBy = said[plains.findIndex((plain) => plain === common)];
  const cells = documents.map(([kind, document]): Cell => {
    const text = compared.only?.(kind) === false ? "" : compared.show(document, kind);
    if (text === "") {
      const due = (compared.only?.(kind) ?? true) && belongs(kind, compared.key);
      return { document: kind, state: due ? "unknown" : "none", text };
    }
    if (lone || (state === "gap" && apart))
      return { document: kind, state: state === "gap" ? "differs" : "value", text };
    const same = compared.plain(document, kind) === common;
    if (same)
      return { document: kind, state: new Set(plains).size === 1 ? "equal" : "value", text };
    return { document: kind, state: settled ? "value" : "differs", text };
  });
  return {
    id: compared.id ?? compared.key,
    key: compared.key,
    check: compared.check,
    agreed:
      common === null || agreedBy === undefined || wrong
        ? null
        : compared.show(agreedBy[1], agreedBy[0]),
    cells,
  };
}

/** The rows in which any document says something. */
export function matrix(
  documents: [string, TradeDocument][],
  stateOf: (check: string) => State | undefined,
): MatrixRow[] {
  return COMPARED.flatMap((compared) => row(compared, documents, stateOf(compared.check)) ?? []);
}

/** Whether any document differs in a row. */
export function differs(row: MatrixRow): boolean {
  return row.cells.some((cell) => cell.state === "differs");
}

/** Documents with data, in the order of the catalogue; others after them. */
export function withData(
  documents: Partial<Record<string, TradeDocument>>,
  order: string[],
): [string, TradeDocument][] {
  const known = order.filter((kind) => documents[kind] !== undefined);
  const others = Object.keys(documents)
    .filter((kind) => !order.includes(kind))
    .sort();
  return [...known, ...others].flatMap((kind): [string, TradeDocument][] => {
    const document = documents[kind];
    return document === undefined || Object.values(document).every(isEmpty)
      ? []
      : [[kind, document]];
  });
}
