// What is shown of the watch list, and in which words. Pure.

import type { CouldAffect } from "../../lib/bindings/CouldAffect";
import type { SignalStatus } from "../../lib/bindings/SignalStatus";
import type { Text } from "../../lib/bindings/Text";
import type { SignalView } from "../../lib/bindings/SignalView";

export type Filter = "all" | "overdue" | "own" | "hidden";

export const filters: Filter[] = ["all", "overdue", "own", "hidden"];

export const statuses: SignalStatus[] = [
  "unverified",
  "corroborated",
  "official",
  "contradicted",
  "analysis",
  "verify",
];

/** What the user wants to see. */
export interface Wanted {
  filter: Filter;
  status: SignalStatus | "";
  typed: string;
}

/** Whether a signal belongs under a filter; what is watched no longer only under its own. */
export function under(view: SignalView, filter: Filter): boolean {
  if (filter === "hidden") return view.hidden;
  if (view.hidden) return false;
  if (filter === "overdue") return view.overdue;
  return filter === "all" || view.own !== null;
}

export function countOf(views: SignalView[], filter: Filter): number {
  return views.filter((view) => under(view, filter)).length;
}

/** The signals that match, in the order given; words are sought in both languages. */
export function shown(views: SignalView[], wanted: Wanted): SignalView[] {
  const parts = wanted.typed.toLowerCase().split(/\s+/).filter(Boolean);
  return views.filter((view) => {
    if (!under(view, wanted.filter)) return false;
    if (wanted.status !== "" && view.signal.status !== wanted.status) return false;
    const { claim, detail } = view.signal;
    const pairs = [claim, ...(detail ? [detail] : []), ...view.targets.map((one) => one.title)];
    const text = pairs
      .flatMap((pair) => [pair.en, pair.zh])
      .join("\n")
      .toLowerCase();
    return parts.every((part) => text.includes(part));
  });
}

/** The language that stands in for the one wanted, where a text was written in the other alone. */
export function standsIn(
  text: Text | null | undefined,
  wanted: "en" | "zh",
): "en" | "zh" | undefined {
  const other = wanted === "en" ? "zh" : "en";
  if (!text || text[wanted].trim() !== "" || text[other].trim() === "") return undefined;
  return other;
}

/** A text as the program shows it: what one language alone says stands in both. */
export function filled({ en, zh }: Text): Text {
  return { en: en.trim() === "" ? zh : en, zh: zh.trim() === "" ? en : zh };
}

/** The name of the host in an address. */
export function hostOf(address: string): string {
  return address.replace(/^https?:\/\//, "").replace(/[/?#].*$/, "");
}

/** The requirement that a target names; nothing for the others. */
export function requirementOf(target: CouldAffect): string | undefined {
  return "requirement" in target ? target.requirement : undefined;
}
