// What each document says, field by field, and where they differ. The verdicts are the engine's; this only
// decides which cells are worth a colour, so a check that found no difference never shows one. Pure.

import type { State } from "../../../lib/bindings/State";
import type { TradeDocument } from "../../../lib/bindings/TradeDocument";
import { COMPARED } from "./compared";
import { isEmpty } from "./fields";
import type { Scene } from "./kinds";
import type { Compared, Judged, Source } from "./row";

export type CellState = "equal" | "differs" | "accepted" | "value" | "missing" | "none";

/** What one document says in a row. */
export interface Cell {
  document: string;
  state: CellState;
  text: string;
  /** The form in which it is compared. */
  plain: string;
  /** Where it is corrected or filled in. */
  path: string;
  /** The schedule says it; the document itself does not yet. */
  planned: boolean;
}

export type RowState = "mismatch" | "missing" | "accepted" | "fine";

/** One thing compared, over all documents. */
export interface MatrixRow {
  id: string;
  check: string;
  state: RowState;
  /** What most say; none where there is no such value. */
  agreed: string | null;
  limit: NonNullable<Judged["limit"]> | null;
  /** What the order itself says. */
  order: string | null;
  cells: Cell[];
}

/** What the engine says of a check. */
export interface CheckState {
  state: State;
  /** Fields that it lacks: kind and path. */
  lacks: [string, string][];
}

type Of = (check: string) => CheckState | undefined;

/** States in which nothing has to be filled in any more. */
const SETTLED: State[] = ["ready", "waived", "decided-not-applicable", "not-applicable"];

function most(values: string[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  if (first === undefined || (second !== undefined && second[1] === first[1])) return null;
  return first[0];
}

/** Documents that say something else than most, or all where there is no majority. */
function odd(said: Source[], compared: Compared, order: string | null): string[] {
  const plains = said.map(({ text }) => compared.plain(text));
  const all = order === null ? plains : [...plains, compared.plain(order)];
  if (new Set(all).size < 2) return [];
  const common = most(all);
  return said.filter((_, at) => plains[at] !== common).map(({ kind }) => kind);
}

/** Where a row lacks something: what the engine names, or else what must be said and is not. */
function lacking(
  scene: Scene,
  sources: Source[],
  judged: Judged | undefined,
  check: CheckState | undefined,
): Map<string, string> {
  if (check === undefined || SETTLED.includes(check.state)) return new Map();
  const found: [string, string][] = sources
    .filter(({ must }) => must !== "may")
    .filter(({ kind, must, text }) => {
      const due = must === "say" || scene.documents[kind] !== undefined;
      return due && text === "";
    })
    .map(({ kind, path }) => [kind, path]);
  const named = check.lacks.filter(([kind, path]) =>
    sources.some(
      (source) => source.kind === kind && source.path.split(".")[0] === path.split(".")[0],
    ),
  );
  return new Map([...named, ...(judged?.missing ?? []), ...found].reverse());
}

function cellOf(
  document: string,
  compared: Compared,
  source: Source | undefined,
  missing: string | undefined,
  state: CellState,
): Cell {
  const text = source?.text ?? "";
  const plain = text === "" ? "" : compared.plain(text);
  const path = missing ?? source?.path ?? "";
  const cell = { document, text, plain, path, planned: source?.planned === true };
  if (state === "differs" || state === "accepted") return { ...cell, state };
  if (missing !== undefined) return { ...cell, state: "missing" };
  return { ...cell, state: text === "" ? "none" : state };
}

function rowOf(compared: Compared, scene: Scene, kinds: string[], of: Of): MatrixRow | null {
  const check = of(compared.check);
  const sources = compared.sources(scene);
  const order = compared.order?.(scene) || null;
  const judged = compared.judge?.(scene, sources);
  const said = sources.filter(({ text }) => text !== "");
  const missing = lacking(scene, sources, judged, check);
  if (said.length === 0 && missing.size === 0) return null;
  const settled = check !== undefined && SETTLED.includes(check.state);
  const wrong = judged?.wrong ?? odd(said, compared, order);
  const differing: CellState =
    check?.state === "waived" ? "accepted" : settled ? "value" : "differs";
  const common = most(said.map(({ text }) => compared.plain(text)));
  const agreedBy = said.find(({ text }) => compared.plain(text) === common);
  const same = said.length > 1 && new Set(said.map(({ text }) => compared.plain(text))).size === 1;
  const cells = kinds.map((kind) => {
    const source = sources.find((one) => one.kind === kind);
    const state = wrong.includes(kind) ? differing : same ? "equal" : "value";
    return cellOf(kind, compared, source, missing.get(kind), state);
  });
  const lone = wrong.length > 0 && said.length === 1;
  return {
    id: compared.id,
    check: compared.check,
    state: "fine",
    agreed: lone ? null : (agreedBy?.text ?? null),
    limit: judged?.limit ?? null,
    order,
    cells,
  };
}

function stateOf(cells: Cell[]): RowState {
  const has = (state: CellState): boolean => cells.some((cell) => cell.state === state);
  if (has("differs")) return "mismatch";
  if (has("missing")) return "missing";
  return has("accepted") ? "accepted" : "fine";
}

/** The engine saw a difference that is too fine for these rows: then all that speak are shown as differing. */
function trust(rows: MatrixRow[], of: Of): MatrixRow[] {
  return rows.map((row) => {
    const check = of(row.check);
    const own = rows.filter((other) => other.check === row.check).flatMap(({ cells }) => cells);
    const seen = own.some(({ state }) => state === "differs" || state === "accepted");
    const found = check?.state === "gap" && check.lacks.length === 0;
    const accepted = check?.state === "waived";
    if (seen || (!found && !accepted)) return { ...row, state: stateOf(row.cells) };
    const cells = row.cells.map((cell): Cell =>
      cell.text === "" ? cell : { ...cell, state: found ? "differs" : "accepted" },
    );
    return { ...row, cells, state: stateOf(cells) };
  });
}

/** The rows in which any document says something, or must. */
export function matrix(scene: Scene, kinds: string[], of: Of): MatrixRow[] {
  const rows = COMPARED.flatMap((compared) => rowOf(compared, scene, kinds, of) ?? []);
  return trust(rows, of);
}

/** Documents to show: with data, or with something that they must say; in the order of the catalogue. */
export function columns(scene: Scene, order: string[], of: Of): string[] {
  const held = withData(scene.documents, order).map(([kind]) => kind);
  const all = [...order, ...held.filter((kind) => !order.includes(kind))];
  const rows = matrix(scene, all, of);
  return all.filter(
    (kind) =>
      held.includes(kind) ||
      rows.some(({ cells }) =>
        cells.some((cell) => cell.document === kind && cell.state === "missing"),
      ),
  );
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
