import { describe, expect, it } from "vitest";
import type { EvidenceView } from "../bindings/EvidenceView";
import type { IncomingFile } from "../bindings/IncomingFile";
import type { SuggestionView } from "../bindings/SuggestionView";
import { EvidenceDraft } from "../evidence/draft.svelte";
import type { Holdings } from "./file.svelte";
import { ReviewDraft } from "./review.svelte";
import { library, type Target } from "./target.svelte";

const text = (words: string) => ({ en: words, zh: words });

function read(field: string, value: string): SuggestionView {
  return { field, value, shown: null, place: text("page 1"), excerpt: value, from: 0, to: 1 };
}

function file(name: string, more: Partial<IncomingFile> = {}): IncomingFile {
  return {
    path: `/in/${name}`,
    name,
    folder: "",
    size: 100,
    sha256: name,
    file_type: "pdf",
    refused: null,
    note: null,
    held: null,
    same_as: null,
    newer_than: null,
    document_type: "iso-9001",
    type_title: text("ISO 9001"),
    serves: [],
    suggestions: [],
    ...more,
  };
}

function held(id: string, type: string, used: string[] = []): EvidenceView {
  const draft = new EvidenceDraft();
  draft.type = type;
  draft.number = `No ${id}`;
  return {
    evidence: draft.evidence(id),
    type_title: text(type),
    files: [],
    added_at: "2026-11-24T09:41:00+08:00",
    used_by: used.map((shipment) => [shipment, shipment]),
  };
}

const documents = [held("ev-1", "iso-9001", ["open", "closed"]), held("ev-2", "emc-report")];
const holdings: Holdings = {
  documents: new Map(documents.map((view) => [view.evidence.id, view])),
  open: new Set(["open"]),
};

function review(files: IncomingFile[], target: Target = library): ReviewDraft {
  return new ReviewDraft({ files, left_out: 0 }, target, holdings);
}

describe("a list of files", () => {
  const refused = file("setup.pdf", { refused: text("A program.") });
  const all = [
    file("a.pdf"),
    file("b.pdf", { held: ["ev-1", "No ev-1"] }),
    file("c.pdf", { same_as: "/in/a.pdf" }),
    refused,
    file("d.pdf", { document_type: null, type_title: null }),
  ];

  it("leaves out what is held already, twice there or refused", () => {
    const draft = review(all);
    expect(draft.included.map(({ file }) => file.name)).toEqual(["a.pdf", "d.pdf"]);
    expect(draft.bytes).toBe(200);
    expect(draft.counts).toEqual({ all: 5, odd: 4, held: 1, same: 1, refused: 1 });
    expect(draft.edited).toBe(false);
    draft.includeAll(true);
    expect(draft.included).toHaveLength(4);
    expect(draft.included.some((one) => one.file === refused)).toBe(false);
    expect(draft.edited).toBe(true);
  });

  it("takes nothing in while a file has no type, and leads to that file", () => {
    const draft = review(all);
    draft.show = "odd";
    expect(draft.faulty).toHaveLength(1);
    expect(draft.takeIn()).toBeNull();
    expect(draft.chosen?.file.name).toBe("d.pdf");
    draft.typeRest("emc-report");
    const input = draft.takeIn();
    expect(input?.items.map(({ path, evidence }) => [path, evidence.id, evidence.type])).toEqual([
      ["/in/a.pdf", "", "iso-9001"],
      ["/in/d.pdf", "", "emc-report"],
    ]);
  });

  it("shows folders where there are any", () => {
    expect(review([file("a.pdf")]).rows).toHaveLength(1);
    const rows = review([file("a.pdf"), file("b.pdf", { folder: "x" })]).rows;
    expect(rows.map((row) => ("draft" in row ? row.draft.file.name : row.folder))).toEqual([
      "",
      "a.pdf",
      "x",
      "b.pdf",
    ]);
  });

  it("moves from file to file among those shown", () => {
    const draft = review(all);
    draft.show = "odd";
    draft.move(1);
    expect(draft.chosen?.file.name).toBe("b.pdf");
    draft.move(99);
    expect(draft.chosen?.file.name).toBe("d.pdf");
  });
});

describe("a file", () => {
  it("that seems newer becomes a new version, used where work goes on", () => {
    const draft = review([file("a.pdf", { newer_than: ["ev-1", "No ev-1"] })]);
    expect(draft.edited).toBe(false);
    expect(draft.takeIn()?.items[0]).toMatchObject({
      replaces: "ev-1",
      switch: ["open"],
      evidence: { id: "", type: "iso-9001" },
    });
    // Of another type it is no newer version of that document.
    draft.files[0]?.setType("emc-report");
    expect(draft.takeIn()?.items[0]).toMatchObject({ replaces: null, switch: [] });
  });

  it("can join a document, whose record stays as it is", () => {
    const draft = review([file("a.pdf", { document_type: null })]);
    draft.files[0]?.become("add");
    expect(draft.takeIn()).toBeNull();
    draft.files[0]?.become("add", "ev-2");
    const item = draft.takeIn()?.items[0];
    expect(item?.evidence).toEqual(documents[1]?.evidence);
    expect(item?.replaces).toBeNull();
  });

  it("joins the document that files were chosen for", () => {
    const document = { id: "ev-2", title: "No ev-2" };
    const draft = review([file("a.pdf")], { ...library, document });
    expect(draft.edited).toBe(false);
    expect(draft.takeIn()?.items[0]?.evidence.id).toBe("ev-2");
  });

  it("offers documents of its type, for joining the others after them", () => {
    const one = review([file("a.pdf", { document_type: "emc-report" })]).files[0];
    one?.become("version");
    expect(one?.candidates.map((view) => view.evidence.id)).toEqual(["ev-2"]);
    one?.become("add");
    expect(one?.candidates.map((view) => view.evidence.id)).toEqual(["ev-2", "ev-1"]);
  });

  it("has nothing filled in but the type, until it is taken", () => {
    const suggestions = [
      read("document-type", "iso-9001"),
      read("number", "CQ-1"),
      read("number", "CQ-2"),
      read("expires", "2029-11-09"),
      read("model", "LM-MT650"),
      read("model", "VMT-650"),
      read("standard", "EN 60204-1"),
      read("standard", "2006/42/EC"),
      read("language", "zh"),
    ];
    const draft = review([file("a.pdf", { suggestions })]);
    const [one] = draft.files;
    if (!one) throw new Error("no file");
    expect(one.record).toMatchObject({ type: "iso-9001", number: "", expires: null, models: [] });
    expect(one.proposed).toBe(true);
    one.record.expires = "2030-01-01";
    draft.takeAll();
    expect(one.proposed).toBe(false);
    // What was typed stays; of two numbers the first is taken; a standard that is no law is none of the record's.
    expect(one.record).toMatchObject({
      number: "CQ-1",
      expires: "2030-01-01",
      models: ["LM-MT650", "VMT-650"],
      regimes: ["2006/42/EC"],
      languages: ["zh"],
    });
    expect(draft.takeable).toBe(0);
    one.take(read("number", "CQ-2"));
    one.take(read("expires", "2029-11-09"));
    one.take(read("model", "LM-MT650"));
    expect(one.record).toMatchObject({ number: "CQ-2", expires: "2029-11-09" });
    expect(one.record.models).toHaveLength(2);
  });
});
