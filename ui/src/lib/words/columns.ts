// The heads of columns in every language, to know a pasted head again.

import type { ColumnKey } from "../../pages/shipment/lines/columns";
import { en } from "./en";
import { zh } from "./zh";

export function columnTitles(columns: { key: ColumnKey; unit: string }[]): string[] {
  return columns.flatMap(({ key, unit }) =>
    [en, zh].flatMap((all) => {
      const title = all.shipment.documents.columns[key];
      return [title, `${title} ${unit}`, `${title} (${unit})`, `${title}（${unit}）`];
    }),
  );
}
