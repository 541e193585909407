// A block of cells pasted from a spreadsheet into one of the small tables. Pure.

import { cellText, cellValue, type Column, emptyLine } from "./columns";

/** The cells of a text in which tabs part cells and ends of lines part rows, quoted cells whole. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = "";
  let quoted = false;
  const chars = [...text.replaceAll("\r\n", "\n").replace(/\n+$/, "")];
  for (let at = 0; at < chars.length; at++) {
    const char = chars[at] ?? "";
    if (quoted) {
      if (char !== '"') cell += char;
      else if (chars[at + 1] === '"') cell += chars[++at] ?? "";
      else quoted = false;
    } else if (char === '"' && cell === "") quoted = true;
    else if (char === "\t") {
      rows.at(-1)?.push(cell);
      cell = "";
    } else if (char === "\n") {
      rows.at(-1)?.push(cell);
      cell = "";
      rows.push([]);
    } else cell += char;
  }
  rows.at(-1)?.push(cell);
  return rows.map((row) => row.map((one) => one.replaceAll("\n", " ").trim()));
}

/** Whether a text is more than one cell; what is typed and pasted within a cell is left to it. */
export function isBlock(text: string): boolean {
  return /[\t\n]/.test(text.replace(/[\r\n]+$/, ""));
}

/**
 * The lines with a block of cells laid over them from a cell on; lines that are missing are added. A
 * first row that only repeats `titles`, the heads of the columns in any language, is left out.
 */
export function pasted(
  columns: Column[],
  lines: object[],
  from: { line: number; column: number },
  text: string,
  titles: string[] = [],
): object[] {
  const [first = [], ...rest] = cellsOf(text);
  const heads = new Set(titles.map((title) => title.toLowerCase()));
  const isHead =
    rest.length > 0 &&
    first.some((cell) => cell !== "") &&
    first.every((cell) => cell === "" || heads.has(cell.toLowerCase()));
  const block = isHead ? rest : [first, ...rest];
  const out = [...lines] as Record<string, unknown>[];
  block.forEach((row, down) => {
    const at = from.line + down;
    const line = { ...(out[at] ?? emptyLine(columns)) };
    row.forEach((cell, right) => {
      const column = columns[from.column + right];
      if (column !== undefined) line[column.key] = cellValue(column, answered(column, cell));
    });
    out[at] = line;
  });
  return out.filter(
    (line, at) => at < lines.length || columns.some(({ key }) => cellText(line[key]) !== ""),
  );
}

const YES = ["yes", "y", "true", "x", "1", "是", "有"];
const NO = ["no", "n", "false", "0", "否", "无"];

/** The words that spreadsheets have for yes and no. */
function answered({ kind }: Column, cell: string): string {
  if (kind !== "yes-no") return cell;
  const word = cell.toLowerCase();
  return YES.includes(word) ? "yes" : NO.includes(word) ? "no" : "";
}
