// Putting the mistakes that the program finds to the fields they are about. Pure.

import type { PackProblem } from "../../../lib/bindings/PackProblem";
import type { Text } from "../../../lib/bindings/Text";

/** The fields of the form outside the conditions. */
export const fields = [
  "id",
  ...["title", "rule", "consequence", "first_step", "reference"].flatMap(bilingual),
  "severity",
  "per",
  "per_shipment",
  "internal",
  "needed_by",
  "days_before",
  "holds_through",
  "lead/shortest",
  "lead/longest",
  "renewal/shortest",
  "renewal/longest",
  "after",
  "evidence/none",
  "evidence/accepts",
  "evidence/not_accepted",
  ...["evidence/shows", "evidence/issuer"].flatMap(bilingual),
  "evidence/holder",
  "evidence/covers",
  "evidence/max_age_days",
  "evidence/valid_on_test_of",
  "verification/source",
  "verification/checked_on",
  ...bilingual("verification/open_point"),
  "verification/open_from",
];

function bilingual(field: string): string[] {
  return [`${field}/en`, `${field}/zh`];
}

export interface Sorted {
  /** By the field that shows it. */
  at: Map<string, Text>;
  /** What no field shows. */
  rest: PackProblem[];
}

/**
 * Each problem goes to the field it names, or to the one that holds what it names, such as one entry of a
 * list. `shown` are the paths that the conditions show.
 */
export function sortProblems(problems: PackProblem[], shown: Iterable<string>): Sorted {
  const known = new Set([...fields, ...shown]);
  const at = new Map<string, Text>();
  const rest: PackProblem[] = [];
  for (const problem of problems) {
    let path = problem.field.replace(/^\//, "");
    while (path !== "" && !known.has(path)) path = path.split("/").slice(0, -1).join("/");
    if (path === "" || (at.has(path) && at.get(path)?.en !== problem.message.en))
      rest.push(problem);
    else at.set(path, problem.message);
  }
  return { at, rest };
}
