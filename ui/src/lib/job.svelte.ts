// Long jobs: begun by one command, followed by asking how far they are until they tell what they came to.

import type { JobOutcome } from "./bindings/JobOutcome";
import type { JobStarted } from "./bindings/JobStarted";
import type { JobView } from "./bindings/JobView";
import { call, failedOf } from "./ipc";

/** How long to wait between two questions. */
export const ASK_MS = 250;

export interface Job {
  /** How far it is; nothing before the first answer. Reactive. */
  readonly view: JobView | undefined;
  /** What it came to. It never rejects: what went wrong is an outcome too. */
  readonly outcome: Promise<JobOutcome>;
  /** Asks it to stop. It ends with its own outcome, which says that nothing is half done. */
  cancel(): void;
}

class Following implements Job {
  view = $state.raw<JobView>();
  readonly outcome: Promise<JobOutcome>;
  #call: typeof call;
  #job: number | undefined;
  #cancelled = false;
  #over = false;

  constructor(start: () => Promise<JobStarted>, ask: typeof call) {
    this.#call = ask;
    this.outcome = this.#follow(start);
  }

  async #follow(start: () => Promise<JobStarted>): Promise<JobOutcome> {
    try {
      const { job } = await start();
      this.#job = job;
      // Cancelled before its number was known.
      if (this.#cancelled) this.#stop(job);
      for (;;) {
        this.view = await this.#call("job", { job });
        if (this.view.outcome) return this.view.outcome;
        await new Promise((next) => setTimeout(next, ASK_MS));
      }
    } catch (error) {
      return { failed: failedOf(error) };
    } finally {
      this.#over = true;
    }
  }

  cancel(): void {
    if (this.#cancelled || this.#over) return;
    this.#cancelled = true;
    if (this.#job !== undefined) this.#stop(this.#job);
  }

  #stop(job: number): void {
    // A job that has just ended cannot be stopped; its outcome tells what matters.
    this.#call("cancel_job", { job }).catch(() => undefined);
  }
}

/** Begins a job and follows it to its end. */
export function followJob(start: () => Promise<JobStarted>, ask: typeof call = call): Job {
  return new Following(start, ask);
}

/** The share done, 0 to 1; nothing while it is not known. */
export function shareOf(view: JobView | undefined): number | undefined {
  if (!view?.total) return undefined;
  return Math.min(1, view.done / view.total);
}
