// Response times while they are being typed, beside what is saved.

import type { OwnTime } from "../../lib/bindings/OwnTime";
import type { PromisedMeasure } from "../../lib/bindings/PromisedMeasure";
import type { PromisedTimes } from "../../lib/bindings/PromisedTimes";
import type { Target } from "../../lib/bindings/Target";
import { measureOf, targetOf, type Unit } from "../shipment/communication/moments";

export const units: Unit[] = ["business-hours", "working-days", "hours"];

/** The most of each unit that can be promised. */
export const most: Record<Unit, number> = {
  "business-hours": 2000,
  "working-days": 500,
  hours: 9000,
};

export interface Typed {
  unit: Unit;
  /** Digits as typed. */
  count: string;
}

/** The time typed; nothing where the number is none or out of bounds. */
export function readTarget({ unit, count }: Typed): Target | null {
  const plain = count.normalize("NFKC").trim();
  if (!/^\d{1,4}$/.test(plain) || Number(plain) > most[unit]) return null;
  return targetOf(unit, Number(plain));
}

function same(a: Target | null, b: Target | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function typedOf(target: Target): Typed {
  const [unit, count] = measureOf(target);
  return { unit, count: String(count) };
}

export class TimesDraft {
  #typed = $state.raw<Record<string, Typed>>({});
  #saved: () => PromisedTimes | undefined;

  constructor(saved: () => PromisedTimes | undefined) {
    this.#saved = saved;
  }

  /** As typed; as saved where nothing was typed. */
  get(kind: string, measure: PromisedMeasure): Typed {
    return this.#typed[`${kind}/${measure.id}`] ?? typedOf(measure.own ?? measure.standard);
  }

  set(kind: string, measure: PromisedMeasure, part: Partial<Typed>): void {
    const typed = { ...this.get(kind, measure), ...part };
    this.#typed = { ...this.#typed, [`${kind}/${measure.id}`]: typed };
  }

  /** Takes the default again. */
  reset(kind: string, measure: PromisedMeasure): void {
    this.set(kind, measure, typedOf(measure.standard));
  }

  /** What is typed there cannot be promised. */
  wrong(kind: string, measure: PromisedMeasure): boolean {
    return readTarget(this.get(kind, measure)) === null;
  }

  /** Whether another time than the default stands there. */
  isOwn(kind: string, measure: PromisedMeasure): boolean {
    return !same(readTarget(this.get(kind, measure)), measure.standard);
  }

  revert(): void {
    this.#typed = {};
  }

  get changed(): boolean {
    return this.#all().some(
      ({ kind, measure }) => this.wrong(kind, measure) || this.#own(kind, measure) !== undefined,
    );
  }

  get ready(): boolean {
    return this.#all().every(({ kind, measure }) => !this.wrong(kind, measure));
  }

  /** What is to be saved: what differs from what is. */
  get times(): OwnTime[] {
    return this.#all().flatMap(({ kind, measure }) => {
      const within = this.#own(kind, measure);
      return within === undefined ? [] : [{ material: kind, measure: measure.id, within }];
    });
  }

  /** The own value to save, none for the default; nothing where it is saved like that. */
  #own(kind: string, measure: PromisedMeasure): Target | null | undefined {
    const target = readTarget(this.get(kind, measure));
    const within = same(target, measure.standard) ? null : target;
    return same(within, measure.own) ? undefined : within;
  }

  #all(): { kind: string; measure: PromisedMeasure }[] {
    const kinds = this.#saved()?.kinds ?? [];
    return kinds.flatMap(({ id, measures }) => measures.map((measure) => ({ kind: id, measure })));
  }
}
