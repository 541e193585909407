// What an address names in the communication tab: a ticket, or a material with the language that is open. Pure.

export interface Place {
  ticket?: string;
  material?: string;
  language?: string;
  consignment?: number;
}

const MATERIAL = "material";

/** The part of the address for a material, for one of its languages, and of that for one consignment. */
export function materialItem(
  material: string,
  language?: string,
  consignment: number | null = null,
): string {
  return [MATERIAL, material, language, language === undefined ? null : consignment]
    .filter((part) => part !== undefined && part !== null)
    .join(".");
}

/** What such a part names. Whatever is no material is a ticket's id. */
export function placeOf(item: string | undefined): Place {
  if (item === undefined) return {};
  const [kind, material, language, number] = item.split(".");
  if (kind !== MATERIAL || !material) return { ticket: item };
  const consignment = Number(number);
  return {
    material,
    ...(language ? { language } : {}),
    ...(Number.isInteger(consignment) && consignment > 0 ? { consignment } : {}),
  };
}
