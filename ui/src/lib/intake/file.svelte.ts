// One file of the list: whether it is taken in, as what, and the record it gets.

import type { Evidence } from "../bindings/Evidence";
import type { EvidenceView } from "../bindings/EvidenceView";
import type { IncomingFile } from "../bindings/IncomingFile";
import type { SuggestionView } from "../bindings/SuggestionView";
import type { TakeInItem } from "../bindings/TakeInItem";
import { EvidenceDraft } from "../evidence/draft.svelte";
import { fieldOf, take, takeable } from "./suggest";

/** A document of its own, a newer version of one held, or a further file of one held. */
export type Fate = "new" | "version" | "add";
export type FileProblem = "type" | "document" | "expires";

/** What the list must know of what is held already. */
export interface Holdings {
  documents: ReadonlyMap<string, EvidenceView>;
  /** Shipments that are being worked on: these take the newer version unless told otherwise. */
  open: ReadonlySet<string>;
}

export class FileDraft {
  readonly file: IncomingFile;
  readonly record = new EvidenceDraft();
  include = $state(false);
  fate = $state<Fate>("new");
  /** The document that it is a newer version of, or joins. */
  document = $state("");
  /** Shipments that use the newer version from now on. */
  switching = $state.raw<string[]>([]);
  /** The type is what the program proposes; nobody has looked at it yet. */
  proposed = $state(false);
  #holdings: Holdings;
  #begun: string;

  constructor(file: IncomingFile, holdings: Holdings) {
    this.file = file;
    this.#holdings = holdings;
    this.include = !file.refused && !file.held && !file.same_as;
    this.record.type = file.document_type ?? "";
    this.proposed = this.record.type !== "";
    if (file.newer_than) this.become("version", file.newer_than[0]);
    this.#begun = this.#state();
  }

  get refused(): boolean {
    return this.file.refused !== null;
  }

  /** Something about it deserves a look. It goes by what was found, so that no row vanishes while it is edited. */
  get odd(): boolean {
    const { refused, note, held, same_as, newer_than, document_type } = this.file;
    return [refused, note, held, same_as, newer_than].some(Boolean) || document_type === null;
  }

  /** What keeps it from being taken in. */
  get problem(): FileProblem | null {
    if (!this.include || this.refused) return null;
    if (this.fate === "add") return this.other ? null : "document";
    if (this.fate === "version" && this.document === "") return "document";
    if (this.record.type === "") return "type";
    return this.record.problems.expires ? "expires" : null;
  }

  /** Changed since it was listed. */
  get edited(): boolean {
    return this.#state() !== this.#begun;
  }

  /** The document chosen, as held. */
  get other(): EvidenceView | undefined {
    return this.#holdings.documents.get(this.document);
  }

  /** Documents it could be a version of, or join: those of its type first; a version is of the same type. */
  get candidates(): EvidenceView[] {
    const { type } = this.record;
    const all = [...this.#holdings.documents.values()];
    const alike = all.filter((view) => view.evidence.type === type);
    if (this.fate === "version" && type !== "") return alike;
    return [...alike, ...all.filter((view) => view.evidence.type !== type)];
  }

  setType(type: string): void {
    this.proposed = false;
    if (type === this.record.type) return;
    this.record.type = type;
    // A newer version is of the same type as the older one.
    if (this.fate === "version" && this.other && this.other.evidence.type !== type)
      this.become("new");
  }

  become(fate: Fate, document = ""): void {
    this.fate = fate;
    this.document = fate === "new" ? "" : document;
    const used = this.other?.used_by ?? [];
    this.switching =
      fate === "version" ? used.map(([id]) => id).filter((id) => this.#holdings.open.has(id)) : [];
  }

  /** Where it starts from; that is no edit. */
  begin(fate: Fate, document: string): void {
    this.become(fate, document);
    this.#begun = this.#state();
  }

  take(suggestion: SuggestionView): void {
    if (fieldOf(suggestion) === "type") this.setType(suggestion.value);
    else take(this.record, suggestion);
  }

  /** What "take all" would take here. A file that joins a document has no record of its own. */
  get takeable(): SuggestionView[] {
    if (this.fate === "add" || this.refused) return [];
    const { suggestions } = this.file;
    const rest = takeable(this.record, suggestions);
    const type = this.proposed ? suggestions.find((one) => this.#proposes(one)) : undefined;
    return type ? [type, ...rest] : rest;
  }

  takeAll(): void {
    for (const suggestion of this.takeable) this.take(suggestion);
  }

  item(): TakeInItem {
    const { path, sha256 } = this.file;
    return {
      path,
      sha256,
      evidence: this.#evidence(),
      replaces: this.fate === "version" ? this.document : null,
      switch: this.switching,
    };
  }

  #evidence(): Evidence {
    const joined = this.fate === "add" ? this.other?.evidence : undefined;
    return joined ?? this.record.evidence("");
  }

  /** It says the type that stands there as a proposal: taking it settles that. */
  #proposes(suggestion: SuggestionView): boolean {
    return fieldOf(suggestion) === "type" && suggestion.value === this.record.type;
  }

  #state(): string {
    const { include, fate, document, switching } = this;
    return JSON.stringify([include, fate, document, switching, this.record.evidence("")]);
  }
}
