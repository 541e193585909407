import type { Party } from "../bindings/Party";

/** A party of whom nothing is known yet. */
export const nobody: Party = {
  name: "",
  name_zh: null,
  country: null,
  address: null,
  contacts: [],
  languages: [],
  time_zone: null,
  calendar: null,
};
