import { describe, expect, it } from "vitest";
import type { State } from "../../../lib/bindings/State";
import type { VerdictView } from "../../../lib/bindings/VerdictView";
import { askedFor } from "./asked";
import * as is from "./kinds";
import { sceneWith } from "./sample";

function verdict(kind: "requirement" | "check", id: string, state: State, accepts: string[] = []) {
  return { subject: { kind, id }, state, accepts } as unknown as VerdictView;
}

describe("the trade documents that a shipment needs", () => {
  const sea = sceneWith({});

  it("are those that a requirement in force accepts", () => {
    const verdicts = [
      verdict("requirement", "insurance", "task", [is.INSURANCE]),
      verdict("requirement", "rail", "not-applicable", [is.RAIL_NOTE]),
      verdict("requirement", is.DANGEROUS_GOODS, "decided-not-applicable"),
    ];
    const asked = askedFor({ verdicts }, sea);
    expect(asked.has(is.INSURANCE)).toBe(true);
    expect(asked.has(is.RAIL_NOTE)).toBe(false);
    expect(asked.has(is.DANGEROUS_GOODS)).toBe(false);
  });

  it("and those that a check in force reads in any case", () => {
    const asked = askedFor({ verdicts: [verdict("check", "x-contract-no", "unknown")] }, sea);
    expect(asked.has(is.INVOICE)).toBe(true);
    expect(asked.has(is.EXPORT_DECLARATION)).toBe(true);
    expect(asked.has(is.LICENCE)).toBe(false);
    expect(askedFor({ verdicts: [] }, sea).size).toBe(0);
  });

  it("the letter of credit only where the order is paid by one", () => {
    const verdicts = [verdict("check", "x-seller", "task")];
    expect(askedFor({ verdicts }, sceneWith({}, { credit: false })).has(is.CREDIT)).toBe(false);
    expect(askedFor({ verdicts }, sceneWith({}, { credit: true })).has(is.CREDIT)).toBe(true);
  });
});
