// Scenarios for development in a browser: kept as long as the page is open, all with the figures of one fixture.

import type { SaveScenario } from "../src/lib/bindings/SaveScenario";
import type { ScenarioChoice } from "../src/lib/bindings/ScenarioChoice";
import type { ScenarioView } from "../src/lib/bindings/ScenarioView";
import type { WhatIfView } from "../src/lib/bindings/WhatIfView";
import type { Command } from "../src/lib/ipc";

let kept: ScenarioView[] | undefined;

function first(difference: WhatIfView): ScenarioView {
  return {
    id: "sc-1",
    name: "FCA, ten days later",
    kept_at: "2026-11-24T09:12:00+08:00",
    what_if: {
      shipment: "sh-1",
      on: null,
      ships: "2026-12-28",
      country: null,
      incoterm: "FCA",
      incoterm_place: "Qingdao",
      answers: [],
      durations: { "mt-teleport": 3 },
      without: [],
      assumed: [],
    },
    tried: [
      { en: "ships 28 Dec 2026", zh: "装运日 2026-12-28" },
      { en: "FCA Qingdao", zh: "FCA Qingdao" },
    ],
    misfits: [
      {
        field: "durations",
        message: {
          en: "the schedule has no milestone mt-teleport",
          zh: "计划中没有里程碑 mt-teleport",
        },
      },
    ],
    state: difference.after,
    end_moves: difference.end_moves,
  };
}

/** Answers a command about scenarios; nothing where it is about something else. */
export async function answerOfScenarios(
  name: Command,
  input: unknown,
  difference: () => Promise<WhatIfView>,
): Promise<unknown> {
  if (name === "compare_scenarios")
    return { misfits_a: [], misfits_b: [], difference: await difference() };
  if (!["scenarios", "save_scenario", "remove_scenario"].includes(name)) return undefined;
  kept ??= [first(await difference())];
  if (name === "scenarios") return kept;
  if (name === "remove_scenario") {
    const { scenario } = input as ScenarioChoice;
    kept = kept.filter((one) => one.id !== scenario);
  } else {
    const { scenario, name: title, what_if } = input as SaveScenario;
    const id = scenario ?? `sc-${kept.length + 2}`;
    const made = { ...first(await difference()), id, name: title, what_if, misfits: [] };
    kept = [...kept.filter((one) => one.id !== id), made];
  }
  return { touched: { scenario: ["sc-1"] } };
}
