import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { JobView } from "./bindings/JobView";
import { CallFailed, type call } from "./ipc";
import { ASK_MS, followJob, shareOf } from "./job.svelte";

const at = (done: number, outcome: JobView["outcome"] = null): JobView => ({
  done,
  total: 10,
  item: "a.pdf",
  outcome,
});
const ended = { read: { read: 3, without: 1 } };

/** A program that gives these answers one after another and notes what it was asked. */
function program(views: (JobView | Error)[]) {
  const asked: string[] = [];
  const ask = (name: string) => {
    asked.push(name);
    if (name !== "job") return Promise.resolve(null);
    const next = views.shift() ?? new Error("asked too often");
    return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
  };
  return { asked, ask: ask as unknown as typeof call };
}

describe("a job", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("is followed to its outcome and then asked no more", async () => {
    const { asked, ask } = program([at(1), at(5), at(10, ended)]);
    const job = followJob(() => Promise.resolve({ job: 7 }), ask);
    expect(job.view).toBeUndefined();
    await vi.advanceTimersByTimeAsync(ASK_MS);
    expect(job.view?.done).toBe(5);
    await vi.advanceTimersByTimeAsync(ASK_MS * 5);
    expect(await job.outcome).toEqual(ended);
    expect(asked).toEqual(["job", "job", "job"]);
  });

  it("is cancelled once, also before its number is known, and never after its end", async () => {
    const { asked, ask } = program([at(10, ended)]);
    const job = followJob(() => Promise.resolve({ job: 7 }), ask);
    job.cancel();
    job.cancel();
    await job.outcome;
    job.cancel();
    expect(asked).toEqual(["cancel_job", "job"]);
  });

  it("that cannot begin, or is lost on the way, ends as a failure with words", async () => {
    const failed = {
      code: "busy",
      message: { en: "Busy.", zh: "忙。" },
      next: { en: "Wait.", zh: "请稍候。" },
      detail: "",
    };
    const none = followJob(() => Promise.reject(new CallFailed(failed)), program([]).ask);
    expect(await none.outcome).toEqual({ failed });
    const lost = followJob(() => Promise.resolve({ job: 1 }), program([new Error("gone")]).ask);
    expect(await lost.outcome).toMatchObject({ failed: { code: "window" } });
  });
});

it("a share is known only with a total, and is never more than all", () => {
  expect(shareOf(undefined)).toBeUndefined();
  expect(shareOf({ ...at(5), total: null })).toBeUndefined();
  expect(shareOf(at(5))).toBe(0.5);
  expect(shareOf(at(20))).toBe(1);
});
