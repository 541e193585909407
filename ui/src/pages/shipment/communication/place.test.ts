import { expect, it } from "vitest";
import { materialItem, placeOf } from "./place";

it("an address names a ticket, a material, or a material in one language", () => {
  expect(placeOf(undefined)).toEqual({});
  expect(placeOf("0193a1f0-7c1e")).toEqual({ ticket: "0193a1f0-7c1e" });
  expect(placeOf(materialItem("cm-pre-alert"))).toEqual({ material: "cm-pre-alert" });
  expect(placeOf(materialItem("cm-manual-set", "pt-BR"))).toEqual({
    material: "cm-manual-set",
    language: "pt-BR",
  });
  expect(placeOf(materialItem("cm-pre-alert", "en", 2))).toEqual({
    material: "cm-pre-alert",
    language: "en",
    consignment: 2,
  });
});
