// Another state of the order, compared at once and saved only on the user's word.

import type { Incoterm } from "../../../lib/bindings/Incoterm";
import type { ShipmentView } from "../../../lib/bindings/ShipmentView";
import type { WhatIf } from "../../../lib/bindings/WhatIf";
import { isDate } from "../../../lib/timeline";

/** What is tried; `null` is as it is agreed. */
export class Trial {
  ships = $state<string | null>(null);
  country = $state<string | null>(null);
  incoterm = $state<Incoterm | null>(null);

  /** Whether anything is tried. */
  get changed(): boolean {
    return this.ships !== null || this.country !== null || this.incoterm !== null;
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

  /** The question to the program. */
  question(view: ShipmentView, on: string | null): WhatIf {
    const { ships, country, incoterm } = this;
    return { shipment: view.id, on, ships, country, incoterm };
  }

  /** Back to what is agreed. */
  discard(): void {
    this.ships = null;
    this.country = null;
    this.incoterm = null;
  }
}
