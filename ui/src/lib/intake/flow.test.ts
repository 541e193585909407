import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { IncomingFile } from "../bindings/IncomingFile";
import type { JobOutcome } from "../bindings/JobOutcome";
import { onChanges } from "../changes";
import { notices } from "../notices.svelte";
import { intake } from "./flow.svelte";
import { library } from "./target.svelte";

const asked: [string, unknown][] = [];
/** What each job comes to; a job without one runs until it is cancelled. */
const outcomes: Record<string, JobOutcome | undefined> = {};
let running = "";

vi.mock("../ipc", async (original) => ({
  ...(await original<object>()),
  call: (name: string, input: unknown) => {
    asked.push([name, input]);
    if (name === "library") return Promise.resolve({ evidence: [] });
    if (name === "review_files" || name === "take_in") running = name;
    if (name === "cancel_job") outcomes[running] = { failed };
    if (name !== "job") return Promise.resolve({ job: 1 });
    const outcome = outcomes[running] ?? null;
    return Promise.resolve({ done: 1, total: 2, item: "a.pdf", outcome });
  },
}));

const failed = {
  code: "stopped",
  message: { en: "Stopped.", zh: "已停止。" },
  next: { en: "Try again.", zh: "请重试。" },
  detail: "",
};
const file: IncomingFile = {
  path: "/in/a.pdf",
  name: "a.pdf",
  folder: "",
  size: 100,
  sha256: "c67e",
  file_type: "pdf",
  refused: null,
  note: null,
  held: null,
  same_as: null,
  newer_than: null,
  document_type: "iso-9001",
  type_title: null,
  serves: [],
  suggestions: [],
};
const target = { ...library, shipment: "sh-1" };

describe("taking files in", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal("location", { hash: "" });
    asked.length = 0;
    outcomes.review_files = { reviewed: { files: [file], left_out: 0 } };
    outcomes.take_in = {
      "taken-in": { evidence: ["ev-9"], changes: { touched: { evidence: ["ev-9"] } } },
    };
  });
  afterEach(() => {
    intake.close();
    notices.failed = undefined;
    notices.list = [];
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it("looks first, and takes nothing in until it is told to", async () => {
    await intake.begin(["/in"], { ...target, type: "iso-9001" });
    expect(intake.phase).toBe("reviewing");
    expect(asked[0]).toEqual([
      "review_files",
      { paths: ["/in"], shipment: "sh-1", document_type: "iso-9001" },
    ]);
    expect(asked.some(([name]) => name === "take_in")).toBe(false);
    const heard: unknown[] = [];
    const stop = onChanges((changes) => heard.push(changes));
    await intake.take();
    stop();
    expect(intake.phase).toBe("idle");
    expect(intake.review).toBeUndefined();
    expect(heard).toHaveLength(1);
    expect(notices.list[0]).toMatchObject({ text: { en: "1 file added" }, undo: true });
    // The shipment's own page shows it.
    expect(location.hash).toBe("");
  });

  it("shows a document taken in to the library", async () => {
    await intake.begin(["/in"], library);
    await intake.take();
    expect(location.hash).toBe("#/evidence/ev-9");
  });

  it("a look that is stopped ends without a word", async () => {
    outcomes.review_files = undefined;
    const done = intake.begin(["/in"], target);
    await vi.advanceTimersByTimeAsync(400);
    expect(intake.slow).toBe(true);
    intake.cancel();
    await vi.advanceTimersByTimeAsync(600);
    await done;
    expect([intake.phase, intake.slow, notices.failed]).toEqual(["idle", false, undefined]);
  });

  it("a look that fails says why", async () => {
    outcomes.review_files = { failed };
    await intake.begin(["/in"], target);
    expect(intake.phase).toBe("idle");
    expect(notices.failed).toEqual(failed);
  });

  it("a failure or a stop leaves the list as it was", async () => {
    await intake.begin(["/in"], target);
    const { review } = intake;
    outcomes.take_in = { failed };
    await intake.take();
    expect([intake.phase, intake.failed, intake.stopped]).toEqual(["reviewing", failed, false]);
    outcomes.take_in = undefined;
    const done = intake.take();
    await vi.advanceTimersByTimeAsync(300);
    intake.close();
    expect(intake.phase).toBe("taking");
    intake.cancel();
    await vi.advanceTimersByTimeAsync(600);
    await done;
    expect([intake.phase, intake.failed, intake.stopped]).toEqual(["reviewing", undefined, true]);
    expect(intake.review).toBe(review);
  });

  it("a second lot waits until the first is done", async () => {
    await intake.begin(["/in"], target);
    await intake.begin(["/other"], target);
    expect(asked.filter(([name]) => name === "review_files")).toHaveLength(1);
    expect(notices.list).toHaveLength(1);
  });
});
