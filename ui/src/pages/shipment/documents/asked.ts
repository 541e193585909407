// Which trade documents a shipment needs, as far as its requirements and checks say. Pure.

import type { ShipmentView } from "../../../lib/bindings/ShipmentView";
import { COMPARED } from "./compared";
import type { Scene } from "./kinds";

/**
 * The kinds that a requirement in force accepts, or that a check in force reads in any case. What no rule asks
 * for is left out: it may be filled in all the same.
 */
export function askedFor(view: Pick<ShipmentView, "verdicts">, scene: Scene): Set<string> {
  const judged = view.verdicts.filter(({ state }) => !state.endsWith("not-applicable"));
  const checks = new Set(
    judged.filter(({ subject }) => subject.kind === "check").map(({ subject }) => subject.id),
  );
  const read = COMPARED.filter(({ check }) => checks.has(check)).flatMap(({ sources }) =>
    sources(scene).filter(({ must }) => must === "say"),
  );
  return new Set([
    ...judged.flatMap(({ accepts, subject }) => [...accepts, subject.id]),
    ...read.map(({ kind }) => kind),
  ]);
}
