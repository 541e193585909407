import { expect, it } from "vitest";
import { even, offsets, partInView, scrolledTo } from "./windowed";

const heights = Array.from({ length: 1000 }, (_, at) => (at % 50 === 0 ? 28 : 48));
const starts = offsets(heights);
const whole = heights.reduce((sum, height) => sum + height, 0);

it("only rows in view and some around them are drawn, and the rest keeps its room", () => {
  for (const top of [0, 1, 27, 5_000, whole - 600, whole]) {
    const { from, to, above, below } = partInView(starts, top, 600);
    expect(to - from).toBeLessThan(30);
    const drawn = heights.slice(from, to).reduce((sum, height) => sum + height, 0);
    expect(above + drawn + below).toBe(whole);
    expect(above).toBeLessThanOrEqual(top);
    expect(above + drawn).toBeGreaterThanOrEqual(Math.min(whole, top + 600));
  }
  expect(partInView(offsets([]), 0, 600)).toEqual({ from: 0, to: 0, above: 0, below: 0 });
});

it("a row is scrolled into view only where it is not", () => {
  expect(scrolledTo(starts, 0, 300, 600, 28)).toBe(0);
  expect(scrolledTo(starts, 2, 0, 600, 28)).toBe(0);
  const far = scrolledTo(starts, 500, 0, 600, 28);
  expect(far + 572).toBe(starts[501]);
  expect(scrolledTo(starts, 500, far, 600, 28)).toBe(far);
});

it("a list that became shorter than it is scrolled keeps its height", () => {
  const { from, to, above, below } = partInView(even(10, 50), 10_000, 500);
  expect(to).toBe(10);
  expect(above + (to - from) * 50 + below).toBe(500);
});
