// Documents marked to do something with all of them.

import { SvelteSet } from "svelte/reactivity";

export class Marks {
  #ids = new SvelteSet<string>();
  /** Where a range begins. */
  #anchor: string | undefined;

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  /** Those of a list that are marked. What a filter hides is never acted on. */
  of(list: string[]): string[] {
    return list.filter((id) => this.#ids.has(id));
  }

  toggle(id: string): void {
    if (!this.#ids.delete(id)) this.#ids.add(id);
    this.#anchor = id;
  }

  /** Does to all from the last one touched to this one what was done to that one. */
  range(list: string[], id: string): void {
    const [from, to] = [list.indexOf(this.#anchor ?? id), list.indexOf(id)];
    if (from === -1 || to === -1) {
      this.toggle(id);
      return;
    }
    const on = this.#anchor === undefined || this.#ids.has(this.#anchor);
    for (const one of list.slice(Math.min(from, to), Math.max(from, to) + 1)) {
      if (on) this.#ids.add(one);
      else this.#ids.delete(one);
    }
  }

  all(list: string[]): void {
    for (const id of list) this.#ids.add(id);
  }

  clear(): void {
    this.#ids.clear();
    this.#anchor = undefined;
  }
}
