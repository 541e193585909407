// What the palette offers right now: pages, shipments, commands.

import { act, redo, undo } from "../lib/act";
import { app } from "../lib/app.svelte";
import type { Settings } from "../lib/bindings/Settings";
import { language } from "../lib/language.svelte";
import { router, tabs, type Page } from "../lib/route.svelte";
import { format, say, words } from "../lib/words";
import { panels } from "./panels.svelte";
import type { Entry } from "./palette";

const pages = [
  "today",
  "shipments",
  "evidence",
  "requirements",
  "watch",
  "search",
  "history",
  "settings",
] as const;

/** Changes a part of the settings. */
function set(part: Partial<Settings>): void {
  const settings = app.settings;
  if (settings) void act("save_settings", { ...settings, ...part });
}

export function entries(): Entry[] {
  const w = words().shell;
  const { current } = router;
  const goTo = (page: Exclude<Page, "shipment">, title: string): Entry => ({
    id: `page-${page}`,
    group: w.palette.goTo,
    title,
    run: () => router.go({ page }),
  });
  const command = (id: string, title: string, run: () => void): Entry => ({
    id,
    group: w.palette.commands,
    title,
    run,
  });
  const home = app.home.data;
  return [
    ...(current.page === "shipment"
      ? tabs.map((tab) => ({
          id: `tab-${tab}`,
          group: w.palette.goTo,
          title: w.tabs[tab],
          run: () => router.go({ page: "shipment", id: current.id, tab }),
        }))
      : []),
    ...pages.map((page) => goTo(page, w.pages[page])),
    goTo("calendars", w.pages.calendars),
    goTo("times", w.pages.times),
    goTo("versions", words().versions.title),
    ...(home?.shipments ?? []).map((row) => ({
      id: `shipment-${row.id}`,
      group: w.palette.shipment,
      title: row.title || row.reference,
      note: format().clauses([row.reference, row.buyer]),
      run: () => router.go({ page: "shipment", id: row.id, tab: "overview" as const }),
    })),
    command("new", w.pages.new, () => router.go({ page: "new" })),
    ...(home?.undo ? [command("undo", w.undoWhat(say(home.undo)), () => void undo())] : []),
    ...(home?.redo ? [command("redo", w.redoWhat(say(home.redo)), () => void redo())] : []),
    command("language", w.palette.switchLanguage, () =>
      set({ language: language.current === "zh" ? "en" : "zh" }),
    ),
    command("light", w.palette.light, () => set({ theme: "light" })),
    command("dark", w.palette.dark, () => set({ theme: "dark" })),
    command("system", w.palette.system, () => set({ theme: "system" })),
    command("keys", w.keyHelp, () => (panels.keys = true)),
  ];
}
