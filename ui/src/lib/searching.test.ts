import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { SearchHit } from "./bindings/SearchHit";
import type { SearchResults } from "./bindings/SearchResults";
import { grouped, placeOf, searchable } from "./hits";
import type { call } from "./ipc";
import { Searching } from "./searching.svelte";

const hit = (more: Partial<SearchHit>): SearchHit => ({
  kind: "evidence",
  id: "ev-1",
  title: { en: "ISO 9001", zh: "ISO 9001" },
  place: null,
  page: null,
  subject: null,
  sha256: null,
  shipment: null,
  excerpt: "",
  marks: [],
  ...more,
});

describe("while typing", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function program() {
    const answers: ((results: SearchResults) => void)[] = [];
    const ask = vi.fn(() => new Promise((resolve) => answers.push(resolve)));
    return { ask, answers, searching: new Searching(ask as unknown as typeof call) };
  }
  const wish = (text: string) => ({ text, kinds: [], limit: 10 });
  const results = (id: string): SearchResults => ({ hits: [hit({ id })], more: false, unread: 0 });

  it("only what stands for a moment is asked, without blanks around it", async () => {
    const { ask, searching } = program();
    searching.ask(wish("ex"));
    await vi.advanceTimersByTimeAsync(60);
    searching.ask(wish("export "));
    await vi.advanceTimersByTimeAsync(200);
    expect(ask.mock.calls).toEqual([["search", wish("export")]]);
    expect(searching.loading).toBe(true);
  });

  it("a late answer to an earlier question is dropped", async () => {
    const { answers, searching } = program();
    searching.ask(wish("ex"));
    await vi.advanceTimersByTimeAsync(200);
    searching.ask(wish("export"));
    await vi.advanceTimersByTimeAsync(200);
    answers[1]?.(results("new"));
    await vi.advanceTimersByTimeAsync(0);
    answers[0]?.(results("old"));
    await vi.advanceTimersByTimeAsync(0);
    expect(searching.results?.hits[0]?.id).toBe("new");
    expect(searching.answered).toBe("export");
    expect(searching.loading).toBe(false);
  });

  it("too short a text asks nothing, and answers to come are dropped", async () => {
    const { ask, answers, searching } = program();
    searching.ask(wish("出口"));
    await vi.advanceTimersByTimeAsync(200);
    searching.ask(wish("出"));
    answers[0]?.(results("late"));
    await vi.advanceTimersByTimeAsync(200);
    expect(ask).toHaveBeenCalledTimes(1);
    expect(searching.results).toBeUndefined();
    expect(searching.loading).toBe(false);
  });
});

it("two Chinese characters are enough, one letter or sign is not", () => {
  for (const text of ["出口", "ex", "a 1", "𠮷野", "EN"]) expect(searchable(text), text).toBe(true);
  for (const text of ["", " ", "e", "出", "𠮷", "e.", "--", "（）"])
    expect(searchable(text), text).toBe(false);
});

describe("a hit", () => {
  it("leads to where it is", () => {
    expect(placeOf(hit({ kind: "requirement", id: "iso-9001" }))).toEqual({
      page: "requirements",
      item: "iso-9001",
    });
    expect(placeOf(hit({}))).toEqual({ page: "evidence", item: "ev-1" });
    expect(placeOf(hit({ kind: "file", sha256: "c67e", page: 12 }))).toEqual({
      page: "evidence",
      item: "ev-1",
      file: "c67e",
      at: 12,
    });
    expect(placeOf(hit({ kind: "file", sha256: "c67e" }))).not.toHaveProperty("at");
    expect(placeOf(hit({ kind: "shipment", id: "sh-1" }))).toMatchObject({ id: "sh-1" });
    expect(placeOf(hit({ kind: "note", id: "d-1", shipment: "sh-1" }))).toEqual({
      page: "shipment",
      id: "sh-1",
      tab: "checklist",
    });
    const on = (subject: string) => placeOf(hit({ kind: "note", shipment: "sh-1", subject }));
    expect(on("iso-9001")).toMatchObject({ tab: "checklist", item: "iso-9001" });
    expect(on("x-hs6")).toMatchObject({ tab: "documents", item: "x-hs6" });
    expect(placeOf(hit({ kind: "note" }))).toEqual({ page: "history" });
  });

  it("stands with its kind, the kind with the best hit first", () => {
    const all = [hit({ kind: "file" }), hit({}), hit({ kind: "file", id: "ev-2" })];
    expect(grouped(all).map(({ kind, hits }) => [kind, hits.length])).toEqual([
      ["file", 2],
      ["evidence", 1],
    ]);
  });
});
