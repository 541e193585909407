// A question to the program that stays answered: it asks again when its input or what it shows changes.

import type { Failed } from "./bindings/Failed";
import { onChanges } from "./changes";
import { call, failedOf, type Command, type Input, type Output } from "./ipc";

/** Waiting longer than this shows grey rows. */
const SLOW_MS = 300;

export class Query<K extends Command> {
  /** The latest answer; kept while a new one is on its way. */
  data = $state.raw<Output<K>>();
  /** Why the latest question was not answered. */
  failed = $state.raw<Failed>();
  /** On its way. */
  loading = $state(false);
  /** On its way for so long that the page should say so. */
  slow = $state(false);

  #name: K;
  #input: Input<K> | undefined;
  #asked = 0;
  #call: typeof call;

  constructor(name: K, ask: typeof call = call) {
    this.#name = name;
    this.#call = ask;
  }

  /** Asks. An answer that comes after a newer question is dropped. */
  async load(input: Input<K>): Promise<void> {
    this.#input = input;
    const turn = ++this.#asked;
    this.loading = true;
    const timer = setTimeout(() => (this.slow = this.loading), SLOW_MS);
    try {
      const answer = await this.#call(this.#name, input);
      if (turn !== this.#asked) return;
      this.data = answer;
      this.failed = undefined;
    } catch (error) {
      if (turn === this.#asked) this.failed = failedOf(error);
    } finally {
      clearTimeout(timer);
      if (turn === this.#asked) this.loading = this.slow = false;
    }
  }

  /** Asks the same again. */
  async reload(): Promise<void> {
    if (this.#asked > 0) await this.load(this.#input as Input<K>);
  }

  /** Forgets the answer, so that another subject never shows it. */
  clear(): void {
    this.#asked++;
    this.data = undefined;
    this.failed = undefined;
    this.loading = this.slow = false;
  }
}

/**
 * A question for as long as a component lives. `input` is read reactively.
 * `key`, where given, says what the answer is about: when it changes the old answer goes at once.
 */
export function query<K extends Command>(
  name: K,
  input: () => Input<K>,
  key?: () => string,
): Query<K> {
  const question = new Query(name);
  let about: string | undefined;
  $effect(() => {
    const next = key?.();
    if (next !== about) question.clear();
    about = next;
    void question.load(input());
  });
  $effect(() => onChanges(() => void question.reload()));
  return question;
}
