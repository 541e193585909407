// Reads the texts of files for the search, in the background and one job after another.

import type { Changes } from "./bindings/Changes";
import { onChanges } from "./changes";
import { call } from "./ipc";
import { followJob, type Job } from "./job.svelte";

/** Only documents and files bring texts that are not read yet. */
function bringsFiles(changes: Changes): boolean {
  return Object.keys(changes.touched).some((table) => /evidence|file|^all$/.test(table));
}

export class Reading {
  /** Files still to be read, while they are being read. */
  left = $state(0);
  #job: Job | undefined;
  #running = false;
  /** More came while a job was running. */
  #again = false;
  #call: typeof call;

  constructor(ask: typeof call = call) {
    this.#call = ask;
  }

  /** Reads what is unread now, and again whenever documents change. Returns how to stop. */
  follow(): () => void {
    void this.begin();
    const stop = onChanges((changes) => {
      if (bringsFiles(changes)) void this.begin();
    });
    return () => {
      stop();
      this.#job?.cancel();
    };
  }

  /** Reads until nothing is left. It stops at a failure, and where a job brings nothing further. */
  async begin(): Promise<void> {
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#running = true;
    try {
      let before = Infinity;
      for (;;) {
        const more = this.#again;
        this.#again = false;
        const { unread } = await this.#call("library", null);
        if (unread === 0 || (unread >= before && !more)) break;
        before = unread;
        this.left = unread;
        this.#job = followJob(() => this.#call("read_texts", null), this.#call);
        const outcome = await this.#job.outcome;
        if (!("read" in outcome)) break;
      }
    } catch {
      // Reading is done on the quiet; the search says how many files it does not know.
    } finally {
      this.left = 0;
      this.#job = undefined;
      this.#running = false;
    }
  }
}

export const reading = new Reading();
