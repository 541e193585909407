// Trade documents as the program would keep and judge them, much simpler: what is saved is remembered while
// the page lives, and the checks are judged from the rows of the matrix. `?judged=all` plays all 29 checks.

import type { CheckId } from "../src/lib/bindings/CheckId";
import type { DocumentReading } from "../src/lib/bindings/DocumentReading";
import type { FindingView } from "../src/lib/bindings/FindingView";
import type { RecordException } from "../src/lib/bindings/RecordException";
import type { RevokeException } from "../src/lib/bindings/RevokeException";
import type { SaveDocument } from "../src/lib/bindings/SaveDocument";
import type { SaveTolerances } from "../src/lib/bindings/SaveTolerances";
import type { ShipmentView } from "../src/lib/bindings/ShipmentView";
import type { SuggestionView } from "../src/lib/bindings/SuggestionView";
import type { TolerancesView } from "../src/lib/bindings/TolerancesView";
import type { TradeDocument } from "../src/lib/bindings/TradeDocument";
import type { VerdictView } from "../src/lib/bindings/VerdictView";
import type { Command } from "../src/lib/ipc";
import { checks as checksEn } from "../src/lib/words/en/shipment/checks";
import { checks as checksZh } from "../src/lib/words/zh/shipment/checks";
import { CHECKS } from "../src/pages/shipment/documents/checks";
import { sceneOf, USUAL } from "../src/pages/shipment/documents/kinds";
import { matrix, type MatrixRow } from "../src/pages/shipment/documents/matrix";
import { text } from "./reading";

const saved = new Map<string, TradeDocument | null>();
const exceptions: ShipmentView["exceptions"] = [];
let tolerances: TolerancesView = USUAL;
let last: ShipmentView | undefined;

function said(rows: MatrixRow[]): string[] {
  return rows.flatMap(({ cells }) => cells.map(({ plain }) => plain)).filter((one) => one !== "");
}

/** The shipment with what was saved, judged again. */
export function withDocuments(view: ShipmentView, all: boolean): ShipmentView {
  const documents: ShipmentView["documents"] = { ...view.documents };
  for (const [kind, document] of saved) {
    if (document === null) Reflect.deleteProperty(documents, kind);
    else documents[kind] = document;
  }
  const now = { ...view, documents, tolerances, exceptions: [...exceptions] };
  const kinds = [...new Set([...Object.keys(documents), "export-declaration"])];
  const rows = matrix(sceneOf(now), kinds, () => ({ state: "task", lacks: [] }));
  const judged = all ? CHECKS : now.verdicts.map(({ subject }) => subject.id);
  const verdicts = new Map(now.verdicts.map((one) => [one.subject.id, one]));
  const findings = new Map(now.findings.map((one) => [one.id, one]));
  for (const check of CHECKS.filter((id) => judged.includes(id) && id !== "x-latest-shipment")) {
    const own = rows.filter((row) => row.check === check);
    const old = verdicts.get(check);
    old?.findings.forEach((id) => findings.delete(id));
    if (
      own.length === 0 ||
      (!old && said(own).length < 2 && !own.some((r) => r.state === "missing"))
    )
      verdicts.delete(check);
    else {
      const [verdict, finding] = judge(check, own, view, old);
      verdicts.set(check, verdict);
      if (finding) findings.set(finding.id, finding);
    }
  }
  last = { ...now, verdicts: [...verdicts.values()], findings: [...findings.values()] };
  return last;
}

