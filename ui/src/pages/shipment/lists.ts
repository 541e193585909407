// Looking things up in the lists that stay the same while the program runs.

import { app } from "../../lib/app.svelte";
import type { Catalogue } from "../../lib/bindings/Catalogue";
import type { Fact } from "../../lib/bindings/Fact";
import type { Language } from "../../lib/bindings/Language";
import type { Text } from "../../lib/bindings/Text";
import { tagOf } from "../../lib/language.svelte";

/** The lists. Pages of a shipment are shown only once they are here. */
export function catalogue(): Catalogue {
  if (app.catalogue === undefined) throw new Error("the lists are not loaded");
  return app.catalogue;
}

/** A fact by its id: one of the shipment's own packs, which may be older than those in force, or any. */
export function factOf(view: { further_facts: Fact[] }, id: string): Fact | null {
  const fact = [...view.further_facts, ...catalogue().facts].find((one) => one.id === id);
  return fact === undefined
    ? null
    : { ...fact, unit: fact.unit ?? null, choices: list(fact.choices) };
}

/** Title of a document type or trade document; its id where it has none. */
export function documentTitle(id: string): Text {
  const { document_types, trade_documents } = catalogue();
  const known = [...trade_documents, ...document_types].find((one) => one.id === id);
  return known?.title ?? { en: id, zh: id };
}

/** Title of a pack. */
export function packTitle(id: string): Text | null {
  return catalogue().packs.find((pack) => pack.id === id)?.title ?? null;
}

/** A list that is left out when it is empty. */
export function list<T>(values: T[] | null | undefined): T[] {
  return values ?? [];
}

/** Countries to choose from: the markets', China, and whatever is chosen already. */
export function countryOptions(
  chosen: string | null | undefined,
  lang: Language,
): { id: string; title: string }[] {
  const known = catalogue().countries.map(({ id, title }) => ({ id, title: title[lang] }));
  const more = ["CN", chosen ?? "CN"].filter((id) => !known.some((one) => one.id === id));
  const names = new Intl.DisplayNames([tagOf(lang)], { type: "region", fallback: "code" });
  const others = [...new Set(more)].map((id) => ({
    id,
    title: /^[A-Z]{2}$/.test(id) ? (names.of(id) ?? id) : id,
  }));
  return [...others, ...known];
}
