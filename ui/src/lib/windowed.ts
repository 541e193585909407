// Which rows of a long list are drawn: those in view and some around them. Pure.

export interface Window {
  /** The first row drawn. */
  from: number;
  /** The row after the last one drawn. */
  to: number;
  /** Pixels of the rows above that are not drawn. */
  above: number;
  /** Pixels of the rows below that are not drawn. */
  below: number;
}

/** Rows drawn beyond each edge, so that scrolling by keys shows no gap. */
const SPARE = 8;

/** The rows to draw of `count` rows of one height, in a box scrolled to `top`. */
export function windowed(count: number, row: number, top: number, height: number): Window {
  const first = Math.floor(Math.max(0, top) / row) - SPARE;
  const from = Math.min(Math.max(0, first), Math.max(0, count - 1));
  const to = Math.min(count, Math.ceil((Math.max(0, top) + height) / row) + SPARE);
  return {
    from,
    to: Math.max(from, to),
    above: from * row,
    below: Math.max(0, count - Math.max(from, to)) * row,
  };
}

/** Where to scroll so that a row is in view, below `head` pixels that stay in place. */
export function scrolledTo(
  index: number,
  row: number,
  top: number,
  height: number,
  head = 0,
): number {
  const start = index * row;
  if (start < top) return start;
  const end = start + row + head;
  return end > top + height ? end - height : top;
}
