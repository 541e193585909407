// Searching while one types: asked a moment after the last key, and late answers are dropped.

import type { Failed } from "./bindings/Failed";
import type { SearchKind } from "./bindings/SearchKind";
import type { SearchResults } from "./bindings/SearchResults";
import { searchable } from "./hits";
import { call, failedOf } from "./ipc";

const WAIT_MS = 120;
export interface Wish {
  text: string;
  /** Everywhere when empty. */
  kinds: SearchKind[];
  limit: number;
}

export class Searching {
  /** The latest answer; it stays while the next one is on its way. */
  results = $state.raw<SearchResults>();
  failed = $state.raw<Failed>();
  /** What the results are for. */
  answered = $state("");
  loading = $state(false);
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #call: typeof call;

  constructor(ask: typeof call = call) {
    this.#call = ask;
  }

  /** Asks a moment later, unless something else is asked before. */
  ask(wish: Wish): void {
    const turn = ++this.#turn;
    clearTimeout(this.#timer);
    const text = wish.text.trim();
    if (!searchable(text)) {
      this.results = undefined;
      this.failed = undefined;
      this.answered = "";
      this.loading = false;
      return;
    }
    this.loading = true;
    this.#timer = setTimeout(() => void this.#load({ ...wish, text }, turn), WAIT_MS);
  }

  async #load(wish: Wish, turn: number): Promise<void> {
    try {
      const results = await this.#call("search", wish);
      if (turn !== this.#turn) return;
      this.results = results;
      this.failed = undefined;
      this.answered = wish.text;
    } catch (error) {
      if (turn === this.#turn) this.failed = failedOf(error);
    } finally {
      if (turn === this.#turn) this.loading = false;
    }
  }
}
