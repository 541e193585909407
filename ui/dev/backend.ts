// Stands in for the program when the window runs in a plain browser during development. It answers from
// fixtures/<command>.json, remembers settings and packs, and lets every other change succeed without doing it.

import type { Catalogue } from "../src/lib/bindings/Catalogue";
import type { CommunicationView } from "../src/lib/bindings/CommunicationView";
import type { EvidenceView } from "../src/lib/bindings/EvidenceView";
import type { ExportPack } from "../src/lib/bindings/ExportPack";
import type { Home } from "../src/lib/bindings/Home";
import type { NewPack } from "../src/lib/bindings/NewPack";
import type { PackChoice } from "../src/lib/bindings/PackChoice";
import type { PackEdit } from "../src/lib/bindings/PackEdit";
import type { PreviewMilestones } from "../src/lib/bindings/PreviewMilestones";
import type { Settings } from "../src/lib/bindings/Settings";
import type { ShipmentView } from "../src/lib/bindings/ShipmentView";
import type { WatchList } from "../src/lib/bindings/WatchList";
import type { UpgradeChoice } from "../src/lib/bindings/UpgradeChoice";
import type { WhatIfView } from "../src/lib/bindings/WhatIfView";
import type { Command } from "../src/lib/ipc";
import { answerOfCalendars } from "./calendars";
import { answerOfDocuments, withDocuments } from "./documents";
import { LibraryMock } from "./library";
import { previewOf } from "./schedule";
import { answerOfIntake, withTaken } from "./intake";
import { answerOfParties } from "./parties";
import { Packs } from "./packs";
import { answerOfScenarios } from "./scenarios";
import { answerOfTimes } from "./times";
import { WatchMock } from "./watch";
import { settle, shipmentNow, upgradePreviews, upgradeRows } from "./upgrades";

const files = import.meta.glob<unknown>("./fixtures/*.json", { import: "default" });
const reading = new Set<Command>([
  "catalogue",
  "home",
  "shipment",
  "history",
  "communication",
  "response_times",
]);
const computed = new Set<Command>(["what_if", "preview_report", "report_page"]);
let settings: Settings | undefined;
let kept: Promise<Packs> | undefined;
let library: Promise<LibraryMock> | undefined;
let watch: Promise<WatchMock> | undefined;

