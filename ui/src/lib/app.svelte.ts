// What the whole window knows: the lists that never change, the first page, settings, the day judged on.

import type { Catalogue } from "./bindings/Catalogue";
import type { Failed } from "./bindings/Failed";
import type { Settings } from "./bindings/Settings";
import { onChanges } from "./changes";
import { call, failedOf } from "./ipc";
import { Query } from "./query.svelte";
import { language } from "./language.svelte";

class App {
  /** Lists that stay the same while the program runs; pages are shown only once it is here. */
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
    return onChanges(() => void this.home.reload());
  }

  async #load(): Promise<void> {
    try {
      const [catalogue] = await Promise.all([call("catalogue", null), this.home.load(null)]);
      this.catalogue = catalogue;
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
