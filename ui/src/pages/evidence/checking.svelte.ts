// The check of all stored files. It goes on while other pages are looked at.

import type { Failed } from "../../lib/bindings/Failed";
import type { FaultView } from "../../lib/bindings/FaultView";
import type { Verified } from "../../lib/bindings/Verified";
import { call, failedOf } from "../../lib/ipc";
import { followJob, type Job } from "../../lib/job.svelte";

/** How a fault stands: where it was put right from, or why it could not be. */
export interface Remedy {
  from?: string;
  failed?: Failed;
  busy: boolean;
}

export class FileCheck {
  job = $state.raw<Job>();
  result = $state.raw<Verified>();
  failed = $state.raw<Failed>();
  /** The user stopped it: no failure, though it ended without a result. */
  stopped = $state(false);
  /** By the file's SHA-256. */
  remedies = $state<Record<string, Remedy>>({});
  #call: typeof call;

  constructor(ask: typeof call = call) {
    this.#call = ask;
  }

  get running(): boolean {
    return this.job !== undefined;
  }

  /** Begins, unless it goes on already. */
  async start(): Promise<void> {
    if (this.job) return;
    this.result = this.failed = undefined;
    this.remedies = {};
    this.stopped = false;
    const job = followJob(() => this.#call("verify_files", null), this.#call);
    this.job = job;
    const outcome = await job.outcome;
    this.job = undefined;
    if ("verified" in outcome) this.result = outcome.verified;
    else if ("failed" in outcome) this.failed = outcome.failed;
  }

  cancel(): void {
    if (!this.job) return;
    this.stopped = true;
    this.job.cancel();
  }

  /** Puts a file right, from a place given or from where the program looks by itself. */
  async heal(fault: FaultView, path: string | null = null): Promise<void> {
    const { sha256 } = fault;
    this.remedies[sha256] = { busy: true };
    try {
      const { from } = await this.#call("heal_file", { sha256, path });
      this.remedies[sha256] = { from, busy: false };
    } catch (error) {
      this.remedies[sha256] = { failed: failedOf(error), busy: false };
    }
  }

  /** Asks for a file or a folder that has the content, and puts the file right from there. */
  async healFrom(fault: FaultView, kind: "file" | "folder"): Promise<void> {
    try {
      const path =
        kind === "folder"
          ? await this.#call("choose_folder", null)
          : ((await this.#call("choose_files", null))[0] ?? null);
      if (path !== null) await this.heal(fault, path);
    } catch (error) {
      this.remedies[fault.sha256] = { failed: failedOf(error), busy: false };
    }
  }
}

export const fileCheck = new FileCheck();
