// What follows from what was chosen: market and languages, template, reference. Pure.

import type { CountryView } from "../bindings/CountryView";
import type { ProfileView } from "../bindings/ProfileView";
import type { TemplateView } from "../bindings/TemplateView";
import type { Value } from "../bindings/Value";

/** Answers by fact. */
export type Answers = Record<string, Value>;

/**
 * The template that a product's profile names, or else one made for its category; of several the widest, and
 * the first of all where no product has one.
 */
export function proposedTemplate(
  templates: TemplateView[],
  products: { category: string; profile?: Pick<ProfileView, "template"> | null }[],
): string {
  const known = new Set(templates.map((template) => template.id));
  const widest = [...templates].reverse();
  const fits = widest.find((template) =>
    products.some(({ category, profile }) =>
      profile && known.has(profile.template)
        ? profile.template === template.id
        : template.categories.includes(category),
    ),
  );
  const any = products.some((product) => product.category !== "");
  return fits?.id ?? (any ? (templates[0]?.id ?? "") : "");
}

/** Market and languages of a country. */
export function ofCountry(countries: CountryView[], id: string) {
  const country = countries.find((known) => known.id === id);
  return { market: country?.market ?? "", languages: country?.languages ?? [] };
}

/** The next free reference of the year, after those in use: SH-2026-004. */
export function nextReference(used: string[], today: string): string {
  const start = `SH-${today.slice(0, 4)}-`;
  const numbers = used
    .filter((reference) => reference.startsWith(start))
    .map((reference) => Number(reference.slice(start.length)))
    .filter(Number.isInteger);
  return start + String(Math.max(0, ...numbers) + 1).padStart(3, "0");
}

/**
 * What several profiles say about one shipment: lists are joined; where they contradict each other nothing is
 * proposed, and the question is asked later.
 */
export function agreed(profiles: (ProfileView | null)[]): Answers {
  const merged = new Map<string, Value | null>();
  for (const profile of profiles) {
    for (const [fact, value] of Object.entries(profile?.answers ?? {})) {
      const before = merged.get(fact);
      merged.set(fact, before === undefined ? value : before && joined(before, value));
    }
  }
  const kept = [...merged].filter((entry): entry is [string, Value] => entry[1] !== null);
  return Object.fromEntries(kept);
}

function joined(one: Value, other: Value): Value | null {
  if (one.kind === "choices" && other.kind === "choices")
    return { kind: "choices", value: [...new Set([...one.value, ...other.value])] };
  return one.kind === other.kind && one.value === other.value ? one : null;
}