/** Answers a command. `?empty` in the address shows a new workspace, `?thin` steps in a quiet period, `?settings={…}` other settings. */
export async function answer(name: Command, input: unknown): Promise<unknown> {
  const asked = new URLSearchParams(location.search);
  const upgrades = async () => (asked.has("empty") ? [] : upgradeRows());
  if (name === "save_settings") settings = input as Settings;
  if (name === "home") {
    const home = (await fixture("home")) as Home;
    const given = JSON.parse(asked.get("settings") ?? "{}") as Partial<Settings>;
    const rest = { file_limit_mb: 500, bin_days: 30, library_views: [], start_page: "shipments" };
    settings ??= { ...(rest as Partial<Settings>), ...home.settings, ...given };
    const shipments = asked.has("empty") ? [] : home.shipments;
    return { ...home, shipments, upgrades: await upgrades(), settings };
  }
  if (name === "packs") {
    kept ??= makePacks();
    return { ...(await kept).view, upgrades: await upgrades() };
  }
  if (name === "shipment") {
    const view = await shipmentNow((await fixture(name)) as ShipmentView);
    return withDocuments(asked.has("thin") ? thin(view) : view, asked.get("judged") === "all");
  }
  if (name === "preview_milestones") {
    return previewOf((await fixture("shipment")) as ShipmentView, input as PreviewMilestones);
  }
  watch ??= fixture("watch_list").then((list) => new WatchMock(list as WatchList));
  const ofWatch = (await watch).answer(name, input);
  if (ofWatch !== undefined) return ofWatch;
  const ofParties = await answerOfParties(name, input, {
    catalogue: async () => (await fixture("catalogue")) as Catalogue,
    home: async () => (await answer("home", null)) as Home,
    shipment: async () => (await fixture("shipment")) as ShipmentView,
    communication,
  });
  if (ofParties !== undefined) return ofParties;
  const ofTimes = await answerOfTimes(name, input, communication);
  if (ofTimes !== undefined) return ofTimes;
  if (name === "preview_upgrade") return upgradePreviews(input as UpgradeChoice);
  if (name === "accept_upgrade" || name === "decline_upgrade") settle(name, input as UpgradeChoice);
  const ofCalendars = answerOfCalendars(
    name,
    input,
    async () => (await fixture("shipment")) as ShipmentView,
  );
  if (ofCalendars !== undefined) return ofCalendars;
  const difference = async () => (await fixture("what_if")) as WhatIfView;
  const ofScenarios = await answerOfScenarios(name, input, difference);
  if (ofScenarios !== undefined) return ofScenarios;
  const ofDocuments = await answerOfDocuments(name, input);
  if (ofDocuments !== undefined) return ofDocuments;
  library ??= makeLibrary(asked);
  const held = (await (await library).answer("library", null)) as { evidence: EvidenceView[] };
  if (name === "library") return withTaken(held);
  const ofIntake = answerOfIntake(name, input, held.evidence);
  if (ofIntake !== undefined) return ofIntake;
  if (reading.has(name) || computed.has(name)) return fixture(name);
  const ofLibrary = await (await library).answer(name, input);
  if (ofLibrary !== undefined) return ofLibrary;
  const ofPacks = await answerOfPacks(name, input);
  if (ofPacks !== undefined) return ofPacks;
  if (name === "create_shipment" || name === "create_sample")
    return { shipment: "sh-1", changes: { touched: { shipment: ["sh-1"] } } };
  if (name === "read_mail") return fixture("mail");
  if (name === "undo" || name === "redo" || name === "import_shipment" || name === "save_report")
    return null;
  return { touched: { all: [] } };
}

/** The steps of the plant after today run into a quiet period. */
function thin(view: ShipmentView): ShipmentView {
  const span = { from: "2026-11-25", to: "2026-12-08" };
  const milestones = view.schedule.milestones.map((one) =>
    ["mt-fat", "mt-packing", "mt-production"].includes(one.id) ? { ...one, quiet: [span] } : one,
  );
  return { ...view, schedule: { ...view.schedule, milestones, quiet: [span] } };
}

const communication = async () => (await fixture("communication")) as CommunicationView;

/** Answers a command about packs; nothing where it is about something else. */
async function answerOfPacks(name: Command, input: unknown): Promise<unknown> {
  kept ??= makePacks();
  const packs = await kept;
  if (name === "preview_edit") return packs.preview(input as PackEdit);
  if (name === "choose_pack_file") return packs.import();
  if (name === "export_pack") {
    const { pack, form } = input as ExportPack;
    return { path: `/home/li/${pack}.${form}`, size: 18_400, pages: 0 };
  }
  if (name === "save_edit") packs.save(input as PackEdit);
  else if (name === "create_pack") packs.create(input as NewPack);
  else if (name === "remove_pack") packs.remove((input as PackChoice).pack);
  return undefined;
}

async function makeLibrary(asked: URLSearchParams): Promise<LibraryMock> {
  const { evidence } = (await fixture("library")) as { evidence: EvidenceView[] };
  const shown = asked.has("empty") ? [] : evidence;
  return new LibraryMock({ evidence: shown }, Number(asked.get("docs") ?? 0));
}

async function makePacks(): Promise<Packs> {
  const [stored, catalogue, shipment] = await Promise.all(
    ["packs", "catalogue", "shipment"].map((name) => fixture(name)),
  );
  return new Packs(
    stored as ConstructorParameters<typeof Packs>[0],
    catalogue as Catalogue,
    shipment as ShipmentView,
  );
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
