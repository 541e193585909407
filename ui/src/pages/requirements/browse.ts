// Which requirements are shown. Pure.

import type { PackView } from "../../lib/bindings/PackView";
import type { RequirementRow } from "../../lib/bindings/RequirementRow";
import type { Severity } from "../../lib/bindings/Severity";
import type { VerificationState } from "../../lib/bindings/VerificationState";
import { severities } from "../../lib/severity";

export interface Wanted {
  pack: string;
  severity: Severity | "";
  verification: VerificationState | "";
  typed: string;
}

export interface Group {
  pack: PackView;
  rows: RequirementRow[];
}

/** All words of a requirement, in both languages, so that either finds it. */
function text(row: RequirementRow): string {
  const { title, rule, when, reference } = row;
  return [title, rule, when, reference]
    .flatMap((part) => [part.en, part.zh])
    .concat(row.id, row.source ?? "")
    .join(" ")
    .toLowerCase();
}

/** The requirements that fit, by pack, the worst first. */
export function groups(packs: PackView[], wanted: Wanted): Group[] {
  const parts = wanted.typed.toLowerCase().split(/\s+/).filter(Boolean);
  return packs
    .filter((pack) => wanted.pack === "" || pack.id === wanted.pack)
    .map((pack) => ({
      pack,
      rows: pack.requirements
        .filter(
          (row) =>
            (wanted.severity === "" || row.severity === wanted.severity) &&
            (wanted.verification === "" || row.verification === wanted.verification) &&
            parts.every((part) => text(row).includes(part)),
        )
        .sort((one, two) => severities.indexOf(one.severity) - severities.indexOf(two.severity)),
    }))
    .filter((group) => group.rows.length > 0);
}

export function find(packs: PackView[], id: string | undefined) {
  for (const pack of packs) {
    const row = pack.requirements.find((known) => known.id === id);
    if (row) return { pack, row };
  }
  return undefined;
}
