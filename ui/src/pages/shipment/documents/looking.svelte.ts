// What is looked at on the page of trade documents. It outlives the table, so that coming back from a form
// finds everything as it was.

import type { Filter } from "./checks";

export interface Picked {
  row: string | null;
  check: string | null;
  document: string | null;
}

export class Looking {
  shown = $state<"fields" | "checks">("fields");
  filter = $state<Filter>("all");
  /** What was chosen; none before anything was. */
  picked = $state.raw<Picked | null>(null);
}
