// Packs for the stand-in program: they are kept in memory, so that edits, copies and imports can be looked at.

import type { Catalogue } from "../src/lib/bindings/Catalogue";
import type { EditPreview } from "../src/lib/bindings/EditPreview";
import type { Fact } from "../src/lib/bindings/Fact";
import type { FindingView } from "../src/lib/bindings/FindingView";
import type { ImportPreview } from "../src/lib/bindings/ImportPreview";
import type { Named } from "../src/lib/bindings/Named";
import type { NewPack } from "../src/lib/bindings/NewPack";
import type { PackCard } from "../src/lib/bindings/PackCard";
import type { PackEdit } from "../src/lib/bindings/PackEdit";
import type { PackProblem } from "../src/lib/bindings/PackProblem";
import type { PacksView } from "../src/lib/bindings/PacksView";
import type { Requirement } from "../src/lib/bindings/Requirement";
import type { RequirementCard } from "../src/lib/bindings/RequirementCard";
import type { ShipmentEffect } from "../src/lib/bindings/ShipmentEffect";
import type { ShipmentView } from "../src/lib/bindings/ShipmentView";
import { mistakes, sentence, text } from "./reading";

interface Stored {
  packs: (Omit<PackCard, "requirements" | "switched_off" | "conflicts" | "problems"> & {
    requirements: Requirement[];
  })[];
  steps: Named[];
}

export class Packs {
  #view: PacksView;
  #catalogue: Catalogue;
  #findings: FindingView[];
  /** Requirements before the user touched them. */
  #originals = new Map<string, RequirementCard>();

