// The response times promised, made from what the fixture of communication says. Kept until the page is loaded anew.

import type { CommunicationView } from "../src/lib/bindings/CommunicationView";
import type { PromisedTimes } from "../src/lib/bindings/PromisedTimes";
import type { SavePromisedTimes } from "../src/lib/bindings/SavePromisedTimes";
import type { Target } from "../src/lib/bindings/Target";
import type { Command } from "../src/lib/ipc";

const own = new Map<string, Target>();

/** Answers a command about response times; nothing where it is about something else. */
export async function answerOfTimes(
  name: Command,
  input: unknown,
  communication: () => Promise<CommunicationView>,
): Promise<unknown> {
  if (name === "promised_times") return times(await communication());
  if (name !== "save_promised_times") return undefined;
  for (const { material, measure, within } of (input as SavePromisedTimes).times) {
    if (within === null) own.delete(`${material}/${measure}`);
    else own.set(`${material}/${measure}`, within);
  }
  return { touched: { setting: ["promised-times"] } };
}

function times({ materials }: CommunicationView): PromisedTimes {
  return {
    kinds: materials
      .filter(({ measures }) => measures.length > 0)
      .map(({ id, phase, title, source, measures }) => ({
        id,
        phase,
        title,
        source,
        measures: measures.map((one) => ({
          id: one.id,
          title: one.title,
          until: one.until,
          markets: one.markets.map(() => ({ en: "European Union", zh: "欧盟" })),
          standard: one.within,
          own: own.get(`${id}/${one.id}`) ?? null,
        })),
      })),
  };
}
