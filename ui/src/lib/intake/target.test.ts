import { expect, it } from "vitest";
import { library, Targets, type Target } from "./target.svelte";

const shipment: Target = { shipment: "sh-1", type: null };
const requirement: Target = {
  shipment: "sh-1",
  type: "iso-9001",
  requirement: { key: "iso-9001:lapses", title: { en: "ISO 9001", zh: "ISO 9001" } },
};

it("files go to the requirement, else to the shipment, else to the library", () => {
  const targets = new Targets();
  expect(targets.at(null)).toBe(library);
  const stop = targets.add(() => requirement);
  targets.add(() => shipment);
  expect(targets.at(null)).toBe(requirement);
  stop();
  expect(targets.at(null)).toBe(shipment);
});
