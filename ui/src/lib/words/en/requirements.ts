import { plural } from "../format";

export const requirements = {
  packs: (count: number) => plural(count, "pack in force", "packs in force"),
  count: (count: number) => plural(count, "requirement", "requirements"),
  unverified: (count: number) => `${count} with a source still to be checked`,
  find: "Find a requirement",
  list: "Requirements",
  pack: "Pack",
  anyPack: "Every pack",
  severity: "Severity",
  anySeverity: "Every severity",
  verification: "Source",
  anyVerification: "Every source",
  version: (version: string) => `version ${version}`,
  noneMatch: "No requirement matches.",
  choose: "Choose a requirement to read its rule, its condition and its source.",
  detail: "Requirement",
  rule: "What must be true",
  when: "Applies when",
  reference: "Reference",
  source: "Found in",
  openPoint: "Still open",
  notVerified:
    "The official source of this requirement has not been checked. Open it before you rely on this.",
  id: "Id",
  sha: "SHA-256 of the pack",
};
