// A fact being written down.

import type { Fact } from "../../../lib/bindings/Fact";
import type { FactKind } from "../../../lib/bindings/FactKind";
import type { FactLevel } from "../../../lib/bindings/FactLevel";
import { filled, isId, trimmed } from "./fields";

let next = 1;
const newChoice = () => ({ key: next++, id: "", title: { en: "", zh: "" } });

export class FactDraft {
  id = $state("");
  title = $state({ en: "", zh: "" });
  question = $state({ en: "", zh: "" });
  kind = $state<FactKind>("yes-no");
  level = $state<Exclude<FactLevel, "derived">>("shipment");
  unit = $state("");
  choices = $state([newChoice(), newChoice()]);

  get hasId(): boolean {
    return isId(this.id.trim());
  }

  get hasChoices(): boolean {
    return this.kind === "choice" || this.kind === "choices";
  }

  /** Two choices or more, each with an id of its own and both titles. */
  get choicesReady(): boolean {
    const ids = this.choices.map((choice) => choice.id.trim());
    return (
      ids.length >= 2 &&
      ids.every((id, index) => ids.indexOf(id) === index) &&
      this.choices.every(({ id, title }) => isId(id.trim()) && filled(title))
    );
  }

  get ready(): boolean {
    return (
      this.hasId && filled(this.title, this.question) && (!this.hasChoices || this.choicesReady)
    );
  }

  addChoice(): void {
    this.choices.push(newChoice());
  }

  dropChoice(key: number): void {
    this.choices = this.choices.filter((choice) => choice.key !== key);
  }

  fact(): Fact {
    return {
      id: this.id.trim(),
      title: trimmed(this.title),
      question: trimmed(this.question),
      kind: this.kind,
      level: this.level,
      choices: this.hasChoices
        ? this.choices.map(({ id, title }) => ({ id: id.trim(), title: trimmed(title) }))
        : [],
      unit: this.kind === "decimal" && this.unit !== "" ? this.unit : null,
      product_of: [],
      group: null,
      replaces: [],
    };
  }
}
