import { describe, expect, it } from "vitest";
import type { ShipmentView } from "../../../lib/bindings/ShipmentView";
import { Trial } from "./whatif.svelte";

const view = { id: "a" } as ShipmentView;

describe("a trial", () => {
  it("asks only for what differs from the order", () => {
    const trial = new Trial();
    expect(trial.changed).toBe(false);
    expect(trial.setShips("2026-12-28", "2026-12-18")).toBe(true);
    trial.setCountry("DE", "DE");
    trial.setIncoterm("FCA", "CIP");
    trial.setPlace("Hamburg", "Hamburg");
    expect(trial.question(view, "2026-11-24")).toEqual({
      shipment: "a",
      on: "2026-11-24",
      ships: "2026-12-28",
      country: null,
      incoterm: "FCA",
      incoterm_place: null,
      answers: [],
      durations: {},
      without: [],
      assumed: [],
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

  it("tries one answer to a fact of the shipment and one to that of a machine", () => {
    const trial = new Trial();
    trial.setAnswer("used", null, { kind: "yes-no", value: true });
    trial.setAnswer("used", "p1", null);
    trial.setAnswer("used", null, { kind: "yes-no", value: false });
    expect(trial.answers).toEqual([
      { fact: "used", product: "p1", value: null },
      { fact: "used", product: null, value: { kind: "yes-no", value: false } },
    ]);
    trial.dropAnswer("used", "p1");
    expect(trial.further).toBe(1);
  });

  it("takes whole days only", () => {
    const trial = new Trial();
    for (const text of ["", "x", "1.5", "-1", "3651"])
      expect(trial.setDays("sea", text)).toBe(false);
    expect(trial.changed).toBe(false);
    expect(trial.setDays("sea", " 0 ")).toBe(true);
    expect(trial.durations).toEqual({ sea: 0 });
    trial.dropDays("sea");
    expect(trial.changed).toBe(false);
  });

  it("takes documents away and assumes others", () => {
    const trial = new Trial();
    trial.setHeld("e1", false);
    trial.setHeld("e1", false);
    trial.assume("iso-9001", "2026-11-24", ["M"]);
    trial.alterAssumed("iso-9001", { expires: "2029-11-23" });
    expect(trial.without).toEqual(["e1"]);
    expect(trial.assumed).toHaveLength(1);
    expect(trial.assumed[0]).toMatchObject({ issued: "2026-11-24", expires: "2029-11-23" });
    trial.setHeld("e1", true);
    trial.dropAssumed("iso-9001");
    expect(trial.changed).toBe(false);
  });

  it("lets a place be typed word by word", () => {
    const trial = new Trial();
    trial.setPlace("Hai ", "Hamburg");
    expect(trial.place).toBe("Hai ");
    expect(trial.question(view, null).incoterm_place).toBe("Hai");
  });

  it("tries again what was kept", () => {
    const kept = new Trial();
    kept.setCountry("PL", "DE");
    kept.setDays("sea", "30");
    const trial = new Trial();
    trial.take(kept.question(view, null));
    expect(trial.question(view, null)).toEqual(kept.question(view, null));
  });

  it("is dropped as a whole", () => {
    const trial = new Trial();
    trial.setCountry("PL", "DE");
    trial.setDays("sea", "30");
    trial.setHeld("e1", false);
    trial.discard();
    expect(trial.changed).toBe(false);
  });
});
