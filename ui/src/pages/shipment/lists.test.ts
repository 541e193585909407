import { afterEach, expect, it } from "vitest";
import { app } from "../../lib/app.svelte";
import type { Catalogue } from "../../lib/bindings/Catalogue";
import type { Fact } from "../../lib/bindings/Fact";
import { factOf } from "./lists";

const fact = (id: string, title: string) =>
  ({ id, title: { en: title, zh: title }, kind: "yes-no" }) as Fact;

afterEach(() => (app.catalogue = undefined));

it("a fact is found in the shipment's own packs, then in the lists", () => {
  app.catalogue = { facts: [fact("net", "Data port"), fact("laser", "Laser")] } as Catalogue;
  const view = { further_facts: [fact("noise", "Noise"), fact("laser", "Laser, as it was")] };
  expect(factOf(view, "noise")?.title.en).toBe("Noise");
  expect(factOf(view, "net")?.title.en).toBe("Data port");
  expect(factOf(view, "laser")?.title.en).toBe("Laser, as it was");
  expect(factOf(view, "gone")).toBeNull();
});

it("what is left out of a fact reads as empty", () => {
  app.catalogue = { facts: [fact("net", "Data port")] } as Catalogue;
  expect(factOf({ further_facts: [] }, "net")).toMatchObject({ unit: null, choices: [] });
});
