// What an address names in the communication tab: a ticket, or a material with the language that is open. Pure.

export interface Place {
  ticket?: string;
  material?: string;
  language?: string;
}

const MATERIAL = "material";

/** The part of the address for a material, and for one of its languages. */
export function materialItem(material: string, language?: string): string {
  return [MATERIAL, material, ...(language === undefined ? [] : [language])].join(".");
}

/** What such a part names. Whatever is no material is a ticket's id. */
export function placeOf(item: string | undefined): Place {
  if (item === undefined) return {};
  const [kind, material, language] = item.split(".");
  if (kind !== MATERIAL || !material) return { ticket: item };
  return { material, ...(language ? { language } : {}) };
}
