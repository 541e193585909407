// A document record being written down.

import type { Evidence } from "../bindings/Evidence";
import type { FileView } from "../bindings/FileView";
import { joinMoney, readAmount, splitMoney, type Money } from "../order/money";

export type Problem = "needed" | "before-issue" | "not-a-number";

export class EvidenceDraft {
  readonly id: string;
  type = $state("");
  title = $state("");
  number = $state("");
  issuer = $state("");
  holder = $state("");
  issued = $state<string | null>(null);
  expires = $state<string | null>(null);
  languages = $state.raw<string[]>([]);
  models = $state.raw<string[]>([]);
  serials = $state.raw<string[]>([]);
  sites = $state.raw<string[]>([]);
  destinations = $state.raw<string[]>([]);
  regimes = $state.raw<string[]>([]);
  packages = $state.raw<string[]>([]);
  versions = $state.raw<string[]>([]);
  tested = $state<string | null>(null);
  cover = $state("");
  amount = $state<Money>({ value: "", currency: "EUR" });
  amountUntil = $state<string | null>(null);
  #rest: Evidence | undefined;

  constructor(evidence?: Evidence) {
    this.#rest = evidence;
    this.id = evidence?.id ?? "";
    if (!evidence) return;
    this.type = evidence.type;
    this.title = evidence.title ?? "";
    this.number = evidence.number ?? "";
    this.issuer = evidence.issuer ?? "";
    this.holder = evidence.holder ?? "";
    this.issued = evidence.issued ?? null;
    this.expires = evidence.expires ?? null;
    this.languages = evidence.languages ?? [];
    const { scope } = evidence;
    this.models = scope.models ?? [];
    this.serials = scope.serials ?? [];
    this.sites = scope.sites ?? [];
    this.destinations = scope.destinations ?? [];
    this.regimes = scope.regimes ?? [];
    this.packages = scope.packages ?? [];
    this.versions = scope.versions ?? [];
    this.tested = evidence.tested ?? null;
    this.cover = scope.cover ?? "";
    this.amount = splitMoney(scope.amount);
    this.amountUntil = scope.amount_until ?? null;
  }

  get problems() {
    return {
      ...(this.type === "" && { type: "needed" as const }),
      ...(this.issued !== null &&
        this.expires !== null &&
        this.expires < this.issued && { expires: "before-issue" as const }),
      ...(this.amount.value.trim() !== "" &&
        readAmount(this.amount.value) === null && { amount: "not-a-number" as const }),
    } satisfies Partial<Record<string, Problem>>;
  }

  get ready(): boolean {
    return Object.keys(this.problems).length === 0;
  }

  /** The record, under the id given where it was only just made. */
  evidence(id = this.id): Evidence {
    const old = this.#rest?.scope;
    return {
      id,
      type: this.type,
      title: textOrNull(this.title),
      issuer: textOrNull(this.issuer),
      number: textOrNull(this.number),
      issued: this.issued,
      expires: this.expires,
      tested: this.tested,
      holder: textOrNull(this.holder),
      languages: this.languages,
      scope: {
        models: this.models,
        serials: this.serials,
        sites: this.sites,
        destinations: this.destinations,
        packages: this.packages,
        shipment: old?.shipment ?? null,
        ...(old?.consignments && { consignments: old.consignments }),
        cover: textOrNull(this.cover),
        amount: joinMoney(this.amount),
        amount_until: this.amountUntil,
        regimes: this.regimes,
        versions: this.versions,
      },
      files: this.#rest?.files ?? [],
    };
  }
}

/** The name at the end of a path, on any system. */
export function fileName(path: string): string {
  return path.split(/[\\/]/).pop() ?? path;
}

/** What a record is called in lists: its title, its number, else nothing. */
export function nameOf(evidence: Evidence): string {
  return evidence.title ?? evidence.number ?? "";
}

/** All words of a record that a search should find. */
export function searchText(evidence: Evidence, files: FileView[]): string {
  const { scope } = evidence;
  return [
    evidence.title,
    evidence.number,
    evidence.issuer,
    evidence.holder,
    ...(scope.models ?? []),
    ...(scope.serials ?? []),
    ...(scope.sites ?? []),
    ...(scope.regimes ?? []),
    ...files.map((file) => file.name),
  ]
    .filter(Boolean)
    .join(" ")
    .toLowerCase();
}

function textOrNull(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === "" ? null : trimmed;
}
