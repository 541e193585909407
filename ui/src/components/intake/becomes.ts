// What a row of the list says about what becomes of its file; reactive.

import type { EvidenceView } from "../../lib/bindings/EvidenceView";
import { fileName, nameOf } from "../../lib/evidence/draft.svelte";
import type { FileDraft } from "../../lib/intake/file.svelte";
import { format, say, words } from "../../lib/words";
import type { Status } from "../StatusShape.svelte";

export interface Becomes {
  text: string;
  status?: Status;
}

/** A document held, by its kind and its title or number. */
export function documentName(view: EvidenceView): string {
  return format().clauses([say(view.type_title), nameOf(view.evidence)]);
}

export function becomes(draft: FileDraft): Becomes {
  const w = words().intake.row;
  const { file } = draft;
  if (file.refused) return { text: say(file.refused), status: "blocker" };
  if (!draft.include && file.held) return { text: w.held(file.held[1]), status: "decided" };
  if (!draft.include && file.same_as)
    return { text: w.same(fileName(file.same_as)), status: "decided" };
  if (draft.fate === "new") return { text: w.new };
  // The kind stands beside it; the number tells one from another.
  const held = draft.other;
  const name = held ? nameOf(held.evidence) || say(held.type_title) : nameFound(draft);
  if (draft.fate === "version") return { text: name === "" ? w.versionNone : w.version(name) };
  return { text: name === "" ? w.addNone : w.add(name) };
}

/** The name that came with the list, where the library could not be read. */
function nameFound(draft: FileDraft): string {
  const found = [draft.file.newer_than, draft.file.held].find((one) => one?.[0] === draft.document);
  return found?.[1] ?? "";
}
