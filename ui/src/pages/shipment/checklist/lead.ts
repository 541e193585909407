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

/** Paths in pasted text: file addresses and absolute paths, one a line. */
export function pastedPaths(text: string): string[] {
  return text
    .split(/\r?\n/u)
    .map((line) => line.trim().replace(/^"(.*)"$/u, "$1"))
    .filter((line) => line !== "" && !line.startsWith("#"))
    .flatMap((line) => {
      if (line.startsWith("file://")) return [decode(line.slice("file://".length))];
      return /^(\/|[A-Za-z]:\\|\\\\)/u.test(line) ? [line] : [];
    });
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path).replace(/^\/([A-Za-z]:)/u, "$1");
  } catch {
    return path;
  }
}
