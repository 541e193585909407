import { expect, it } from "vitest";
import { isTolerance } from "./tolerances";

it("takes plain decimals of zero or more", () => {
  for (const text of ["0", "2.5", " 100 ", "0.001"]) expect(isTolerance(text), text).toBe(true);
  for (const text of ["", "-1", "1,5", "2.", ".5", "1e3", "five", "1234567890123"])
    expect(isTolerance(text), text).toBe(false);
});
