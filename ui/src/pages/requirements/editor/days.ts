// Whole days as they are typed. Pure.

/** The number in what was typed: `null` for nothing, `undefined` where it is no whole number of days. */
export function readDays(text: string): number | null | undefined {
  const typed = text.trim();
  if (typed === "") return null;
  return /^\d{1,5}$/.test(typed) ? Number(typed) : undefined;
}

export function showDays(days: number | null | undefined): string {
  return days === null || days === undefined ? "" : String(days);
}
