// A requirement being written down.

import type { Coverage } from "../../../lib/bindings/Coverage";
import type { JudgedPer } from "../../../lib/bindings/JudgedPer";
import type { PackEdit } from "../../../lib/bindings/PackEdit";
import type { PartyRole } from "../../../lib/bindings/PartyRole";
import type { Requirement } from "../../../lib/bindings/Requirement";
import type { Severity } from "../../../lib/bindings/Severity";
import type { Text } from "../../../lib/bindings/Text";
import type { VerificationState } from "../../../lib/bindings/VerificationState";
import { places, readCondition, unfinished, writeCondition, type Group } from "./condition";
import { readDays, showDays } from "./days";

type KindOf = (fact: string) => string | undefined;

const blank = (): Text => ({ en: "", zh: "" });
const pair = (text: Text | null): Text => (text ? { ...text } : blank());
const isBlank = (text: Text) => text.en.trim() === "" && text.zh.trim() === "";
const trimmed = (text: Text): Text => ({ en: text.en.trim(), zh: text.zh.trim() });
/** A pair that may be left out. One language alone is kept, so that the program can name the other. */
const pairOrNull = (text: Text): Text | null => (isBlank(text) ? null : trimmed(text));
const textOrNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

export class RequirementDraft {
  readonly pack: string;
  /** It is not in the pack yet, so its id is still open. */
  readonly isNew: boolean;
  /** As it was read; what the form does not show is taken from here. */
  readonly base: Requirement;
  id = $state("");
  title = $state(blank());
  rule = $state(blank());
  consequence = $state(blank());
  firstStep = $state(blank());
  reference = $state(blank());
  severity = $state<Severity>("major");
  per = $state<JudgedPer>("shipment");
  perShipment = $state(false);
  internal = $state(false);
  when = $state<Group>(readCondition(null, () => undefined));
  must = $state<Group>(readCondition(null, () => undefined));
  neededBy = $state("");
  holdsThrough = $state("");
  daysBefore = $state("");
  leadShortest = $state("");
  leadLongest = $state("");
  renewalShortest = $state("");
  renewalLongest = $state("");
  after = $state.raw<string[]>([]);
  none = $state(false);
  accepts = $state.raw<string[]>([]);
  notAccepted = $state.raw<string[]>([]);
  shows = $state(blank());
  issuer = $state(blank());
  holder = $state.raw<PartyRole[]>([]);
  providedBy = $state.raw<PartyRole[]>([]);
  covers = $state.raw<Coverage[]>([]);
  localLanguage = $state(false);
  ofManufacturer = $state(false);
  filing = $state(false);
  maxAge = $state("");
  validOnTestOf = $state.raw<string[]>([]);
  state = $state<VerificationState>("verify");
  source = $state("");
  checkedOn = $state<string | null>(null);
  openPoint = $state(blank());
  openFrom = $state<string | null>(null);

  #kindOf: KindOf;
  #start: string;

  constructor(pack: string, base: Requirement, isNew: boolean, kindOf: KindOf) {
    this.pack = pack;
    this.base = base;
    this.isNew = isNew;
    this.#kindOf = kindOf;
    this.id = base.id;
    this.title = pair(base.title);
    this.rule = pair(base.rule);
    this.consequence = pair(base.consequence);
    this.firstStep = pair(base.first_step);
    this.reference = pair(base.reference);
    this.severity = base.severity;
    this.per = base.per;
    this.perShipment = base.per_shipment;
    this.internal = base.internal;
    this.when = readCondition(base.when, kindOf);
    this.must = readCondition(base.must, kindOf);
    this.neededBy = base.needed_by;
    this.holdsThrough = base.holds_through ?? "";
    this.daysBefore = showDays(base.days_before);
    this.leadShortest = isNew && base.id === "" ? "" : showDays(base.lead.shortest);
    this.leadLongest = isNew && base.id === "" ? "" : showDays(base.lead.longest);
    this.renewalShortest = showDays(base.renewal?.shortest);
    this.renewalLongest = showDays(base.renewal?.longest);
    this.after = base.after;
    const { evidence, verification } = base;
    this.none = evidence.none;
    this.accepts = evidence.accepts;
    this.notAccepted = evidence.not_accepted;
    this.shows = pair(evidence.shows);
    this.issuer = pair(evidence.issuer);
    this.holder = evidence.holder;
    this.providedBy = evidence.provided_by;
    this.covers = evidence.covers;
    this.localLanguage = evidence.local_language;
    this.ofManufacturer = evidence.of_manufacturer;
    this.filing = evidence.filing;
    this.maxAge = showDays(evidence.max_age_days);
    this.validOnTestOf = evidence.valid_on_test_of;
    this.state = verification.state;
    this.source = verification.source ?? "";
    this.checkedOn = verification.checked_on;
    this.openPoint = pair(verification.open_point);
    this.openFrom = verification.open_from;
    this.#start = this.#mark;
  }

