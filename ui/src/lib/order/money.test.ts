import { expect, it } from "vitest";
import { joinMoney, readAmount, splitMoney } from "./money";

it("an amount is read exactly, separators aside", () => {
  expect(readAmount("1,138,000.50")).toBe("1138000.50");
  expect(readAmount("1 138 000")).toBe("1138000");
  expect(readAmount("0.1")).toBe("0.1");
  for (const text of ["", "12.3.4", "-5", "12e3", "five", "412,50", "4,5", "0,500", "1_000"])
    expect(readAmount(text), text).toBeNull();
});

it("money is written as the program takes it, and read back", () => {
  expect(joinMoney({ value: "1,000", currency: "USD" })).toBe("1000 USD");
  expect(joinMoney({ value: "", currency: "USD" })).toBeNull();
  expect(splitMoney("1000 USD")).toEqual({ value: "1000", currency: "USD" });
  expect(splitMoney(null)).toEqual({ value: "", currency: "EUR" });
});
