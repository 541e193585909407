// Answers that a profile proposes, and what the user made of them. A proposal counts until it is cleared, but
// stays marked as such until the user has said something about it.

import type { Value } from "../bindings/Value";
import type { Answers } from "./proposals";

export interface Proposal {
  fact: string;
  /** What the profile says. */
  proposed: Value;
  /** What is sent; nothing where it was cleared. */
  value: Value | null;
  /** Whose word it is. */
  by: "profile" | "user";
}

export class Proposed {
  readonly #from: () => Answers;
  /** What the user said, by fact. */
  #said = $state.raw<Record<string, Value | null>>({});

  constructor(from: () => Answers) {
    this.#from = from;
  }

  /** All that is proposed, in the profile's order. */
  get list(): Proposal[] {
    return Object.entries(this.#from()).map(([fact, proposed]) => {
      const said = this.#said[fact];
      return said === undefined
        ? { fact, proposed, value: proposed, by: "profile" }
        : { fact, proposed, value: said, by: "user" };
    });
  }

  /** What is to be sent. */
  get answers(): Answers {
    const kept = this.list.flatMap(({ fact, value }) => (value === null ? [] : [[fact, value]]));
    return Object.fromEntries(kept) as Answers;
  }

  /** How many proposals nobody has looked at. */
  get unconfirmed(): number {
    return this.list.filter((proposal) => proposal.by === "profile").length;
  }

  /** The user's own word: another answer, or none. */
  say(fact: string, value: Value | null): void {
    this.#said = { ...this.#said, [fact]: value };
  }

  /** Back to what the profile says. */
  back(fact: string): void {
    const { [fact]: _, ...others } = this.#said;
    this.#said = others;
  }

  /** The user says that what is proposed is right. */
  confirm(fact?: string): void {
    for (const one of this.list)
      if (one.by === "profile" && (fact ?? one.fact) === one.fact) this.say(one.fact, one.proposed);
  }
}
