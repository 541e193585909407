// The columns of the small editable tables: goods, packages, containers, axes. Pure.

import { type Measure, withUnit } from "./quantity";

/** How a cell is written. */
export type ColumnKind = "text" | "quantity" | "whole" | "yes-no" | "list";

export type ColumnKey =
  | "number"
  | "kind"
  | "length"
  | "width"
  | "height"
  | "net"
  | "gross"
  | "solid_wood"
  | "wood_thickness"
  | "consignment"
  | "dangerous_goods"
  | "seal"
  | "vgm"
  | "cargo_gross"
  | "tare"
  | "dunnage"
  | "plate_maximum"
  | "model"
  | "serials"
  | "quantity"
  | "drawn"
  | "name"
  | "travel"
  | "accuracy"
  | "repeatability";

export interface Column {
  key: ColumnKey;
  kind: ColumnKind;
  /** Share of the width. */
  share: number;
  /** For a quantity: what a number alone is taken for. */
  unit: string;
  /** For a quantity: what it must be, where it is known. */
  measure: Measure | null;
}

const column = (key: ColumnKey, kind: ColumnKind, share = 2): Column => ({
  key,
  kind,
  share,
  unit: "",
  measure: null,
});
const MEASURES: Record<string, Measure> = { kg: "mass", mm: "length" };
const amount = (key: ColumnKey, unit: string): Column => ({
  key,
  kind: "quantity",
  share: 2,
  unit,
  measure: MEASURES[unit] ?? null,
});

export const COLUMNS: Record<"goods" | "packages" | "containers" | "axes", Column[]> = {
  goods: [
    column("model", "text", 3),
    column("serials", "list", 4),
    column("quantity", "whole", 1),
    // Last, so that the documents without it lack no place in between.
    column("drawn", "whole", 1),
  ],
  packages: [
    column("number", "text", 1),
    column("kind", "text"),
    amount("length", "mm"),
    amount("width", "mm"),
    amount("height", "mm"),
    amount("net", "kg"),
    amount("gross", "kg"),
    column("solid_wood", "yes-no"),
    amount("wood_thickness", "mm"),
    column("consignment", "whole", 1),
    column("dangerous_goods", "text"),
  ],
  containers: [
    column("number", "text", 3),
    column("seal", "text"),
    amount("cargo_gross", "kg"),
    amount("dunnage", "kg"),
    amount("tare", "kg"),
    amount("vgm", "kg"),
    amount("plate_maximum", "kg"),
  ],
  axes: [
    column("name", "text", 1),
    amount("travel", "mm"),
    amount("accuracy", "µm"),
    amount("repeatability", "µm"),
  ],
};

/** A new line, with what every line has. */
export function emptyLine(columns: Column[]): Record<string, unknown> {
  const first = columns[0];
  const line: Record<string, unknown> = first === undefined ? {} : { [first.key]: "" };
  for (const { key, kind } of columns) if (kind === "list") line[key] = [];
  return line;
}

/** What a cell shows. */
export function cellText(value: unknown): string {
  if (Array.isArray(value)) return value.join(", ");
  if (value === true) return "yes";
  if (value === false) return "no";
  return value === null || value === undefined ? "" : String(value);
}

/** What a cell of a column shows: the unit stands in the head, so only another one is written. */
export function shownIn({ unit }: Pick<Column, "unit">, value: unknown): string {
  const text = cellText(value);
  return unit === "" ? text : text.replace(new RegExp(`^(\\d[\\d.,]*)\\s*${unit}$`), "$1");
}

/** What is typed into a cell, as its value. */
export function cellValue({ kind, unit }: Pick<Column, "kind" | "unit">, typed: string): unknown {
  if (kind === "list") {
    return typed
      .split(/[,;，；、]/)
      .map((part) => part.trim())
      .filter((part) => part !== "");
  }
  if (kind === "yes-no") return typed === "" ? null : typed === "yes";
  if (kind === "whole") return /^\d{1,9}$/.test(typed.trim()) ? Number(typed) : null;
  if (kind === "quantity") return withUnit(typed, unit);
  return typed;
}
