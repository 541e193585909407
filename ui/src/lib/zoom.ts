// Sizes and keys of a preview. Pure.

const STEPS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3];
/** A page is never wider than this where it fits. */
const WIDEST = 920;
/** Room beside a page. */
const AIR = 32;

export function larger(zoom: number): number {
  return STEPS.find((step) => step > zoom) ?? zoom;
}

export function smaller(zoom: number): number {
  return STEPS.findLast((step) => step < zoom) ?? zoom;
}

/** The width of a page in so much room. */
export function sheetWidth(room: number, zoom: number): number {
  return Math.round(Math.max(120, Math.min(WIDEST, room - AIR)) * zoom);
}

export type PageAction =
  | { kind: "page"; by: number }
  | { kind: "end"; last: boolean }
  | { kind: "larger" | "smaller" | "fit" };

/** What a key does; none where it only scrolls. */
export function pageKey(key: string): PageAction | null {
  switch (key) {
    case "PageDown":
      return { kind: "page", by: 1 };
    case "PageUp":
      return { kind: "page", by: -1 };
    case "Home":
      return { kind: "end", last: false };
    case "End":
      return { kind: "end", last: true };
    case "+":
    case "=":
      return { kind: "larger" };
    case "-":
    case "_":
      return { kind: "smaller" };
    case "0":
      return { kind: "fit" };
    default:
      return null;
  }
}
