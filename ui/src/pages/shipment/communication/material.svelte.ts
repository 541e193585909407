// A material in one language while it is being recorded.

import type { MaterialView } from "../../../lib/bindings/MaterialView";
import type { MaterialState } from "../../../lib/bindings/MaterialState";
import type { Rendering } from "../../../lib/bindings/Rendering";

export const states: MaterialState[] = ["not-started", "draft", "translated", "reviewed", "sent"];

/** How far a state is; the later the greater. */
export function rank(state: MaterialState): number {
  return states.indexOf(state);
}

export class RenderingDraft {
  language = $state("");
  state = $state<MaterialState>("not-started");
  version = $state("");
  /** The language it was translated from; empty for an original. */
  original = $state("");
  originalVersion = $state("");
  evidence = $state("");
  reviewer = $state("");
  reviewedVersion = $state("");
  sentOn = $state<string | null>(null);

  #material: MaterialView;
  #today: string;

  constructor(material: MaterialView, language: string, today: string) {
    this.#material = material;
    this.#today = today;
    this.language = language;
    const known = material.languages.find((one) => one.code === language)?.rendering;
    if (!known) return;
    this.state = known.state;
    this.version = known.version;
    this.original = known.source_language ?? "";
    this.originalVersion = known.source_version ?? "";
    this.evidence = known.evidence ?? "";
    this.reviewer = known.reviewer;
    this.reviewedVersion = known.reviewed_version;
    this.sentOn = known.sent_on;
  }

  /** Another state: a review is of the version that stands, and what is sent today has today's date. */
  move(state: MaterialState): void {
    this.state = state;
    if (state === "reviewed" && this.reviewedVersion === "") this.reviewedVersion = this.version;
    if (state === "sent") this.sentOn ??= this.#today;
  }

  /** Another original: its version that stands is proposed. */
  from(language: string): void {
    this.original = language;
    const known = this.#material.languages.find((one) => one.code === language);
    this.originalVersion = known?.rendering.version ?? "";
  }

  /** What is missing before it can be saved: the name of the field. */
  get missing(): keyof Rendering | null {
    if (this.state === "not-started") return null;
    if (this.version.trim() === "") return "version";
    if (this.original !== "" && this.originalVersion.trim() === "") return "source_version";
    if (this.#material.safety && rank(this.state) >= rank("reviewed")) {
      if (this.reviewer.trim() === "") return "reviewer";
      if (this.reviewedVersion.trim() !== this.version.trim()) return "reviewed_version";
    }
    return this.state === "sent" && this.sentOn === null ? "sent_on" : null;
  }

  get rendering(): Rendering {
    const translated = this.original !== "";
    return {
      state: this.state,
      version: this.version.trim(),
      source_language: translated ? this.original : null,
      source_version: translated ? this.originalVersion.trim() : null,
      evidence: this.evidence === "" ? null : this.evidence,
      reviewer: this.reviewer.trim(),
      reviewed_version: this.reviewedVersion.trim(),
      sent_on: this.sentOn,
    };
  }
}
