// Marked words in a text. The program counts characters as Unicode code points; strings here count UTF-16 units,
// where rare Chinese characters and emoji take two. Pure.

export interface Span {
  text: string;
  marked: boolean;
}

/** The text in pieces, marked or not. Marks may overlap, come in any order or reach beyond the text. */
export function spans(text: string, marks: readonly (readonly [number, number])[]): Span[] {
  const points = [...text];
  const sorted = marks
    .map(([from, to]) => [Math.max(0, from), Math.min(points.length, to)] as const)
    .filter(([from, to]) => from < to)
    .sort((one, two) => one[0] - two[0]);
  const pieces: Span[] = [];
  const add = (from: number, to: number, marked: boolean) => {
    if (from < to) pieces.push({ text: points.slice(from, to).join(""), marked });
  };
  let at = 0;
  for (const [from, to] of sorted) {
    add(at, from, false);
    add(Math.max(at, from), to, true);
    at = Math.max(at, to);
  }
  add(at, points.length, false);
  return pieces;
}

/** How many characters a text has, as people and the program count them. */
export function pointsIn(text: string): number {
  return [...text].length;
}