function judge(
  check: CheckId,
  rows: MatrixRow[],
  view: ShipmentView,
  old: VerdictView | undefined,
): [VerdictView, FindingView | null] {
  const differs = rows.some(({ state }) => state === "mismatch");
  const missing = rows.some(({ state }) => state === "missing");
  const excepted = exceptions.find(
    ([, one]) => one.check === check && said(rows).every((value) => one.values.includes(value)),
  );
  const state = differs ? (excepted ? "waived" : "gap") : missing ? "task" : "ready";
  const title = text(checksEn[check]?.title ?? check, checksZh[check]?.title ?? check);
  const rule = text(checksEn[check]?.rule ?? "", checksZh[check]?.rule ?? "");
  const id = `${check}:conflict`;
  const stored = view.findings.find((one) => one.id === id);
  const model = view.findings.find((one) => one.finding.subject.kind === "check");
  const finding =
    state === "gap" && model
      ? {
          ...model,
          finding: { ...model.finding, code: "conflict" as const, severity: "major" as const },
          title,
          kind: text("Inconsistent", "不一致"),
          summary: text("The documents say different things.", "各单证所载不一致。"),
          next_step: text("Have the odd document corrected.", "请更正不符的单证。"),
          because: [],
          ...stored,
          id,
        }
      : null;
  if (finding) finding.finding = { ...finding.finding, subject: { kind: "check", id: check } };
  const verdict: VerdictView = {
    milestone: null,
    milestone_title: null,
    need_plan: "2026-12-12",
    start_by: null,
    consignment: null,
    gate: null,
    satisfied_by: [],
    accepts: [],
    pack: null,
    unverified: false,
    decision: null,
    severity: "major",
    ...old,
    id: check,
    subject: { kind: "check", id: check },
    title,
    rule,
    state,
    because: [],
    findings: finding ? [id] : [],
  };
  return [verdict, finding];
}

/** Answers a command about trade documents; nothing where it is about something else. */
export async function answerOfDocuments(name: Command, input: unknown): Promise<unknown> {
  if (name === "read_document") return readings(input as DocumentReading);
  if (name === "save_document") {
    const { kind, document } = input as SaveDocument;
    saved.set(kind, document);
  } else if (name === "save_tolerances") tolerances = (input as SaveTolerances).tolerances;
  else if (name === "record_exception") {
    const { check, reason } = input as RecordException;
    const rows = matrix(sceneOf(last as ShipmentView), Object.keys(last?.documents ?? {}), () => ({
      state: "task",
      lacks: [],
    })).filter((row) => row.check === check);
    const taken = { check, reason, by: "Zhao Min", on: "2026-11-24", values: said(rows) };
    exceptions.push([`x-${exceptions.length}`, taken]);
  } else if (name === "revoke_exception") {
    const { exception } = input as RevokeException;
    exceptions.splice(0, exceptions.length, ...exceptions.filter(([id]) => id !== exception));
  } else return undefined;
  return { touched: { shipment: ["case-a"] } };
}

function found(
  field: string,
  value: string,
  before: string,
  words: string,
  after = "",
): SuggestionView {
  const from = [...before].length;
  return {
    field,
    value,
    shown: null,
    place: text("Page 1", "第 1 页"),
    excerpt: `${before}${words}${after}`,
    from,
    to: from + [...words].length,
  };
}

async function readings({ kind, sha256 }: DocumentReading): Promise<SuggestionView[]> {
  await new Promise((done) => setTimeout(done, 250));
  // A scanned file, and one of which much was read.
  if (sha256.startsWith("c67e")) return [];
  return [
    found("number", "HLCUTAO261200417", "B/L No. ", "HLCUTAO261200417"),
    found("issued", "2026-12-18", "Place and date of issue: Qingdao, ", "18 Dec 2026"),
    found(
      "seller",
      "Laoshan Meridian Machine Tool Co., Ltd.",
      "Shipper  ",
      "LAOSHAN MERIDIAN MACHINE TOOL CO., LTD",
    ),
    found(
      "consignee",
      "Elbufer Präzisionsteile GmbH",
      "Consignee  ",
      "ELBUFER PRÄZISIONSTEILE GMBH",
      ", Hamburg",
    ),
    found(
      "gross_weight",
      "18460 kg",
      "𠮷 毛重 Gross weight ",
      "18,460.00 KGS",
      "  Measurement 34.9 CBM",
    ),
    found("package_count", "3", "No. of packages: ", "3 (THREE) CASES ONLY"),
    found("containers", "HLBU284419-0", "Container No. ", "HLBU 284419-0", " Seal CN118842"),
    found("containers", "HLBU284420-5", "Container No. ", "HLBU 284420-5", " Seal CN118843"),
    found("freight", "prepaid", "Freight ", "PREPAID"),
    found("on_board", "2026-12-18", "SHIPPED ON BOARD ", "2026-12-18"),
    found(
      "incoterm",
      kind === "bill-of-lading" ? "CIP Hamburg" : "CIP Hamburg 2020",
      "Terms ",
      "CIP HAMBURG",
    ),
    found("hs_codes", "8457.10", "HS CODE ", "8457.10"),
  ];
}
