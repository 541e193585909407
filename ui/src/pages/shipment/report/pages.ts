// The pages of a report as images, and their numbers. Pure.

/** A page as the source of an image: nothing in it can run or load. */
export function pageSource(svg: string): string {
  const bytes = new TextEncoder().encode(svg);
  let binary = "";
  const chunk = 0x8000;
  for (let at = 0; at < bytes.length; at += chunk) {
    binary += String.fromCharCode(...bytes.subarray(at, at + chunk));
  }
  return `data:image/svg+xml;base64,${btoa(binary)}`;
}

/** The pages of a report; each becomes an image once it is looked at. */
export class Book {
  readonly #pages: string[];
  readonly #sources = new Map<number, string>();

  constructor(pages: string[]) {
    this.#pages = pages;
  }

  /** A page as the source of an image, counted from 1. */
  source(page: number): string {
    const known = this.#sources.get(page);
    if (known !== undefined) return known;
    const source = pageSource(this.#pages[page - 1] ?? "");
    this.#sources.set(page, source);
    return source;
  }
}

/** A page number as typed, within the report; none where it is no number. */
export function readPage(text: string, count: number): number | null {
  const page = Number(text.trim());
  if (!Number.isInteger(page) || text.trim() === "") return null;
  return Math.min(count, Math.max(1, page));
}
