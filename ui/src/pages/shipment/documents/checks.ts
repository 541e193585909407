// The 29 checks with how each stands in a shipment, those that have nothing to compare among them. Pure.

import type { Finding } from "../../../lib/bindings/Finding";
import type { FindingView } from "../../../lib/bindings/FindingView";
import type { ShipmentView } from "../../../lib/bindings/ShipmentView";
import type { TradeDocument } from "../../../lib/bindings/TradeDocument";
import type { VerdictView } from "../../../lib/bindings/VerdictView";
import { COMPARED } from "./compared";
import { CREDIT } from "./kinds";
import type { CheckState, MatrixRow, RowState } from "./matrix";
import { plainCode } from "./normal";

/** All checks, in the order of their first row. */
export const CHECKS: string[] = [...new Set(COMPARED.map(({ check }) => check))];

/** Something missing that is no field of a document: the order's or the schedule's. */
export type Elsewhere = "order" | "schedule";

/** A check in a shipment. */
export interface Check extends CheckState {
  id: string;
  verdict: VerdictView | null;
  finding: FindingView | null;
  /** What it lacks outside the documents. */
  elsewhere: Elsewhere[];
  /** For the filters. */
  standing: RowState;
}

const PATHS: Record<string, string> = {
  models: "goods",
  serials: "goods",
  quantity: "goods",
  drawn: "goods",
  "packed-quantity": "goods",
  hs6: "hs_codes",
  consignor: "seller",
  shipper: "shipper",
  "buyer-country": "buyer",
  licence: "number",
  package: "packages",
  "solid-wood": "packages",
  "dangerous-goods": "packages",
};
const CELLS: Record<string, string> = {
  "net-weight": "net",
  "gross-weight": "gross",
  "unit-mass": "gross",
  length: "length",
  width: "width",
  height: "height",
  vgm: "vgm",
  tare: "tare",
  "cargo-gross": "cargo_gross",
  "plate-maximum": "plate_maximum",
};
const OF_CONTAINER = ["vgm", "tare", "cargo-gross", "plate-maximum"];

/** Where a field that the engine names is in the form: `net-weight 3` is `packages.2.net`. */
export function pathOf(field: string, document: TradeDocument | undefined): string {
  const [name = "", ...rest] = field.split(" ");
  const owner = rest.join(" ");
  const cell = CELLS[name];
  if (cell !== undefined && owner !== "" && owner !== "total") {
    const list = OF_CONTAINER.includes(name) ? "containers" : "packages";
    const lines: { number: string }[] = document?.[list] ?? [];
    const at = lines.findIndex(({ number }) => plainCode(number) === plainCode(owner));
    return at < 0 ? list : `${list}.${at}.${cell}`;
  }
  if (OF_CONTAINER.includes(name)) return "containers";
  return PATHS[name] ?? name.replaceAll("-", "_");
}

/** What a finding lacks. */
function lacksOf(finding: Finding | undefined): [string, string][] {
  return (finding?.because ?? []).flatMap((reason) =>
    reason.kind === "lacks" ? reason.fields : [],
  );
}

/** The order holds these of the letter of credit, not its document. */
const OF_ORDER = ["latest-shipment", "expires"];

function elsewhereOf([document, field]: [string, string]): Elsewhere | null {
  if (document === "shipment") return "order";
  if (document === "schedule") return "schedule";
  return document === CREDIT && OF_ORDER.includes(field) ? "order" : null;
}

/** How a check stands, for the filters: by what was found, not by how severe it is. */
function standingOf(verdict: VerdictView | null, lacks: boolean): RowState {
  if (verdict === null) return "fine";
  if (verdict.state === "waived") return "accepted";
  if (verdict.state === "gap") return lacks ? "missing" : "mismatch";
  return verdict.state === "ready" || verdict.state.endsWith("not-applicable") ? "fine" : "missing";
}

/** All checks of a shipment. */
export function checksOf(view: Pick<ShipmentView, "verdicts" | "findings" | "documents">): Check[] {
  const verdicts = view.verdicts.filter(({ subject }) => subject.kind === "check");
  const known = new Set(CHECKS);
  const ids = [
    ...CHECKS,
    ...verdicts.map(({ subject }) => subject.id).filter((id) => !known.has(id)),
  ];
  return ids.map((id) => {
    const verdict = verdicts.find(({ subject }) => subject.id === id) ?? null;
    const finding = view.findings.find((one) => verdict?.findings.includes(one.id)) ?? null;
    const named = lacksOf(finding?.finding);
    const places = named.map(elsewhereOf);
    const lacks = named
      .filter((_, at) => places[at] === null)
      .map(([kind, field]): [string, string] => [kind, pathOf(field, view.documents[kind])]);
    return {
      id,
      verdict,
      finding,
      state: verdict?.state ?? "not-applicable",
      lacks,
      elsewhere: [...new Set(places)].filter((place) => place !== null),
      standing: standingOf(verdict, named.length > 0),
    };
  });
}

export type Filter = "all" | "mismatch" | "missing" | "accepted";

/** Whether something stands as the filter asks. */
export function passes(filter: Filter, standing: RowState): boolean {
  return filter === "all" || filter === standing;
}

/** A row counts as its check where it has no difference of its own to show. */
export function rowStanding(row: MatrixRow, checks: Check[]): RowState {
  if (row.state !== "fine") return row.state;
  const check = checks.find(({ id }) => id === row.check);
  // A date that is too late stands in the schedule: no document's cell shows it.
  return check?.finding?.finding.code === "deadline" ? check.standing : "fine";
}

/** Checks of dates that the credit or the contract sets; the order and the schedule hold them. */
export const OF_CREDIT = ["x-latest-shipment", "x-presentation"];

/** How a row's texts are brought into one spelling, for the explanation. */
export type Spelling = "names" | "codes" | "digits" | "units" | "sets" | "exact";

const SPELLINGS: Record<string, Spelling> = {
  contract_no: "codes",
  invoice_no: "codes",
  buyer_country: "codes",
  incoterm_edition: "codes",
  hs_codes: "digits",
  gross_weight: "units",
  net_weight: "units",
  vgm: "units",
  dimensions: "units",
  amount: "units",
  insured: "units",
  models: "sets",
  serials: "sets",
  containers: "sets",
  wood: "sets",
  quantity: "sets",
  issued: "exact",
  invoice_date: "exact",
  on_board: "exact",
  presentation: "exact",
};

export function spellingOf(row: string): Spelling {
  return SPELLINGS[row] ?? "names";
}
