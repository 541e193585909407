// A signal of the user's own while it is being written.

import type { CouldAffect } from "../../lib/bindings/CouldAffect";
import type { Signal } from "../../lib/bindings/Signal";
import type { SignalStatus } from "../../lib/bindings/SignalStatus";
import type { Stage } from "../../lib/bindings/Stage";
import type { Text } from "../../lib/bindings/Text";
import { NextDraft } from "./next.svelte";

/** The user writes in one language; it is shown in both. */
function same(text: string): Text {
  const trimmed = text.trim();
  return { en: trimmed, zh: trimmed };
}

/** The words of one pair, where something was written. */
function given(text: Text | null | undefined, language: "en" | "zh"): string {
  return text?.[language] ?? "";
}

export class SignalDraft {
  claim = $state("");
  detail = $state("");
  verify = $state("");
  says = $state("");
  reference = $state("");
  dated = $state<string | null>(null);
  stage = $state<Stage | "">("reported");
  stageOn = $state<string | null>(null);
  status = $state<SignalStatus>("unverified");
  /** Ids of requirements. */
  requirements = $state<string[]>([]);
  other = $state("");
  readonly next: NextDraft;
  readonly #from: Signal | undefined;
  readonly #language: "en" | "zh";

  constructor(from: Signal | undefined, language: "en" | "zh") {
    this.#from = from;
    this.#language = language;
    this.next = new NextDraft(from?.next_review);
    if (!from) return;
    this.claim = given(from.claim, language);
    this.detail = given(from.detail, language);
    this.verify = given(from.would_verify, language);
    const [source] = from.sources;
    this.says = given(source?.text, language);
    this.reference = source?.reference ?? "";
    this.dated = source?.dated ?? null;
    const last = from.reached.at(-1);
    this.stage = last?.stage ?? "";
    this.stageOn = last?.on ?? null;
    this.status = from.status;
    this.requirements = from.could_affect.flatMap((one) =>
      "requirement" in one ? [one.requirement] : [],
    );
    const other = from.could_affect.find((one) => "other" in one);
    if (other && "other" in other) this.other = given(other.other, language);
  }

  /** Whether the status asks for a source that is not there. */
  get lacksSource(): boolean {
    return this.status === "official" && this.says.trim() === "";
  }

  /** Whether a source was named without what it says. */
  get lacksSaying(): boolean {
    const named = this.reference.trim() !== "" || this.dated !== null;
    return (named && this.says.trim() === "") || this.lacksSource;
  }

  /** The signal as written; nothing while something is missing. */
  signal(today: string, reviewed: boolean): Signal | undefined {
    // What the reviews have set since is not asked for again.
    const next = reviewed ? this.#from?.next_review : this.next.value(today);
    if (this.claim.trim() === "" || this.verify.trim() === "" || !next) return undefined;
    if (this.lacksSaying || (this.stageOn !== null && this.stageOn > today)) return undefined;
    const others: CouldAffect[] = this.other.trim() === "" ? [] : [{ other: same(this.other) }];
    const kept = this.#from?.could_affect.filter(
      (one) => !("requirement" in one || "other" in one),
    );
    const reference = this.reference.trim();
    return {
      id: this.#from?.id ?? "",
      claim: this.#kept(this.claim, this.#from?.claim),
      detail: this.detail.trim() === "" ? null : this.#kept(this.detail, this.#from?.detail),
      status: this.status,
      reached:
        this.stage === ""
          ? []
          : [{ stage: this.stage, on: this.stageOn, source: reference === "" ? null : reference }],
      contradicted_by: null,
      sources:
        this.says.trim() === ""
          ? []
          : [
              {
                text: same(this.says),
                reference: reference === "" ? null : reference,
                dated: this.dated,
              },
            ],
      would_verify: this.#kept(this.verify, this.#from?.would_verify),
      noted_on: this.#from?.noted_on ?? today,
      next_review: next,
      could_affect: [
        ...this.requirements.map((requirement) => ({ requirement })),
        ...(kept ?? []),
        ...others,
      ],
    };
  }

  /** A text that was not touched keeps both its languages. */
  #kept(text: string, before: Text | null | undefined): Text {
    const untouched = before && before[this.#language].trim() === text.trim();
    return untouched ? before : same(text);
  }
}