  constructor(stored: Stored, catalogue: Catalogue, shipment: ShipmentView) {
    this.#catalogue = catalogue;
    this.#findings = shipment.findings;
    this.#view = { packs: [], steps: stored.steps, upgrades: [] };
    this.#view.packs = stored.packs.map((pack) => ({
      ...pack,
      requirements: pack.requirements.map((one) => this.#card(one, pack.facts)),
      switched_off: [],
      conflicts: [],
      problems: [],
    }));
    this.#touch();
  }

  get view(): PacksView {
    return structuredClone(this.#view);
  }

  #card(requirement: Requirement, facts: Fact[]): RequirementCard {
    const all = [...this.#catalogue.facts, ...facts];
    const types = this.#catalogue.document_types;
    const step = this.#view.steps.find((one) => one.id === requirement.needed_by);
    return {
      requirement,
      when: sentence(requirement.when, all),
      must: requirement.must ? sentence(requirement.must, all) : null,
      needed_by: step?.title ?? text(requirement.needed_by),
      accepts: requirement.evidence.accepts.map(
        (id) => types.find((type) => type.id === id) ?? { id, title: text(id) },
      ),
      own: null,
    };
  }

  /** Gives one built-in pack what a user's changes look like after an update. */
  #touch(): void {
    const [eu, , company] = this.#view.packs;
    const changed = eu?.requirements[0];
    const added = eu?.requirements.at(-1);
    if (!eu || !changed || !added || !company) return;
    eu.origin = "changed";
    this.#originals.set(changed.requirement.id, structuredClone(changed));
    changed.requirement.lead = { shortest: 10, longest: 40 };
    const lead = { en: "Lead time, shortest", zh: "最短办理周期" };
    const longest = { en: "Lead time, longest", zh: "最长办理周期" };
    changed.own = {
      kind: "changed",
      fields: [
        {
          field: "lead.shortest",
          title: lead,
          was: text("20 days", "20 天"),
          now: text("10 days", "10 天"),
        },
        {
          field: "lead.longest",
          title: longest,
          was: text("60 days", "60 天"),
          now: text("40 days", "40 天"),
        },
      ],
    };
    added.own = { kind: "added" };
    const off = eu.requirements.splice(9, 1)[0];
    if (off) {
      this.#originals.set(off.requirement.id, off);
      eu.switched_off.push({
        requirement: off.requirement.id,
        title: off.requirement.title,
        reason: "Covered by our plate drawing 8841; checked by QA for every unit.",
      });
    }
    eu.conflicts.push(
      {
        kind: "field",
        requirement: changed.requirement.id,
        title: changed.requirement.title,
        field: "lead.longest",
        field_title: longest,
        was: text("60 days", "60 天"),
        mine: text("40 days", "40 天"),
        theirs: text("45 days", "45 天"),
      },
      {
        kind: "gone",
        requirement: "eu-manual-cd",
        title: text("Manual on a data carrier", "光盘版说明书"),
        field: null,
        field_title: null,
        was: null,
        mine: text("minor", "次要"),
        theirs: null,
      },
    );
    company.problems = new URLSearchParams(location.search).has("broken")
      ? [
          {
            file: "company",
            line: 41,
            field: "requirements/3/lead/shortest",
            message: text("12 is longer than the longest, 5", "12 大于最长周期 5"),
          },
        ]
      : [];
  }

  #pack(id: string): PackCard {
    const pack = this.#view.packs.find((one) => one.id === id);
    if (!pack) throw new Error(`no pack ${id}`);
    return pack;
  }

  preview({ pack, change }: PackEdit): EditPreview {
    const { facts } = this.#pack(pack);
    const all = [...this.#catalogue.facts, ...facts];
    const used = this.#view.packs.flatMap((one) =>
      one.requirements.map((two) => two.requirement.id),
    );
    const put = change.kind === "put" ? change.requirement : null;
    const problems: PackProblem[] = put
      ? mistakes(put, all, change.kind === "put" && change.new ? used : []).map(
          ([field, message]) => ({
            file: pack,
            line: 0,
            field,
            message,
          }),
        )
      : [];
    const id = put?.id ?? ("requirement" in change ? String(change.requirement) : "");
    const before = this.#pack(pack).requirements.find((one) => one.requirement.id === id);
    const same = put && before && JSON.stringify(put) === JSON.stringify(before.requirement);
    return {
      problems,
      when: put ? sentence(put.when, all) : null,
      must: put?.must ? sentence(put.must, all) : null,
      effects: same || problems.length > 0 || change.kind === "verify" ? [] : this.effects(),
    };
  }

  effects(): ShipmentEffect[] {
    const [one, two, three, four] = this.#findings;
    if (!one || !two || !three || !four) return [];
    const counts = { blocker: 3, major: 6, minor: 2, info: 0 };
    const softer: FindingView = { ...three, finding: { ...three.finding, severity: "major" } };
    return [
      {
        shipment: "case-a",
        title: "LM-MT650, Hamburg",
        added: [two],
        removed: [one],
        changed: [[three, softer]],
        before: counts,
        after: { ...counts, blocker: 2 },
      },
      {
        shipment: "case-d",
        title: "VMT-650, Linz",
        added: [four],
        removed: [],
        changed: [],
        before: counts,
        after: { ...counts, major: 7 },
      },
    ];
  }

  save({ pack, change }: PackEdit): void {
    const target = this.#pack(pack);
    const at = (id: string) => target.requirements.findIndex((one) => one.requirement.id === id);
    if (target.origin === "built-in") target.origin = "changed";
    if (change.kind === "put") {
      const { requirement } = change;
      const index = at(requirement.id);
      const before = target.requirements[index];
      const card = this.#card(requirement, target.facts);
      if (!before) {
        card.own = target.origin === "own" ? null : { kind: "added" };
        target.requirements.push(card);
      } else {
        if (!this.#originals.has(requirement.id)) this.#originals.set(requirement.id, before);
        const { title } = requirement;
        const field = {
          field: "title",
          title: text("Title", "名称"),
          was: before.requirement.title,
          now: title,
        };
        card.own =
          before.own ?? (target.origin === "own" ? null : { kind: "changed", fields: [field] });
        target.requirements[index] = card;
      }
    } else if (change.kind === "remove") {
      const [gone] = target.requirements.splice(at(change.requirement), 1);
      if (!gone || target.origin === "own" || gone.own?.kind === "added") return;
      this.#originals.set(change.requirement, this.#originals.get(change.requirement) ?? gone);
      const { title } = gone.requirement;
      target.switched_off.push({ requirement: change.requirement, title, reason: change.reason });
    } else if (change.kind === "restore") {
      const original = this.#originals.get(change.requirement);
      target.switched_off = target.switched_off.filter(
        (one) => one.requirement !== change.requirement,
      );
      const index = at(change.requirement);
      if (!original) return;
      if (index === -1) target.requirements.push(original);
      else target.requirements[index] = original;
    } else if (change.kind === "settle") {
      target.conflicts = target.conflicts.filter(
        (one) => one.requirement !== change.requirement || one.field !== change.field,
      );
    } else if (change.kind === "head")
      Object.assign(target, { title: change.title, about: change.about });
    else if (change.kind === "put-fact") target.facts.push(change.fact);
    else {
      const card = target.requirements[at(change.requirement)];
      if (card)
        Object.assign(card.requirement.verification, {
          state: "checked",
          source: change.source,
          checked_on: change.checked_on,
        });
    }
  }

  create({ id, title, about, copy_of }: NewPack): void {
    const from = this.#view.packs.find((pack) => pack.id === copy_of);
    this.#view.packs.push({
      id,
      title,
      about,
      version: "1.0.0",
      sha256: "0".repeat(64),
      origin: "own",
      facts: [],
      requirements: (from?.requirements ?? []).map((card) => ({
        ...structuredClone(card),
        requirement: { ...structuredClone(card.requirement), id: `${id}-${card.requirement.id}` },
        own: null,
      })),
      switched_off: [],
      conflicts: [],
      problems: [],
    });
  }

  remove(id: string): void {
    const pack = this.#pack(id);
    if (pack.origin === "own") this.#view.packs = this.#view.packs.filter((one) => one !== pack);
    else Object.assign(pack, { origin: "built-in", switched_off: [], conflicts: [] });
  }

  /** A file that can be taken in; with `?badfile` in the address one that cannot. */
  import(): ImportPreview {
    const file = {
      path: "/home/li/hafenkant-terms.xlsx",
      sha256: "a".repeat(64),
      origin: "own" as const,
    };
    const problem = (field: string, line: number, message: PackProblem["message"]) => ({
      file: "hafenkant-terms.xlsx",
      line,
      field,
      message,
    });
    if (new URLSearchParams(location.search).has("badfile"))
      return {
        ...file,
        problems: [
          problem(
            "Requirements!H14",
            0,
            text(
              '"blokker" is no severity; allowed: blocker, major, minor, info',
              "“blokker”不是严重程度；可用：blocker、major、minor、info",
            ),
          ),
          problem("Requirements!D22", 0, text("the Chinese title is missing", "缺少中文名称")),
          problem(
            "requirements/3/when/all/1/above",
            57,
            text(
              '"8 kg" does not fit a length; allowed: µm, mm, m',
              "“8 kg”不是长度；可用：µm、mm、m",
            ),
          ),
        ],
        upgrade: null,
        effects: [],
      };
    const own = this.#pack("hafenkant-terms");
    const [first, second, third] = own.requirements.map(({ requirement }) => requirement);
    const named = (one: Requirement | undefined): Named => ({
      id: one?.id ?? "",
      title: one?.title ?? text(""),
    });
    return {
      ...file,
      problems: [],
      upgrade: {
        step: { id: own.id, title: own.title, from: own.version, to: "1.3.0" },
        added: [
          { id: "hafenkant-training", title: text("Operator training record", "操作人员培训记录") },
        ],
        removed: [[named(third), []]],
        changed: [
          [
            named(first),
            [
              {
                field: "severity",
                title: text("Severity", "严重程度"),
                was: text("Major", "重要"),
                now: text("Blocker", "阻断"),
              },
              {
                field: "evidence.max_age_days",
                title: text("Not older than", "出具后不超过"),
                was: null,
                now: text("90 days", "90 天"),
              },
            ],
          ],
        ],
        moved: [named(second)],
      },
      effects: this.effects(),
    };
  }
}
