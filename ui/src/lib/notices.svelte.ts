// Short messages at the foot of the window, and the failure that is being shown.

import type { Failed } from "./bindings/Failed";
import type { Text } from "./bindings/Text";

export interface Notice {
  id: number;
  text: Text;
  /** It can be taken back. */
  undo: boolean;
}

/** How long a notice stays. */
const STAY_MS = 8000;

class Notices {
  list = $state.raw<Notice[]>([]);
  /** What failed last, until it is closed. */
  failed = $state.raw<Failed>();
  #next = 1;

  /** Says what was done. Only the latest can be undone from here. */
  say(text: Text, undo = false): void {
    const notice = { id: this.#next++, text, undo };
    this.list = [notice];
    setTimeout(() => this.close(notice.id), STAY_MS);
  }

  close(id: number): void {
    this.list = this.list.filter((notice) => notice.id !== id);
  }

  fail(failed: Failed): void {
    this.failed = failed;
  }
}

export const notices = new Notices();
