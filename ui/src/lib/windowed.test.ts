import { expect, it } from "vitest";
import { scrolledTo, windowed } from "./windowed";

it("draws what is in view and some around it", () => {
  expect(windowed(2000, 50, 10_000, 500)).toEqual({
    from: 192,
    to: 218,
    above: 9600,
    below: 89_100,
  });
});

it("draws all of a short list, and nothing of an empty one", () => {
  expect(windowed(3, 50, 0, 500)).toEqual({ from: 0, to: 3, above: 0, below: 0 });
  expect(windowed(0, 50, 0, 500)).toEqual({ from: 0, to: 0, above: 0, below: 0 });
});

it("keeps its height when the list became shorter than it is scrolled", () => {
  const shown = windowed(10, 50, 10_000, 500);
  expect(shown.to).toBe(10);
  expect(shown.above + (shown.to - shown.from) * 50 + shown.below).toBe(500);
});

it("scrolls no further than needed", () => {
  expect(scrolledTo(2, 50, 0, 500)).toBe(0);
  expect(scrolledTo(10, 50, 0, 500)).toBe(50);
  expect(scrolledTo(10, 50, 0, 500, 28)).toBe(78);
  expect(scrolledTo(3, 50, 400, 500)).toBe(150);
});
