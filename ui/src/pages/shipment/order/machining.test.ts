import { describe, expect, it } from "vitest";
import { machiningDraft, machiningOf, machiningProblems } from "./machining";

const known = {
  turning: true,
  milling: null,
  simultaneous_axes: 4,
  rotary_axes: 1,
  max_turned_diameter: "650 mm",
  accuracy_basis: "1988" as const,
  axes: [{ name: "best", travel: null, accuracy: "8.0 µm", repeatability: "1.8 µm" }],
};

describe("machining figures", () => {
  it("come back as they were", () => {
    expect(machiningOf(machiningDraft(known))).toEqual(known);
  });

  it("stay unknown where nothing is filled in", () => {
    expect(machiningOf(machiningDraft(null))).toBeNull();
    const empty = {
      ...machiningDraft(null),
      axes: [{ name: " ", travel: "", accuracy: null, repeatability: null }],
    };
    expect(machiningOf(empty)).toBeNull();
  });

  it("take a number alone in the unit that is meant", () => {
    expect(machiningOf({ ...machiningDraft(null), diameter: "650" })?.max_turned_diameter).toBe(
      "650 mm",
    );
  });

  it("are refused where they do not read", () => {
    const draft = {
      ...machiningDraft(known),
      simultaneous: "five",
      diameter: "wide",
      axes: [{ name: "X", travel: "4", accuracy: "12 µm", repeatability: null }],
    };
    expect([...machiningProblems(draft)]).toEqual(["simultaneous", "diameter", "axes.0.travel"]);
    expect(machiningProblems(machiningDraft(known)).size).toBe(0);
  });
});
