// Stands in for the program when the window runs in a plain browser during development. It answers from
// fixtures/<command>.json, remembers settings, and lets every change succeed without doing it.

import type { Home } from "../src/lib/bindings/Home";
import type { Settings } from "../src/lib/bindings/Settings";
import type { Command } from "../src/lib/ipc";

const files = import.meta.glob<unknown>("./fixtures/*.json", { import: "default" });
const reading = new Set<Command>(["catalogue", "home", "shipment", "library", "history"]);
const computed = new Set<Command>(["what_if", "preview_report", "report_page", "choose_files"]);
let settings: Settings | undefined;

/** Answers a command. `?empty` in the address shows a new workspace, `?settings={…}` other settings. */
export async function answer(name: Command, input: unknown): Promise<unknown> {
  const asked = new URLSearchParams(location.search);
  if (name === "save_settings") settings = input as Settings;
  if (name === "home") {
    const home = (await fixture("home")) as Home;
    const given = JSON.parse(asked.get("settings") ?? "{}") as Partial<Settings>;
    settings ??= { ...home.settings, ...given };
    const shipments = asked.has("empty") ? [] : home.shipments;
    return { ...home, shipments, settings };
  }
  if (reading.has(name) || computed.has(name)) return fixture(name);
  if (name === "create_shipment" || name === "create_sample")
    return { shipment: "sh-1", changes: { touched: { shipment: ["sh-1"] } } };
  if (name === "attach") return { evidence: "ev-1", changes: { touched: { evidence: ["ev-1"] } } };
  if (name === "undo" || name === "redo" || name === "import_shipment" || name === "save_report")
    return null;
  return { touched: { all: [] } };
}

async function fixture(name: string): Promise<unknown> {
  const load = files[`./fixtures/${name}.json`];
  if (load) return structuredClone(await load());
  const text = `No fixture for ${name}.`;
  return Promise.reject(
    Object.assign(new Error(text), {
      code: "fixture",
      message: { en: text, zh: text },
      next: { en: `Add ${name}.json.`, zh: `请添加 ${name}.json。` },
      detail: text,
    }),
  );
}