  /** The requirement as it stands. Numbers that cannot be read are in `unreadable`. */
  requirement(): Requirement {
    const { base } = this;
    const renews = this.renewalShortest.trim() !== "" || this.renewalLongest.trim() !== "";
    return {
      ...base,
      id: this.id.trim(),
      title: trimmed(this.title),
      rule: trimmed(this.rule),
      consequence: pairOrNull(this.consequence),
      first_step: pairOrNull(this.firstStep),
      severity: this.severity,
      when: writeCondition(this.when, this.#kindOf),
      must: writeCondition(this.must, this.#kindOf),
      per: this.per,
      per_shipment: this.perShipment,
      internal: this.internal,
      evidence: {
        ...base.evidence,
        accepts: this.accepts,
        shows: pairOrNull(this.shows),
        issuer: pairOrNull(this.issuer),
        holder: this.holder,
        provided_by: this.providedBy,
        covers: this.covers,
        local_language: this.localLanguage,
        max_age_days: readDays(this.maxAge) ?? null,
        not_accepted: this.notAccepted,
        none: this.none,
        filing: this.filing,
        of_manufacturer: this.ofManufacturer,
        valid_on_test_of: this.validOnTestOf,
      },
      needed_by: this.neededBy,
      days_before: readDays(this.daysBefore) ?? 0,
      holds_through: textOrNull(this.holdsThrough),
      lead: {
        shortest: readDays(this.leadShortest) ?? 0,
        longest: readDays(this.leadLongest) ?? 0,
      },
      renewal: renews
        ? {
            shortest: readDays(this.renewalShortest) ?? 0,
            longest: readDays(this.renewalLongest) ?? 0,
          }
        : null,
      after: this.after,
      reference: trimmed(this.reference),
      verification: {
        ...base.verification,
        state: this.state,
        source: textOrNull(this.source),
        checked_on: this.checkedOn,
        open_point: pairOrNull(this.openPoint),
        open_from: this.openFrom,
      },
    };
  }

  get edit(): PackEdit {
    const requirement = this.requirement();
    return { pack: this.pack, change: { kind: "put", requirement, new: this.isNew } };
  }

  /** What was typed, as one text. */
  get #mark(): string {
    const numbers = this.#numbers.map(([, text]) => text.trim());
    return JSON.stringify([this.requirement(), numbers]);
  }

  /** It differs from what was read. */
  get changed(): boolean {
    return this.#mark !== this.#start;
  }

  get #numbers(): [string, string][] {
    return [
      ["days_before", this.daysBefore],
      ["lead/shortest", this.leadShortest],
      ["lead/longest", this.leadLongest],
      ["renewal/shortest", this.renewalShortest],
      ["renewal/longest", this.renewalLongest],
      ["evidence/max_age_days", this.maxAge],
    ];
  }

  /** Paths of numbers that are none. */
  get unreadable(): string[] {
    const wrong = this.#numbers.filter(([, text]) => readDays(text) === undefined);
    return wrong.map(([path]) => path);
  }

  /** Paths of fields that must be filled in and are not. */
  get missing(): string[] {
    const renews = this.renewalShortest.trim() !== "" || this.renewalLongest.trim() !== "";
    const needed: [string, string][] = [
      ["id", this.id],
      ...(["en", "zh"] as const).flatMap((language): [string, string][] => [
        [`title/${language}`, this.title[language]],
        [`rule/${language}`, this.rule[language]],
        [`reference/${language}`, this.reference[language]],
      ]),
      ["needed_by", this.neededBy],
      ["lead/shortest", this.leadShortest],
      ["lead/longest", this.leadLongest],
      ...(renews
        ? ([
            ["renewal/shortest", this.renewalShortest],
            ["renewal/longest", this.renewalLongest],
          ] satisfies [string, string][])
        : []),
    ];
    return needed.filter(([, text]) => text.trim() === "").map(([path]) => path);
  }

  /** Parts of the conditions that are not finished. */
  get unfinished(): number[] {
    return [...unfinished(this.when), ...unfinished(this.must)];
  }

  /** Where each part of the conditions stands in what is written. */
  get places(): Map<number, string> {
    return places(this.must, "must", places(this.when, "when"));
  }

  /** The program cannot be asked yet: a number or a condition is half written. */
  get half(): boolean {
    return this.unreadable.length > 0 || this.unfinished.length > 0;
  }
}
