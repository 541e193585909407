// Moving documents to the bin: at once where nothing uses them, else only when asked once more.

import { tellChanges } from "../../lib/changes";
import type { Failed } from "../../lib/bindings/Failed";
import { call, failedOf } from "../../lib/ipc";
import { notices } from "../../lib/notices.svelte";
import { both } from "../../lib/words";

export class Removal {
  /** Documents that shipments use, with the program's words, until the user decides. */
  asking = $state.raw<{ ids: string[]; failed: Failed }>();
  #done: (ids: string[]) => void;

  constructor(done: (ids: string[]) => void) {
    this.#done = done;
  }

  async remove(ids: string[], although = false): Promise<void> {
    try {
      const changes = await call("remove_evidence", { evidence: ids, although_used: although });
      this.asking = undefined;
      this.#done(ids);
      tellChanges(changes);
      notices.say(
        both((all) => all.library.browse.remove.done(ids.length)),
        true,
      );
    } catch (error) {
      const failed = failedOf(error);
      if (failed.code === "evidence-in-use" && !although) this.asking = { ids, failed };
      else {
        this.asking = undefined;
        notices.fail(failed);
      }
    }
  }
}
