// A document as the card shows it: its data, and where it falls short of a finding. Pure.

import type { EvidenceLine } from "../../../components/EvidenceCard.svelte";
import type { Defect } from "../../../lib/bindings/Defect";
import type { Evidence } from "../../../lib/bindings/Evidence";
import type { EvidenceView } from "../../../lib/bindings/EvidenceView";
import type { FindingView } from "../../../lib/bindings/FindingView";
import type { ShipmentView } from "../../../lib/bindings/ShipmentView";
import type { VerdictView } from "../../../lib/bindings/VerdictView";
import type { Words } from "../../../lib/words";
import type { Format } from "../../../lib/words/format";

type Text = Words["shipment"]["checklist"];
type Key = Exclude<keyof Text["evidence"], "count">;

/** What the card is written with. */
export interface Voice {
  text: Text;
  format: Format;
  /** The name of a language. */
  language: (code: string) => string;
}

type Note = { key: Key; tone: EvidenceLine["tone"]; note: string };

function nameless(covered: string[], text: Text): string {
  return covered.length === 0 ? text.defects.notNamed : "";
}

/** The line that a defect belongs to, and what is wrong in a word or two. */
export function noteOf(defect: Defect, { text, format, language }: Voice): Note {
  const said = text.defects;
  switch (defect.kind) {
    case "expired":
      return { key: "expires", tone: "bad", note: said.expired };
    case "not-yet-issued":
      return { key: "issued", tone: "bad", note: said.notYetIssued };
    case "lapses":
      return {
        key: "expires",
        tone: "warn",
        note: said.lapses(format.date(defect.needed_through)),
      };
    case "stale":
      return { key: "issued", tone: "bad", note: said.stale(defect.age, defect.limit) };
    case "undated":
      return { key: "issued", tone: "bad", note: said.undated };
    case "models": {
      const lacks = defect.missing.length === 0 ? "" : said.lacks(format.list(defect.missing));
      return { key: "covers", tone: "bad", note: lacks || nameless(defect.covered, text) };
    }
    case "serials":
      return { key: "serials", tone: "bad", note: said.lacks(format.list(defect.missing)) };
    case "not-accepted":
      return { key: "number", tone: "bad", note: said.notAccepted };
    case "packages":
      return { key: "packages", tone: "bad", note: said.lacks(format.list(defect.missing)) };
    case "versions":
      return {
        key: "versions",
        tone: "bad",
        note: nameless(defect.covered, text) || said.lacks(format.list(defect.missing)),
      };
    case "not-valid-on-test":
      return { key: "expires", tone: "bad", note: said.notOnTest(format.date(defect.tested)) };
    case "late-filing":
      return { key: "issued", tone: "bad", note: said.late(format.date(defect.needed)) };
    case "site":
      return { key: "sites", tone: "bad", note: nameless(defect.covered, text) || said.otherSite };
    case "destination":
      return { key: "destinations", tone: "bad", note: said.lacks(defect.needed) };
    case "amount":
      return { key: "amount", tone: "bad", note: said.needs(format.quantity(defect.needed)) };
    case "cover":
      return { key: "cover", tone: "bad", note: said.needs(defect.needed) };
    case "other-shipment":
      return { key: "shipment", tone: "bad", note: said.otherShipment };
    case "holder":
      return { key: "holder", tone: "bad", note: said.needs(format.list(defect.needed)) };
    case "language":
      return {
        key: "languages",
        tone: "bad",
        note: said.lacks(format.list(defect.needed.map(language))),
      };
    case "regime":
      return { key: "laws", tone: "bad", note: said.inForce(format.list(defect.in_force)) };
  }
}

/** Where a document falls short of a finding; none where it was not looked at. */
export function defectsOf(finding: FindingView | null, evidence: string): Defect[] | null {
  for (const reason of finding?.finding.because ?? []) {
    if (reason.kind === "looked-at" && reason.evidence === evidence) return reason.defects;
  }
  return null;
}

/** The documents that speak to a row: those that satisfy it, fall short of it, or are of its type. */
export function heldFor(
  view: ShipmentView,
  finding: FindingView | null,
  verdict: VerdictView | null,
): EvidenceView[] {
  const accepts = new Set([...(finding?.accepts ?? []), ...(verdict?.accepts ?? [])]);
  const named = new Set([...(verdict?.satisfied_by ?? []), finding?.finding.evidence ?? ""]);
  return view.evidence.filter(
    ({ evidence }) =>
      named.has(evidence.id) ||
      accepts.has(evidence.type) ||
      defectsOf(finding, evidence.id) !== null,
  );
}

/** Documents of a type that would do, not used for the shipment yet. */
export function offered(
  library: EvidenceView[],
  view: ShipmentView,
  accepts: string[],
): EvidenceView[] {
  const used = new Set(view.evidence.map(({ evidence }) => evidence.id));
  return library.filter(
    ({ evidence }) => accepts.includes(evidence.type) && !used.has(evidence.id),
  );
}

/** A document's name: its number, else its own title, else its type. */
export function nameOf(view: EvidenceView, lang: "en" | "zh"): string {
  return view.evidence.number ?? view.evidence.title ?? view.type_title[lang];
}

function values(evidence: Evidence, { text, format, language }: Voice): [Key, string][] {
  const { scope } = evidence;
  const join = (items: string[] | null | undefined): string => format.list(items ?? []);
  const date = (iso: string | null | undefined): string =>
    iso === null || iso === undefined ? "" : format.date(iso);
  return [
    ["laws", join(scope.regimes)],
    ["number", evidence.number ?? ""],
    ["issuer", evidence.issuer ?? ""],
    ["issued", date(evidence.issued) || text.evidence.noDate],
    ["expires", date(evidence.expires) || text.evidence.noExpiry],
    ["covers", join(scope.models)],
    ["serials", join(scope.serials)],
    ["packages", join(scope.packages)],
    ["versions", join(scope.versions)],
    ["tested", date(evidence.tested)],
    ["sites", join(scope.sites)],
    ["destinations", join(scope.destinations)],
    [
      "amount",
      scope.amount === null || scope.amount === undefined ? "" : format.quantity(scope.amount),
    ],
    ["cover", scope.cover ?? ""],
    ["holder", evidence.holder ?? ""],
    ["languages", join(evidence.languages?.map(language))],
    ["shipment", scope.shipment ?? ""],
  ];
}

/** The lines of the card. What falls short comes with its note even where the field is empty. */
export function lines(view: EvidenceView, defects: Defect[] | null, voice: Voice): EvidenceLine[] {
  const { text } = voice;
  const notes = (defects ?? []).map((defect) => noteOf(defect, voice));
  const out = values(view.evidence, voice).flatMap(([key, value]): EvidenceLine[] => {
    const note = notes.find((one) => one.key === key);
    if (value === "" && note === undefined) return [];
    const label = text.evidence[key];
    if (note === undefined) return [{ label, value, tone: "plain" }];
    return value === ""
      ? [{ label, value: note.note, tone: note.tone }]
      : [{ label, value, tone: note.tone, note: note.note }];
  });
  const bad = out.filter((line) => line.tone !== "plain");
  const sha = view.files[0]?.sha256;
  return [
    ...bad,
    ...out.filter((line) => line.tone === "plain"),
    sha === undefined
      ? { label: text.evidence.files, value: text.evidence.noFile, tone: "plain" as const }
      : { label: text.evidence.sha, value: shortHash(sha), tone: "plain" as const, mono: true },
  ];
}

/** The first twelve digits in groups of four. */
export function shortHash(sha256: string): string {
  return (sha256.slice(0, 12).match(/.{1,4}/g) ?? []).join(" ");
}
