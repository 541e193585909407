// The forecast's figures as words and as a picture. Pure.

import type { ForecastBar } from "../../../lib/bindings/ForecastBar";
import { daysBetween } from "../../../lib/timeline";
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

/** Days that lie beneath the picture: of about five bars, where each begins. */
export function ticksOf(bars: ForecastBar[]): { x: number; day: string }[] {
  const every = Math.max(1, Math.ceil(bars.length / 5));
  return bars.flatMap((bar, index) =>
    index % every === 0 ? [{ x: (100 * index) / bars.length, day: bar.from }] : [],
  );
}

/** Where the last day in time ends in the picture; none where it lies outside. */
export function limitOf(bars: ForecastBar[], target: string | null): number | null {
  if (target === null) return null;
  const at = bars.findIndex((bar) => bar.from <= target && target <= bar.to);
  const bar = bars[at];
  if (bar === undefined) return null;
  const part = (daysBetween(bar.from, target) + 1) / spanOf([bar]);
  return (100 * (at + part)) / bars.length;
}

/** How many days a bar stands for. */
export function spanOf([bar]: ForecastBar[]): number {
  return bar === undefined ? 1 : daysBetween(bar.from, bar.to) + 1;
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
