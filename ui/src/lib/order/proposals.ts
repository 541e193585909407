// What follows from what was chosen: market and languages, template, reference. Pure.

import type { CountryView } from "../bindings/CountryView";
import type { TemplateView } from "../bindings/TemplateView";

/** The template made for the first category that has one; the first of all where none is. */
export function proposedTemplate(templates: TemplateView[], categories: string[]): string {
  const widest = [...templates].reverse();
  const fits = widest.find((template) =>
    template.categories.some((category) => categories.includes(category)),
  );
  return fits?.id ?? (categories.some(Boolean) ? (templates[0]?.id ?? "") : "");
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
