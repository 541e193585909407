// When a signal is to be looked at again, in words; reactive.

import type { SignalView } from "../../lib/bindings/SignalView";
import { daysApart } from "../../lib/words/format";
import { format, words } from "../../lib/words";

/** The line to read, and a smaller one below it. */
export interface ReviewText {
  main: string;
  note: string;
  late: boolean;
}

export function reviewText(view: SignalView, today: string): ReviewText {
  const w = words().watch;
  const f = format();
  if (view.overdue) {
    const note = view.days_overdue > 0 ? w.over(f.days(view.days_overdue)) : "";
    return { main: w.reviewNow, note, late: !view.hidden };
  }
  if (view.due === null) return { main: w.reviewNow, note: "", late: !view.hidden };
  const away = f.inDays(daysApart(today, view.due));
  const monthly = view.signal.next_review === "monthly";
  return {
    main: f.date(view.due),
    note: monthly ? f.clauses([w.monthly, away]) : away,
    late: false,
  };
}
