// The list of files that is looked through before anything is taken in.

import type { Review } from "../bindings/Review";
import type { TakeIn } from "../bindings/TakeIn";
import { FileDraft, type Holdings } from "./file.svelte";
import { rowsOf } from "./rows";
import type { Target } from "./target.svelte";

export type Show = "all" | "odd";

export class ReviewDraft {
  readonly files: FileDraft[];
  readonly leftOut: number;
  readonly target: Target;
  /** The file whose record is shown. */
  chosen = $state.raw<FileDraft>();
  show = $state<Show>("all");
  /** Problems are told only after taking in was tried. */
  strict = $state(false);

  constructor(review: Review, target: Target, holdings: Holdings) {
    this.files = review.files.map((file) => new FileDraft(file, holdings));
    this.leftOut = review.left_out;
    this.target = target;
    const { document } = target;
    if (document) for (const draft of this.files) draft.begin("add", document.id);
    this.chosen = this.files.find((draft) => draft.include) ?? this.files[0];
  }

  readonly shown = $derived.by(() =>
    this.show === "all"
      ? this.files
      : this.files.filter((draft) => draft.odd || (this.strict && draft.problem !== null)),
  );
  readonly rows = $derived.by(() => rowsOf(this.shown));
  readonly included = $derived.by(() => this.files.filter((draft) => draft.include));
  readonly bytes = $derived.by(() =>
    this.included.reduce((sum, draft) => sum + draft.file.size, 0),
  );
  /** Files that could not be taken in as they stand. */
  readonly faulty = $derived.by(() => this.files.filter((draft) => draft.problem !== null));
  readonly untyped = $derived.by(() =>
    this.included.filter((draft) => draft.fate !== "add" && draft.record.type === ""),
  );
  readonly takeable = $derived.by(() =>
    this.included.reduce((sum, draft) => sum + draft.takeable.length, 0),
  );

  get counts() {
    return {
      all: this.files.length,
      odd: this.files.filter((draft) => draft.odd).length,
      held: this.files.filter((draft) => draft.file.held !== null).length,
      same: this.files.filter((draft) => draft.file.same_as !== null).length,
      refused: this.files.filter((draft) => draft.refused).length,
    };
  }

  /** Changed since it was listed. */
  get edited(): boolean {
    return this.files.some((draft) => draft.edited);
  }

  /** Includes or excludes every file that is shown and may be taken in. */
  includeAll(include: boolean): void {
    for (const draft of this.shown) if (!draft.refused) draft.include = include;
  }

  /** Gives a type to every included file that has none. */
  typeRest(type: string): void {
    for (const draft of this.untyped) draft.setType(type);
  }

  takeAll(): void {
    for (const draft of this.included) draft.takeAll();
  }

  /** Chooses the file some places away among those shown. */
  move(by: number): void {
    const at = this.chosen ? this.shown.indexOf(this.chosen) : -1;
    const to = Math.max(0, Math.min(this.shown.length - 1, at === -1 ? 0 : at + by));
    this.chosen = this.shown[to] ?? this.chosen;
  }

  /** What to take in; nothing while a file needs a look first, which is then chosen. */
  takeIn(): TakeIn | null {
    this.strict = true;
    const faulty = this.faulty[0];
    if (faulty) {
      if (!this.shown.includes(faulty)) this.show = "all";
      this.chosen = faulty;
      return null;
    }
    if (this.included.length === 0) return null;
    return { shipment: this.target.shipment, items: this.included.map((draft) => draft.item()) };
  }
}
