import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { JobOutcome } from "./bindings/JobOutcome";
import type { call } from "./ipc";
import { Reading } from "./reading.svelte";

/** A program with these numbers of unread files, one for each time it is asked. */
function program(unread: number[], outcome: JobOutcome = { read: { read: 1, without: 0 } }) {
  let jobs = 0;
  const ask = (name: string) => {
    if (name === "library") return Promise.resolve({ unread: unread.shift() ?? 0 });
    if (name === "read_texts") return Promise.resolve({ job: ++jobs });
    return Promise.resolve({ done: 0, total: 1, item: "", outcome });
  };
  return { reading: new Reading(ask as unknown as typeof call), jobs: () => jobs };
}

describe("reading for the search", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("goes on until nothing is left", async () => {
    const { reading, jobs } = program([12, 3, 0]);
    const done = reading.begin();
    await vi.advanceTimersByTimeAsync(0);
    await done;
    expect(jobs()).toBe(2);
    expect(reading.left).toBe(0);
  });

  it("stops at a failure, and where a job brings nothing further", async () => {
    const failed = {
      failed: { code: "io", message: { en: "", zh: "" }, next: { en: "", zh: "" }, detail: "" },
    };
    const broken = program([12, 12, 12], failed);
    await broken.reading.begin();
    expect(broken.jobs()).toBe(1);
    const stuck = program([12, 12, 12]);
    await stuck.reading.begin();
    expect(stuck.jobs()).toBe(1);
  });

  it("does not begin twice, but looks again for what came meanwhile", async () => {
    const { reading, jobs } = program([2, 5, 0]);
    const done = reading.begin();
    void reading.begin();
    await done;
    expect(jobs()).toBe(2);
  });
});
