// The forecast's figures as words and as a picture. Pure.

import type { ForecastBar } from "../../../lib/bindings/ForecastBar";
import type { Words } from "../../../lib/words";

/** A chance in words: never 0 % or 100 %, which runs cannot show, unless it is certain. */
export function percent(value: number, text: Words["forecast"], certain = false): string {
  if (!certain && value < 1) return text.under;
  if (!certain && value > 99) return text.over;
  return `${Math.round(value)} %`;
}

/** One bar of the picture, in units of a width and height of 100. */
export interface BarBox {
  x: number;
  width: number;
  y: number;
  height: number;
  late: boolean;
}

/** The bars drawn; those after the target are late. */
export function boxes(bars: ForecastBar[], target: string | null): BarBox[] {
  const most = Math.max(1, ...bars.map((bar) => bar.runs));
  const width = 100 / Math.max(1, bars.length);
  return bars.map((bar, index) => ({
    x: index * width,
    width: width * 0.86,
    y: 100 - (100 * bar.runs) / most,
    height: (100 * bar.runs) / most,
    late: target !== null && bar.to > target,
  }));
}

/** How strongly a correlation binds. */
export function strength(correlation: number): "strong" | "clear" | "little" | "none" {
  const size = Math.abs(correlation);
  if (size >= 0.6) return "strong";
  if (size >= 0.25) return "clear";
  return size >= 0.1 ? "little" : "none";
}

/** A whole number typed by hand within bounds; `null` where it is none. */
export function whole(text: string, least: number, most: number): number | null {
  const value = /^\d{1,10}$/.test(text.trim()) ? Number(text.trim()) : NaN;
  return value >= least && value <= most ? value : null;
}
