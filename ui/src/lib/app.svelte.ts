// What the whole window knows: the lists that never change, the first page, settings, the day judged on.

import type { Catalogue } from "./bindings/Catalogue";
import type { Changes } from "./bindings/Changes";
import type { Failed } from "./bindings/Failed";
import type { Settings } from "./bindings/Settings";
import { onChanges } from "./changes";
import { call, failedOf } from "./ipc";
import { Query } from "./query.svelte";
import { language } from "./language.svelte";
import { router } from "./route.svelte";

/** Tables of packs, or all. */
function touchesPacks(changes: Changes): boolean {
  return Object.keys(changes.touched).some((table) => /pack|overlay|^all$/.test(table));
}

class App {
  /** Lists that change only with the packs; pages are shown only once it is here. */
  catalogue = $state.raw<Catalogue>();
  /** Why the window could not begin. */
  failed = $state.raw<Failed>();
  /** The first page's answer, kept fresh. */
  readonly home = new Query("home");
  /** The day judged on; today when none. */
  judgedOn = $state<string | null>(null);

  /** The computer's today. */
  get today(): string {
    return this.home.data?.today ?? this.catalogue?.today ?? "";
  }

  get settings(): Settings | undefined {
    return this.home.data?.settings;
  }

  /** Begins. Returns how to stop. */
  begin(): () => void {
    void this.#load();
    return onChanges((changes) => {
      void this.home.reload();
      if (touchesPacks(changes)) void this.#renew();
    });
  }

  /** Packs are part of the lists: facts, document types and titles change with them. */
  async #renew(): Promise<void> {
    try {
      this.catalogue = await call("catalogue", null);
    } catch {
      // The lists known so far stay; what is wrong with a pack is told where packs are shown.
    }
  }

  async #load(): Promise<void> {
    try {
      const [catalogue] = await Promise.all([call("catalogue", null), this.home.load(null)]);
      this.catalogue = catalogue;
      if (this.settings) router.open(this.settings.start_page);
      this.failed = this.home.failed;
    } catch (error) {
      this.failed = failedOf(error);
    }
  }

  /** Tries to begin once more. */
  retry(): void {
    this.failed = undefined;
    void this.#load();
  }

  /** Shows language and theme as set. */
  dress(): void {
    const settings = this.settings;
    language.set(settings?.language ?? language.ofSystem());
    const theme = settings?.theme ?? "system";
    if (theme === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }
}

export const app = new App();
