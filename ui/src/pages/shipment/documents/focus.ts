// Putting the cursor into a field of a form, or into a cell of one of its tables.

import { COLUMNS } from "../lines/columns";

/** The cell of a path such as `packages.2.net`, as the tables number it: `2.5`. */
export function cellOf(path: string): string | null {
  const [list = "", line, key] = path.split(".");
  if (line === undefined || !(list in COLUMNS)) return null;
  const at = COLUMNS[list as keyof typeof COLUMNS].findIndex((column) => column.key === key);
  return `${line}.${Math.max(0, at)}`;
}

/** Shows a field and puts the cursor into it. */
export function scrollToPath(form: HTMLElement | undefined, path: string): void {
  const field = form?.querySelector<HTMLElement>(
    `[data-path="${CSS.escape(path.split(".")[0] ?? "")}"]`,
  );
  if (!field) return;
  const cell = cellOf(path);
  const control =
    (cell === null ? null : field.querySelector<HTMLElement>(`[data-cell="${cell}"]`)) ??
    field.querySelector<HTMLElement>("[data-cell], input, select, textarea") ??
    field.querySelector<HTMLElement>("button");
  field.scrollIntoView({ block: "center" });
  control?.focus();
}

/** To the next suggestion that can be taken, after a place in the form; to the first after the last. */
export function nextSuggestion(
  form: HTMLElement | undefined,
  from: Element | null,
): HTMLElement | null {
  const buttons = [
    ...(form?.querySelectorAll<HTMLElement>('[data-testid="suggestion-take"]') ?? []),
  ].filter((button) => button !== from);
  const after = buttons.find(
    (button) =>
      from !== null && from.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  return after ?? buttons[0] ?? null;
}
