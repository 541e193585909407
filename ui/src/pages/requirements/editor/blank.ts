// Requirements to start from: a blank one, or a copy of another. Pure.

import type { Requirement } from "../../../lib/bindings/Requirement";

const none = { en: "", zh: "" };

export const blankRequirement: Requirement = {
  id: "",
  title: none,
  rule: none,
  consequence: null,
  first_step: null,
  severity: "major",
  when: null,
  must: null,
  cases: [],
  effective: null,
  per: "shipment",
  per_shipment: false,
  internal: false,
  evidence: {
    accepts: [],
    shows: null,
    issuer: null,
    holder: [],
    provided_by: [],
    covers: [],
    local_language: false,
    max_age_days: null,
    regime: null,
    not_accepted: [],
    none: false,
    filing: false,
    of_manufacturer: false,
    valid_on_test_of: [],
  },
  needed_by: "",
  days_before: 0,
  due: null,
  holds_through: null,
  lead: { shortest: 0, longest: 0 },
  renewal: null,
  after: [],
  replaces: [],
  reference: none,
  verification: {
    state: "verify",
    source: null,
    checked_on: null,
    checked_by: null,
    open_point: null,
    open_from: null,
  },
};

/** The first id that is free: `ce-mark-copy`, `ce-mark-copy-2`. */
export function freeId(wanted: string, used: Set<string>): string {
  const start = wanted.slice(0, 60);
  for (let count = 1; ; count++) {
    const id = count === 1 ? start : `${start}-${count}`;
    if (!used.has(id)) return id;
  }
}

/**
 * A copy under an id of its own. Without a document type the original is satisfied by documents of its own
 * name, so the copy asks for those. It replaces nothing, and nobody has checked it yet.
 */
export function copyOf(original: Requirement, id: string): Requirement {
  const { accepts, none: noDocument } = original.evidence;
  return {
    ...original,
    id,
    evidence: {
      ...original.evidence,
      accepts: accepts.length > 0 || noDocument ? accepts : [original.id],
    },
    replaces: [],
  };
}
