// Which requirements are shown. Pure.

import type { OwnChange } from "../../lib/bindings/OwnChange";
import type { PackCard } from "../../lib/bindings/PackCard";
import type { RequirementCard } from "../../lib/bindings/RequirementCard";
import type { Severity } from "../../lib/bindings/Severity";
import type { SwitchedOffView } from "../../lib/bindings/SwitchedOffView";
import type { VerificationState } from "../../lib/bindings/VerificationState";
import { severities } from "../../lib/severity";

/** What the user made of a requirement. */
export type Mine = "any" | "added" | "changed" | "off";

export interface Wanted {
  pack: string;
  severity: Severity | "";
  verification: VerificationState | "";
  own: Mine | "";
  typed: string;
}

export interface Group {
  pack: PackCard;
  rows: RequirementCard[];
  off: SwitchedOffView[];
}

export type Found =
  | { kind: "pack"; pack: PackCard }
  | { kind: "requirement"; pack: PackCard; card: RequirementCard }
  | { kind: "off"; pack: PackCard; off: SwitchedOffView };

/** Of a pack of the user's own everything is added by the user. */
export function ownOf(pack: PackCard, card: RequirementCard): OwnChange["kind"] | null {
  return card.own?.kind ?? (pack.origin === "own" ? "added" : null);
}

/** All words of a requirement, in both languages, so that either finds it. */
function text(card: RequirementCard): string {
  const { requirement, when, must, accepts } = card;
  const { title, rule, consequence, reference, verification, id } = requirement;
  return [title, rule, consequence, reference, when, must, ...accepts.map((type) => type.title)]
    .flatMap((part) => (part ? [part.en, part.zh] : []))
    .concat(id, verification.source ?? "")
    .join(" ")
    .toLowerCase();
}

/** The requirements that fit, by pack, the worst first. An empty pack stays while nothing is sought. */
export function groups(packs: PackCard[], wanted: Wanted): Group[] {
  const parts = wanted.typed.toLowerCase().split(/\s+/).filter(Boolean);
  const { pack: onlyPack, severity, verification, own } = wanted;
  const seeking = parts.length > 0 || severity !== "" || verification !== "" || own !== "";
  const has = (words: string) => parts.every((part) => words.includes(part));

  const fits = (pack: PackCard, card: RequirementCard) => {
    const mine = ownOf(pack, card);
    return (
      (severity === "" || card.requirement.severity === severity) &&
      (verification === "" || card.requirement.verification.state === verification) &&
      (own === "" || (own === "any" ? mine !== null : mine === own)) &&
      has(text(card))
    );
  };
  // What is switched off is told by its name only, so no filter on its content can find it.
  const fitsOff = ({ title, requirement }: SwitchedOffView) =>
    severity === "" &&
    verification === "" &&
    ["", "any", "off"].includes(own) &&
    has(`${title.en} ${title.zh} ${requirement}`.toLowerCase());

  return packs
    .filter((pack) => onlyPack === "" || pack.id === onlyPack)
    .map((pack) => ({
      pack,
      rows: pack.requirements
        .filter((card) => fits(pack, card))
        .sort((one, two) => worse(one) - worse(two)),
      off: pack.switched_off.filter(fitsOff),
    }))
    .filter(({ rows, off }) => !seeking || rows.length + off.length > 0);
}

function worse(card: RequirementCard): number {
  return severities.indexOf(card.requirement.severity);
}

/** What an address names: a requirement, one that is switched off, or a pack. */
export function find(packs: PackCard[], id: string | undefined): Found | undefined {
  for (const pack of packs) {
    const card = pack.requirements.find((known) => known.requirement.id === id);
    if (card) return { kind: "requirement", pack, card };
    const off = pack.switched_off.find((known) => known.requirement === id);
    if (off) return { kind: "off", pack, off };
  }
  const pack = packs.find((known) => known.id === id);
  return pack && { kind: "pack", pack };
}

/** How many changes of the user's a built-in pack carries. */
export function ownChanges(pack: PackCard): number {
  return pack.requirements.filter((card) => card.own !== null).length + pack.switched_off.length;
}

/** The ids of all requirements, of those that are switched off too: none may be used twice. */
export function usedIds(packs: PackCard[]): Set<string> {
  return new Set(
    packs.flatMap((pack) => [
      ...pack.requirements.map((card) => card.requirement.id),
      ...pack.switched_off.map((off) => off.requirement),
    ]),
  );
}
