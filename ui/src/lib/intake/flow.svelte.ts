// The one way in for files, however they come: looked at first, reviewed, then taken in.

import { act } from "../act";
import { app } from "../app.svelte";
import type { Failed } from "../bindings/Failed";
import type { Library } from "../bindings/Library";
import type { Review } from "../bindings/Review";
import type { TakenIn } from "../bindings/TakenIn";
import { tellChanges } from "../changes";
import { call, failedOf } from "../ipc";
import { followJob, type Job } from "../job.svelte";
import { notices } from "../notices.svelte";
import { router } from "../route.svelte";
import { both } from "../words";
import type { Holdings } from "./file.svelte";
import { ReviewDraft } from "./review.svelte";
import type { Target } from "./target.svelte";

/** A look that takes longer than this is shown with its progress. */
const SLOW_MS = 300;

export type Phase = "idle" | "looking" | "reviewing" | "taking";

class Intake {
  phase = $state<Phase>("idle");
  /** The look takes so long that it is worth showing. */
  slow = $state(false);
  review = $state.raw<ReviewDraft>();
  job = $state.raw<Job>();
  /** Why nothing was taken in. */
  failed = $state.raw<Failed>();
  /** Taking in was stopped by the user: nothing was taken in. */
  stopped = $state(false);
  #cancelled = false;

  async chooseFiles(target: Target): Promise<void> {
    const paths = this.#free() ? await act("choose_files", null) : null;
    if (paths && paths.length > 0) await this.begin(paths, target);
  }

  async chooseFolder(target: Target): Promise<void> {
    const path = this.#free() ? await act("choose_folder", null) : null;
    if (path) await this.begin([path], target);
  }

  async paste(target: Target): Promise<void> {
    if (!this.#free()) return;
    try {
      const picture = await call("paste_picture", null);
      if (picture !== null) await this.begin([picture], target);
    } catch (error) {
      notices.fail(failedOf(error));
    }
  }

  /** Looks at files; the review opens when that is done. */
  async begin(paths: string[], target: Target): Promise<void> {
    if (paths.length === 0 || !this.#free()) return;
    this.phase = "looking";
    this.#cancelled = false;
    const timer = setTimeout(() => (this.slow = this.phase === "looking"), SLOW_MS);
    const { shipment, type } = target;
    const job = followJob(() => call("review_files", { paths, shipment, document_type: type }));
    this.job = job;
    const [outcome, library] = await Promise.all([job.outcome, this.#library()]);
    clearTimeout(timer);
    this.slow = false;
    this.job = undefined;
    if ("reviewed" in outcome && !this.#cancelled) this.#open(outcome.reviewed, target, library);
    else {
      this.phase = "idle";
      if ("failed" in outcome && !this.#cancelled) notices.fail(outcome.failed);
    }
  }

  /** Stops the look or the taking in. */
  cancel(): void {
    this.#cancelled = true;
    this.job?.cancel();
  }

  /** Leaves the review; nothing was taken in. */
  close(): void {
    if (this.phase !== "reviewing") return;
    this.phase = "idle";
    this.review = undefined;
    this.failed = undefined;
    this.stopped = false;
  }

  /** Takes in what is included. */
  async take(): Promise<void> {
    const { review } = this;
    const input = this.phase === "reviewing" ? review?.takeIn() : null;
    if (!review || !input) return;
    this.phase = "taking";
    this.#cancelled = false;
    this.stopped = false;
    this.failed = undefined;
    this.job = followJob(() => call("take_in", input));
    const outcome = await this.job.outcome;
    this.job = undefined;
    this.phase = "reviewing";
    if ("taken-in" in outcome) this.#done(outcome["taken-in"], review);
    else if (this.#cancelled) this.stopped = true;
    else if ("failed" in outcome) this.failed = outcome.failed;
  }

  #free(): boolean {
    if (this.phase === "idle") return true;
    notices.say(both((w) => w.intake.busy));
    return false;
  }

  #open(found: Review, target: Target, library: Library | undefined): void {
    const open = (app.home.data?.shipments ?? []).filter((row) => !row.archived);
    const holdings: Holdings = {
      documents: new Map((library?.evidence ?? []).map((view) => [view.evidence.id, view])),
      open: new Set(open.map((row) => row.id)),
    };
    this.review = new ReviewDraft(found, target, holdings);
    this.phase = "reviewing";
  }

  /** Without the library files can still be taken in as new documents. */
  async #library(): Promise<Library | undefined> {
    try {
      return await call("library", null);
    } catch {
      return undefined;
    }
  }

  #done({ evidence, changes }: TakenIn, review: ReviewDraft): void {
    this.close();
    tellChanges(changes);
    const count = review.included.length;
    notices.say(
      both((w) => w.intake.taken(count)),
      true,
    );
    // In a shipment its own pages show what is new; elsewhere the library does.
    const first = evidence[0];
    const { shipment, document } = review.target;
    if (shipment === null && !document && first) router.go({ page: "evidence", item: first });
  }
}

export const intake = new Intake();
