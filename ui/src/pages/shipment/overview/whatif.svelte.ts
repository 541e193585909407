// Another state of the order, compared at once and saved only on the user's word.

import type { AnswerTried } from "../../../lib/bindings/AnswerTried";
import type { Evidence } from "../../../lib/bindings/Evidence";
import type { Incoterm } from "../../../lib/bindings/Incoterm";
import type { ShipmentView } from "../../../lib/bindings/ShipmentView";
import type { Value } from "../../../lib/bindings/Value";
import type { WhatIf } from "../../../lib/bindings/WhatIf";
import { isDate } from "../../../lib/timeline";

/** The longest duration that can be planned, in days. */
const MAX_DAYS = 3650;

/** What is tried; `null` is as it is agreed. */
export class Trial {
  ships = $state<string | null>(null);
  country = $state<string | null>(null);
  incoterm = $state<Incoterm | null>(null);
  place = $state<string | null>(null);
  answers = $state<AnswerTried[]>([]);
  durations = $state<Record<string, number>>({});
  without = $state<string[]>([]);
  assumed = $state<Evidence[]>([]);

  /** How many changes are tried that the bar itself has no field for. */
  get further(): number {
    const place = this.place === null ? 0 : 1;
    const lists = this.answers.length + this.without.length + this.assumed.length;
    return place + lists + Object.keys(this.durations).length;
  }

  /** Whether anything is tried. */
  get changed(): boolean {
    const bar = this.ships !== null || this.country !== null || this.incoterm !== null;
    return bar || this.further > 0;
  }

  /** Takes what is typed as ship date. False where it is no date. */
  setShips(text: string, planned: string | null): boolean {
    const date = text.trim();
    if (date === "" || date === planned) this.ships = null;
    else if (isDate(date)) this.ships = date;
    else return false;
    return true;
  }

  /** Tries another country, or the agreed one again. */
  setCountry(country: string, agreed: string | null): void {
    this.country = country === "" || country === agreed ? null : country;
  }

  /** Tries another Incoterm, or the agreed one again. */
  setIncoterm(incoterm: Incoterm | "", agreed: Incoterm | null): void {
    this.incoterm = incoterm === "" || incoterm === agreed ? null : incoterm;
  }

  /** Tries another named place, or the agreed one again. */
  setPlace(place: string, agreed: string | null): void {
    this.place = place === (agreed ?? "") ? null : place;
  }

  /** Tries another answer, in place of one tried before. */
  setAnswer(fact: string, product: string | null, value: Value | null): void {
    this.dropAnswer(fact, product);
    this.answers = [...this.answers, { fact, product, value }];
  }

  /** Leaves a fact as it is answered. */
  dropAnswer(fact: string, product: string | null): void {
    this.answers = this.answers.filter((one) => one.fact !== fact || one.product !== product);
  }

  /** Takes what is typed as days of a milestone. False where it is no whole number of days. */
  setDays(milestone: string, text: string): boolean {
    const days = Number(text.trim());
    if (text.trim() === "" || !Number.isInteger(days) || days < 0 || days > MAX_DAYS) return false;
    this.durations = { ...this.durations, [milestone]: days };
    return true;
  }

  /** Leaves a milestone's days as planned. */
  dropDays(milestone: string): void {
    this.durations = Object.fromEntries(
      Object.entries(this.durations).filter(([id]) => id !== milestone),
    );
  }

  /** Takes a document away, or holds it again. */
  setHeld(evidence: string, held: boolean): void {
    const others = this.without.filter((id) => id !== evidence);
    this.without = held ? others : [...others, evidence];
  }

  /** Assumes a document of a type to be held for these models, issued on a day. */
  assume(type: string, issued: string, models: string[]): void {
    this.assumed = [
      ...this.assumed.filter((one) => one.type !== type),
      { ...noEvidence(), type, issued, scope: { ...noEvidence().scope, models } },
    ];
  }

  /** Changes an assumed document. */
  alterAssumed(type: string, change: Partial<Evidence>): void {
    this.assumed = this.assumed.map((one) => (one.type === type ? { ...one, ...change } : one));
  }

  /** Assumes a document no longer. */
  dropAssumed(type: string): void {
    this.assumed = this.assumed.filter((one) => one.type !== type);
  }

  /** The question to the program. */
  question(view: ShipmentView, on: string | null): WhatIf {
    const { ships, country, incoterm, place } = this;
    return {
      shipment: view.id,
      on,
      ships,
      country,
      incoterm,
      incoterm_place: place?.trim() ?? null,
      answers: $state.snapshot(this.answers),
      durations: $state.snapshot(this.durations),
      without: $state.snapshot(this.without),
      assumed: $state.snapshot(this.assumed),
    };
  }

  /** Tries what was kept. */
  take(kept: WhatIf): void {
    this.ships = kept.ships;
    this.country = kept.country;
    this.incoterm = kept.incoterm;
    this.place = kept.incoterm_place;
    this.answers = kept.answers;
    this.durations = kept.durations;
    this.without = kept.without;
    this.assumed = kept.assumed;
  }

  /** Back to what is agreed. */
  discard(): void {
    this.ships = null;
    this.country = null;
    this.incoterm = null;
    this.place = null;
    this.answers = [];
    this.durations = {};
    this.without = [];
    this.assumed = [];
  }
}

function noEvidence(): Evidence {
  return {
    id: "",
    type: "",
    title: null,
    issuer: null,
    number: null,
    issued: null,
    tested: null,
    expires: null,
    holder: null,
    languages: [],
    scope: {
      models: [],
      serials: [],
      sites: [],
      destinations: [],
      packages: [],
      shipment: null,
      cover: null,
      amount: null,
      amount_until: null,
      regimes: [],
      versions: [],
    },
    files: [],
  };
}
