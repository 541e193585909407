// The pages of a report: their pictures, and their numbers.

/** A page as the source of an image. Null: the layout is no longer held. Undefined: it failed. */
export type Drawn = string | null | undefined;

/** Draws a page, counted from 1, with so many pixels to a point of 1/72 inch. */
export type Draw = (page: number, pixels: number) => Promise<Drawn>;

/** A page fills its place at this many CSS pixels to a point. */
export const CSS_PIXELS = 96 / 72;

/** Pixels to a point of a page in the margin. */
export const THUMBNAIL = 0.25;

/** The pictures of one layout. Each is drawn once, when it is first looked at. */
export class Book {
  readonly #draw: Draw;
  readonly #drawn = new Map<string, Promise<Drawn>>();

  constructor(draw: Draw) {
    this.#draw = draw;
  }

  /** A page as the source of an image. */
  page(page: number, pixels: number): Promise<Drawn> {
    const key = `${page}@${pixels}`;
    const known = this.#drawn.get(key);
    if (known !== undefined) return known;
    const drawn = this.#draw(page, pixels);
    this.#drawn.set(key, drawn);
    return drawn;
  }
}

/** Sharp enough for the screen at this zoom, in steps, so that little is drawn twice. */
export function sharpness(zoom: number, deviceRatio: number): number {
  const wanted = CSS_PIXELS * (zoom / 100) * Math.max(1, deviceRatio);
  return Math.min(4, Math.ceil(wanted * 2) / 2);
}

/** A page number as typed, within the report; none where it is no number. */
export function readPage(text: string, count: number): number | null {
  const page = Number(text.trim());
  if (!Number.isInteger(page) || text.trim() === "") return null;
  return Math.min(count, Math.max(1, page));
}
