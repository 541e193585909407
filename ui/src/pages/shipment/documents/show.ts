// How the matrix writes what a document says.

import { format, words } from "../../../lib/words";
import { spellingOf } from "./checks";
import type { FieldKey } from "./fields";
import type { Cell, MatrixRow } from "./matrix";

/** Title of a row. */
export function rowTitle(id: string): string {
  const text = words().shipment.documents;
  return text.rows[id] ?? text.fields[id as FieldKey];
}

/** What a cell says, for reading; what only the schedule says is told as planned. */
export function shownOf(row: Pick<MatrixRow, "id">, cell: Pick<Cell, "text" | "planned">): string {
  const text = shown(row, cell.text);
  return cell.planned && text !== "" ? words().shipment.documents.explain.planned(text) : text;
}

/** A value of a row, for reading. */
export function shown(row: Pick<MatrixRow, "id">, value: string): string {
  if (value === "") return "";
  const { freight, containerOf } = words().shipment.documents;
  if (row.id === "containers")
    return format().list(
      value.split(", ").map((one) => {
        const [number = "", seal] = one.split(" / ");
        return containerOf(number, seal ?? null);
      }),
    );
  if (row.id === "freight")
    return value in freight ? freight[value as keyof typeof freight] : value;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return format().date(value);
  return spellingOf(row.id) === "units" && row.id !== "dimensions"
    ? value
        .split(", ")
        .map((one) => format().quantity(one))
        .join(", ")
    : value;
}
