// A signal of the user's own while it is being written.

import type { CouldAffect } from "../../lib/bindings/CouldAffect";
import type { Signal } from "../../lib/bindings/Signal";
import type { SignalStatus } from "../../lib/bindings/SignalStatus";
import type { Stage } from "../../lib/bindings/Stage";
import type { Text } from "../../lib/bindings/Text";
import { NextDraft } from "./next.svelte";

const blank = (): Text => ({ en: "", zh: "" });
const pair = (text: Text | null | undefined): Text => (text ? { ...text } : blank());
const trimmed = (text: Text): Text => ({ en: text.en.trim(), zh: text.zh.trim() });
const pairOrNull = (text: Text): Text | null => (isBlank(text) ? null : trimmed(text));

/** Neither language says anything. One is enough. */
export function isBlank(text: Text): boolean {
  return text.en.trim() === "" && text.zh.trim() === "";
}

export class SignalDraft {
  claim = $state(blank());
  detail = $state(blank());
  verify = $state(blank());
  says = $state(blank());
  reference = $state("");
  dated = $state<string | null>(null);
  stage = $state<Stage | "">("reported");
  stageOn = $state<string | null>(null);
  status = $state<SignalStatus>("unverified");
  /** Ids of requirements. */
  requirements = $state<string[]>([]);
  other = $state(blank());
  readonly next: NextDraft;
  readonly #from: Signal | undefined;

  constructor(from: Signal | undefined) {
    this.#from = from;
    this.next = new NextDraft(from?.next_review);
    if (!from) return;
    this.claim = pair(from.claim);
    this.detail = pair(from.detail);
    this.verify = pair(from.would_verify);
    const [source] = from.sources;
    this.says = pair(source?.text);
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
    if (other && "other" in other) this.other = pair(other.other);
  }

  /** Whether the status asks for a source that is not there. */
  get lacksSource(): boolean {
    return this.status === "official" && isBlank(this.says);
  }

  /** Whether a source was named without what it says. */
  get lacksSaying(): boolean {
    const named = this.reference.trim() !== "" || this.dated !== null;
    return (named && isBlank(this.says)) || this.lacksSource;
  }

  /** The signal as written; nothing while something is missing. */
  signal(today: string, reviewed: boolean): Signal | undefined {
    // What the reviews have set since is not asked for again.
    const next = reviewed ? this.#from?.next_review : this.next.value(today);
    if (isBlank(this.claim) || isBlank(this.verify) || !next) return undefined;
    if (this.lacksSaying || (this.stageOn !== null && this.stageOn > today)) return undefined;
    const other = pairOrNull(this.other);
    const others: CouldAffect[] = other ? [{ other }] : [];
    const kept = this.#from?.could_affect.filter(
      (one) => !("requirement" in one || "other" in one),
    );
    const reference = this.reference.trim() === "" ? null : this.reference.trim();
    const says = pairOrNull(this.says);
    return {
      id: this.#from?.id ?? "",
      claim: trimmed(this.claim),
      detail: pairOrNull(this.detail),
      status: this.status,
      reached:
        this.stage === "" ? [] : [{ stage: this.stage, on: this.stageOn, source: reference }],
      contradicted_by: null,
      sources: says ? [{ text: says, reference, dated: this.dated }] : [],
      would_verify: trimmed(this.verify),
      noted_on: this.#from?.noted_on ?? today,
      next_review: next,
      could_affect: [
        ...this.requirements.map((requirement) => ({ requirement })),
        ...(kept ?? []),
        ...others,
      ],
    };
  }
}
