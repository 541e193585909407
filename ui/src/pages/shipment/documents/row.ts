// How a row of the matrix is read from documents. Pure.

import type { TradeDocument } from "../../../lib/bindings/TradeDocument";
import { type Scene, TRANSPORT } from "./kinds";

/** Whether a document must speak: always, if it is there, or not at all. */
export type Must = "say" | "held" | "may";

/** What one document says in a row. */
export interface Source {
  kind: string;
  must: Must;
  text: string;
  /** The field, or the cell of a list, where it is corrected. */
  path: string;
  /** The schedule says it; the document itself does not yet. */
  planned?: boolean;
}

/** What a rule other than being equal finds. */
export interface Judged {
  /** Kinds of the documents that break it. */
  wrong: string[];
  /** What has to be filled in first: kind and path. */
  missing?: [string, string][];
  /** What the rule asks for, such as `≥ 453200 EUR`. */
  limit?: { sign: "≤" | "≥" | "="; text: string };
}

/** A row: one thing that a check compares. */
export interface Compared {
  id: string;
  check: string;
  /** How two texts are brought into one spelling. */
  plain: (text: string) => string;
  sources: (scene: Scene) => Source[];
  /** What the order itself says, where it is compared too. */
  order?: (scene: Scene) => string | null | undefined;
  /** Given where the rule is not that all say the same. */
  judge?: (scene: Scene, sources: Source[]) => Judged;
}

type Read = (document: TradeDocument) => string | number | null | undefined;

/** Which documents are read; `credit` and `licensed` must speak only in such a shipment. */
export interface Who {
  say?: string[];
  credit?: string[];
  licensed?: string[];
  held?: string[];
  may?: string[];
}

interface More {
  /** Documents that say it in another field: kind, path, how it is read. */
  own?: [kind: string, path: string, read: Read];
  order?: NonNullable<Compared["order"]>;
  judge?: NonNullable<Compared["judge"]>;
}

function sourcesOf(path: string, read: Read, who: Who, own: More["own"]) {
  return (scene: Scene): Source[] => {
    const must = (kinds: string[] | undefined, how: Must): [string, Must][] =>
      (kinds ?? []).map((kind) => [kind === TRANSPORT ? scene.transport : kind, how]);
    const named = [
      ...must(who.say, "say"),
      ...must(who.credit, scene.credit ? "say" : "may"),
      ...must(who.licensed, scene.licensed ? "say" : "may"),
      ...must(who.held, "held"),
      ...must(who.may, "may"),
    ];
    return named.map(([kind, how]) => {
      const [reads, at] = own?.[0] === kind ? [own[2], own[1]] : [read, path];
      const document = scene.documents[kind];
      const text = document === undefined ? "" : (reads(document) ?? "");
      return { kind, must: how, text: String(text).trim(), path: at };
    });
  };
}

export function row(
  id: string,
  check: string,
  path: string,
  plain: Compared["plain"],
  read: Read,
  who: Who,
  more: More = {},
): Compared {
  const { own, ...rest } = more;
  return { id, check, plain, sources: sourcesOf(path, read, who, own), ...rest };
}

/** A row named as its field and read from it. */
export function field(
  key: keyof TradeDocument & string,
  check: string,
  plain: Compared["plain"],
  who: Who,
  more: More = {},
): Compared {
  return row(key, check, key, plain, (document) => document[key] as string | null, who, more);
}

/** What a document says in a row; empty where it says nothing. */
export function textOf(sources: Source[], kind: string): string {
  return sources.find((source) => source.kind === kind)?.text ?? "";
}
