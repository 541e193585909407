// What the window reckons about a party. Pure.

import type { Language } from "../../../lib/bindings/Language";
import type { Party } from "../../../lib/bindings/Party";
import type { PartyView } from "../../../lib/bindings/PartyView";

/** How many of a party's milestones are late. */
export function overdueOf(view: PartyView): number {
  return view.milestones.filter((one) => one.progress === "overdue").length;
}

/** The language to write to a party in: Chinese where it prefers that, English otherwise. */
export function languageOf(party: Party | null): Language {
  return party?.languages?.[0]?.startsWith("zh") ||
    (!party?.languages?.[0] && party?.country === "CN")
    ? "zh"
    : "en";
}

export interface ContactDraft {
  name: string;
  position: string;
  email: string;
  phone: string;
}

/** A party being edited: every text a string. */
export interface PartyDraft {
  name: string;
  nameZh: string;
  country: string;
  address: string;
  languages: string[];
  timeZone: string;
  calendar: string;
  contacts: ContactDraft[];
}

export function draftOf(party: Party | null): PartyDraft {
  return {
    name: party?.name ?? "",
    nameZh: party?.name_zh ?? "",
    country: party?.country ?? "",
    address: party?.address ?? "",
    languages: [...(party?.languages ?? [])],
    timeZone: party?.time_zone ?? "",
    calendar: party?.calendar ?? "",
    contacts: (party?.contacts ?? []).map((one) => ({
      name: one.name,
      position: one.position ?? "",
      email: one.email ?? "",
      phone: one.phone ?? "",
    })),
  };
}

/** The party that a draft means; the program checks and trims it. */
export function partyOf(draft: PartyDraft): Party {
  const text = (value: string) => (value.trim() === "" ? null : value);
  return {
    name: draft.name,
    name_zh: text(draft.nameZh),
    country: text(draft.country),
    address: text(draft.address),
    languages: [...draft.languages],
    time_zone: text(draft.timeZone),
    calendar: text(draft.calendar),
    contacts: draft.contacts.map((one) => ({
      name: one.name,
      position: text(one.position),
      email: text(one.email),
      phone: text(one.phone),
    })),
  };
}
