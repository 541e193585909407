// Which rows of a long list are drawn, where rows have one of several heights. Pure.

export interface Part {
  /** The first row drawn, and the one after the last. */
  from: number;
  to: number;
  /** Pixels before and after that are not drawn. */
  above: number;
  below: number;
}

/** Rows drawn beyond each edge, so that moving by keys finds its row. */
const SPARE = 6;

/** Where rows of one height begin, and at the end where the last one ends. */
export function even(count: number, height: number): number[] {
  return offsets(Array<number>(count).fill(height));
}

/** Where each row begins, and at the end where the last one ends. */
export function offsets(heights: number[]): number[] {
  const all = [0];
  for (const height of heights) all.push((all.at(-1) ?? 0) + height);
  return all;
}

/** The last row that begins at or above a place. */
function rowAt(starts: number[], place: number): number {
  let [low, high] = [0, Math.max(0, starts.length - 2)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The rows in view of a box of some height, scrolled to `top`. */
export function partInView(starts: number[], top: number, height: number): Part {
  const count = starts.length - 1;
  const whole = starts[count] ?? 0;
  if (count <= 0) return { from: 0, to: 0, above: 0, below: 0 };
  const from = Math.max(0, rowAt(starts, top) - SPARE);
  const to = Math.min(count, rowAt(starts, top + height) + 1 + SPARE);
  return { from, to, above: starts[from] ?? 0, below: whole - (starts[to] ?? whole) };
}

/** Where to scroll so that a row is in view; `head` pixels at the top are covered. */
export function scrolledTo(
  starts: number[],
  index: number,
  top: number,
  height: number,
  head: number,
): number {
  const [start = 0, end = 0] = [starts[index], starts[index + 1]];
  if (start < top) return start;
  const room = height - head;
  return end > top + room ? end - room : top;
}
