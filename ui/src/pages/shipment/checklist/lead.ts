// What is wrong, and the step that follows: the step stands out. Pure.

/** Splits a summary so that the next step can be set in bold; it is never said twice. */
export function lead(summary: string, next: string): { text: string; next: string } {
  const whole = summary.trim();
  const step = next.trim();
  if (step !== "") {
    return whole.endsWith(step)
      ? { text: whole.slice(0, whole.length - step.length).trim(), next: step }
      : { text: whole, next: step };
  }
  const cut = [...whole.matchAll(/[.。](?=\s|[^\s\d.。])/gu)].at(-1);
  if (cut === undefined || cut.index + 1 >= whole.length) return { text: whole, next: "" };
  return { text: whole.slice(0, cut.index + 1), next: whole.slice(cut.index + 1).trim() };
}
