// Where files go that are dropped or pasted: to the requirement under the pointer or chosen, else to the shipment
// that is open, else to the library.

import type { DocumentType } from "../bindings/DocumentType";
import type { EvidenceId } from "../bindings/EvidenceId";
import type { Text } from "../bindings/Text";

export interface Target {
  shipment: string | null;
  /** Its title. */
  shipmentTitle?: string;
  /** What the files are, where that is known. */
  type: DocumentType | null;
  /** The requirement they are for. */
  requirement?: { key: string; title: Text };
  /** The document that they are further files of. */
  document?: { id: EvidenceId; title: string };
  /** Takes the files itself, where they are for something else than the documents. */
  take?: (paths: string[]) => void;
  /** What is said while they are held over it. */
  told?: Text;
}

export const library: Target = { shipment: null, type: null };

/** Names the target for what is under the pointer; without a pointer for what is chosen on the page. */
export type Resolver = (over: Element | null) => Target | null;

export class Targets {
  #resolvers: Resolver[] = [];
  /** Where files held over the window would go. */
  over = $state.raw<Target>();

  /** Returns how to stop. */
  add(resolver: Resolver): () => void {
    this.#resolvers = [resolver, ...this.#resolvers];
    return () => {
      this.#resolvers = this.#resolvers.filter((other) => other !== resolver);
    };
  }

  at(over: Element | null): Target {
    const found = this.#resolvers
      .map((resolve) => resolve(over))
      .filter((target) => target !== null);
    return (
      found.find((target) => target.requirement) ??
      found.find((target) => target.take) ??
      found[0] ??
      library
    );
  }
}

export const targets = new Targets();

/** Names the target for as long as a component lives. */
export function intakeTarget(resolver: Resolver): void {
  $effect(() => targets.add(resolver));
}
