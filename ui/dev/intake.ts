// Taking files in, reading and searching, as the program would: `?files=1000` makes a long list, `?files=1` a single
// file, `?full` lets taking in fail, `?unread=12` leaves files to be read.

import type { EvidenceView } from "../src/lib/bindings/EvidenceView";
import type { JobQuery } from "../src/lib/bindings/JobQuery";
import type { Review } from "../src/lib/bindings/Review";
import type { SearchRequest } from "../src/lib/bindings/SearchRequest";
import type { TakeIn } from "../src/lib/bindings/TakeIn";
import type { Command } from "../src/lib/ipc";
import { incoming } from "./incoming";
import { ask, begin, cancel, failed } from "./jobs";
import { search } from "./searching";

const asked = new URLSearchParams(location.search);
const taken: EvidenceView[] = [];
let unread = Number(asked.get("unread") ?? 0);

/** The library with what was taken in since the page was opened. */
export function withTaken<T extends { evidence: EvidenceView[] }>(library: T) {
  const rest = { needs: [], bin: [], succeeded: [] };
  return { ...rest, ...library, evidence: [...library.evidence, ...taken], unread };
}

/** Answers a command about taking in; nothing where it is about something else. */
export function answerOfIntake(name: Command, input: unknown, library: EvidenceView[]): unknown {
  switch (name) {
    case "choose_files":
      return asked.has("cancelled") ? [] : ["/home/lin/inbox/ISO 9001.pdf"];
    case "choose_folder":
      return "/home/lin/inbox";
    case "paste_picture":
      return "/home/lin/Shipshape/pasted/pasted.png";
    case "review_files":
      return look(library);
    case "take_in":
      return take(input as TakeIn);
    case "read_texts":
      return begin({
        lasts: 4_000,
        total: unread,
        items: ["CQ-23-08812.pdf"],
        outcome: () => {
          const read = unread;
          unread = 0;
          return { read: { read, without: 0 } };
        },
      });
    case "job":
      return ask((input as JobQuery).job);
    case "cancel_job":
      return cancel((input as JobQuery).job);
    case "search":
      return search(input as SearchRequest, asked.has("many"));
    default:
      return undefined;
  }
}

function look(library: EvidenceView[]) {
  const files = incoming(library, Number(asked.get("files") ?? 0));
  const review: Review = { files, left_out: files.length > 900 ? 214 : 0 };
  return begin({
    lasts: Number(asked.get("slow") ?? 100),
    total: files.length,
    items: files.map((file) => file.path),
    outcome: () => ({ reviewed: review }),
  });
}

function take(input: TakeIn) {
  const ids = input.items.map(
    (item, at) => item.evidence.id || `ev-taken-${taken.length + at + 1}`,
  );
  return begin({
    lasts: Number(asked.get("slow") ?? 1_000),
    total: input.items.length * 220_000,
    items: input.items.map((item) => item.path),
    outcome: () => {
      if (asked.has("full")) return { failed: failed("disk-full") };
      input.items.forEach(({ evidence, path }, at) => {
        const id = ids[at] ?? "";
        if (evidence.id !== "") return;
        const name = path.split("/").pop() ?? path;
        const file = { sha256: id, name, size: 184_320, media_type: "", original_path: path };
        const type_title = { en: evidence.type, zh: evidence.type };
        const added_at = new Date().toISOString();
        taken.push({
          evidence: { ...evidence, id },
          type_title,
          files: [file],
          added_at,
          used_by: [],
        });
      });
      unread += ids.length;
      return { "taken-in": { evidence: ids, changes: { touched: { evidence: ids } } } };
    },
  });
}
