// What is wrong with the requirement being written, and what it would change: asked of the program while typing.

import { Query } from "../../../lib/query.svelte";
import { say, words } from "../../../lib/words";
import type { RequirementDraft } from "./draft.svelte";
import { sortProblems } from "./problems";

/** A pause in typing this long asks the program. */
const PAUSE_MS = 300;

export class Check {
  /** Saving was tried, so that empty fields are marked too. */
  tried = $state(false);
  readonly preview = new Query("preview_edit");
  #draft: RequirementDraft;

  constructor(draft: RequirementDraft) {
    this.#draft = draft;
  }

  /** Asks after each pause; for an effect. */
  watch(): (() => void) | undefined {
    const { edit, half } = this.#draft;
    if (half) return undefined;
    const first = this.preview.data === undefined;
    const timer = setTimeout(() => void this.preview.load(edit), first ? 0 : PAUSE_MS);
    return () => clearTimeout(timer);
  }

  readonly #sorted = $derived.by(() => {
    const { half, places } = this.#draft;
    const shown = [...places.values()];
    const problems = half ? [] : (this.preview.data?.problems ?? []);
    return sortProblems(problems, [...shown, ...shown.map((path) => `${path}/fact`)]);
  });

  /** What no field shows. */
  get rest() {
    return this.#sorted.rest;
  }

  /** What is wrong with a field. */
  at(path: string): string | undefined {
    const w = words().requirements.form;
    if (this.#draft.unreadable.includes(path)) return w.badDays;
    if (this.#draft.missing.includes(path))
      return this.tried || !this.#draft.isNew ? w.needed : undefined;
    const found = this.#sorted.at.get(path);
    return found && say(found);
  }

  /** What is wrong with a part of a condition. */
  of(key: number, field = ""): string | undefined {
    const place = this.#draft.places.get(key);
    const found = place === undefined ? undefined : this.#sorted.at.get(place + field);
    return found && say(found);
  }

  /** Whether a part of a condition is not finished, once that should be said. */
  lacks(key: number): boolean {
    return this.tried && this.#draft.unfinished.includes(key);
  }

  /** How many fields are still to be filled in. */
  get left(): number {
    return this.#draft.missing.length + this.#draft.unfinished.length;
  }

  /** How many mistakes there are apart from those. */
  get mistakes(): number {
    const { missing, unreadable } = this.#draft;
    const told = [...this.#sorted.at.keys()].filter((path) => !missing.includes(path));
    return told.length + unreadable.length + this.#sorted.rest.length;
  }

  /** Whether it can be saved, by what the program says of it now. */
  async passes(): Promise<boolean> {
    this.tried = true;
    const { missing, half, edit } = this.#draft;
    if (half || missing.length > 0) return false;
    await this.preview.load(edit);
    return this.preview.failed === undefined && this.preview.data?.problems.length === 0;
  }
}
