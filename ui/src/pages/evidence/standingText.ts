// How a document stands against the days that shipments set, in words; reactive.

import { dateOf } from "../../lib/timeline";
import { format, words } from "../../lib/words";
import type { Mark, Row } from "./expiry";

/** A day and the shipments that set it. */
export function throughText(mark: Mark): string {
  const titles = [...new Set(mark.needs.map((need) => need.shipment_title))];
  return words().library.browse.timeline.through(
    format().date(dateOf(mark.day)),
    format().list(titles),
  );
}

/** The result in a few words. */
export function resultText({ marks, short }: Row): string {
  const w = words().library.browse.timeline;
  const last = marks.findLast((mark) => mark.short);
  if (last) return w.shortFor(format().days(short), format().date(dateOf(last.day)));
  return marks.length > 0 ? w.holds : w.idle;
}
