import { describe, expect, it } from "vitest";
import type { MaterialView } from "../../../lib/bindings/MaterialView";
import { RenderingDraft } from "./material.svelte";

function manual(): MaterialView {
  const blank = {
    state: "not-started",
    version: "",
    source_language: null,
    source_version: null,
    evidence: null,
    reviewer: "",
    reviewed_version: "",
    sent_on: null,
  } as const;
  const text = { en: "Manual set", zh: "说明书" };
  return {
    id: "cm-manual-set",
    phase: "installation",
    title: text,
    about: text,
    safety: true,
    one_language: false,
    language_note: null,
    language_open: false,
    languages: [
      {
        code: "de",
        title: text,
        needed: true,
        rendering: { ...blank },
        stale: false,
        of_all: false,
      },
      {
        code: "en",
        title: text,
        needed: false,
        rendering: { ...blank, state: "draft", version: "1.9" },
        stale: false,
        of_all: false,
      },
    ],
    consignments: [],
    due: [],
    overdue: false,
    complete: false,
    measures: [],
    source: text,
  };
}

describe("a translation of safety text", () => {
  it("is not sent before this very version was reviewed by somebody by name", () => {
    const draft = new RenderingDraft(manual(), "de", "2026-11-24");
    expect(draft.missing).toBeNull();
    draft.move("translated");
    expect(draft.missing).toBe("version");
    draft.version = "1";
    draft.from("en");
    expect(draft.originalVersion).toBe("1.9");
    expect(draft.missing).toBeNull();
    draft.move("reviewed");
    expect(draft.missing).toBe("reviewer");
    draft.reviewer = "Jana Brandt";
    expect(draft.missing).toBeNull();
    draft.version = "2";
    draft.move("sent");
    expect(draft.missing).toBe("reviewed_version");
    draft.reviewedVersion = "2";
    expect(draft.missing).toBeNull();
    expect(draft.rendering.sent_on).toBe("2026-11-24");
  });

  it("that is the original names no source", () => {
    const draft = new RenderingDraft(manual(), "en", "2026-11-24");
    expect(draft.version).toBe("1.9");
    expect(draft.rendering.source_version).toBeNull();
  });
});
