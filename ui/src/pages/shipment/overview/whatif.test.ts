import { describe, expect, it } from "vitest";
import type { ShipmentView } from "../../../lib/bindings/ShipmentView";
import { Trial } from "./whatif.svelte";

describe("a trial", () => {
  it("asks only for what differs from the order", () => {
    const trial = new Trial();
    expect(trial.changed).toBe(false);
    expect(trial.setShips("2026-12-28", "2026-12-18")).toBe(true);
    trial.setCountry("DE", "DE");
    trial.setIncoterm("FCA", "CIP");
    expect(trial.question({ id: "a" } as ShipmentView, "2026-11-24")).toEqual({
      shipment: "a",
      on: "2026-11-24",
      ships: "2026-12-28",
      country: null,
      incoterm: "FCA",
    });
  });

  it("takes the planned date and an empty field as no change", () => {
    const trial = new Trial();
    trial.setShips("2026-12-28", "2026-12-18");
    trial.setShips("2026-12-18", "2026-12-18");
    expect(trial.changed).toBe(false);
    trial.setShips("2026-12-28", "2026-12-18");
    trial.setShips(" ", "2026-12-18");
    expect(trial.changed).toBe(false);
  });

  it("keeps the last good date while another is typed", () => {
    const trial = new Trial();
    trial.setShips("2026-12-28", null);
    expect(trial.setShips("2026-12-3", null)).toBe(false);
    expect(trial.ships).toBe("2026-12-28");
  });

  it("is dropped as a whole", () => {
    const trial = new Trial();
    trial.setCountry("PL", "DE");
    trial.discard();
    expect(trial.changed).toBe(false);
  });
});
