import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { JobView } from "./bindings/JobView";
import { CallFailed, type call } from "./ipc";
import { ASK_MS, followJob, shareOf } from "./job.svelte";

const running = (done: number): JobView => ({ done, total: 4, item: "a.pdf", outcome: null });
const verified = { verified: { checked: 2, bytes: 4, faults: [] } };
const ended: JobView = { done: 4, total: 4, item: "", outcome: verified };
const failed = {
  code: "stopped",
  message: { en: "Stopped.", zh: "已停止。" },
  next: { en: "Start again.", zh: "请重新开始。" },
  detail: "",
};

/** Answers `job` with one view after the other, and notes every command. */
function program(views: (JobView | Error)[]) {
  const asked: string[] = [];
  const ask = vi.fn(async (name: string) => {
    asked.push(name);
    if (name !== "job") return null;
    const next = views.shift() ?? ended;
    if (next instanceof Error) throw next;
    return next;
  });
  return { asked, ask: ask as unknown as typeof call };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("follows a job until it tells what it came to", async () => {
  const { ask, asked } = program([running(1), running(3), ended]);
  const job = followJob(() => Promise.resolve({ job: 7 }), ask);
  expect(job.view).toBeUndefined();
  await vi.advanceTimersByTimeAsync(0);
  expect(job.view?.done).toBe(1);
  await vi.advanceTimersByTimeAsync(ASK_MS);
  expect(job.view?.done).toBe(3);
  await vi.advanceTimersByTimeAsync(ASK_MS);
  expect(await job.outcome).toEqual(verified);
  await vi.advanceTimersByTimeAsync(ASK_MS * 4);
  expect(asked).toEqual(["job", "job", "job"]);
});

it("a job that cannot begin has failed", async () => {
  const { ask, asked } = program([]);
  const job = followJob(() => Promise.reject(new CallFailed(failed)), ask);
  expect(await job.outcome).toEqual({ failed });
  expect(asked).toEqual([]);
});

it("a question that fails ends the job", async () => {
  const { ask } = program([running(1), new CallFailed(failed)]);
  const job = followJob(() => Promise.resolve({ job: 7 }), ask);
  await vi.advanceTimersByTimeAsync(ASK_MS);
  expect(await job.outcome).toEqual({ failed });
});

it("is stopped once, and tells its outcome all the same", async () => {
  const { ask, asked } = program([running(1), { ...ended, outcome: { failed } }]);
  const job = followJob(() => Promise.resolve({ job: 7 }), ask);
  await vi.advanceTimersByTimeAsync(0);
  job.cancel();
  job.cancel();
  await vi.advanceTimersByTimeAsync(ASK_MS);
  expect(await job.outcome).toEqual({ failed });
  expect(asked.filter((name) => name === "cancel_job")).toHaveLength(1);
  job.cancel();
  expect(asked.filter((name) => name === "cancel_job")).toHaveLength(1);
});

it("can be stopped before its number is known", async () => {
  const { ask, asked } = program([ended]);
  const job = followJob(() => Promise.resolve({ job: 7 }), ask);
  job.cancel();
  expect(asked).toEqual([]);
  await job.outcome;
  expect(asked).toContain("cancel_job");
});

it("knows its share only with a total", () => {
  expect(shareOf(running(1))).toBe(0.25);
  expect(shareOf({ ...running(1), total: null })).toBeUndefined();
  expect(shareOf({ ...running(1), total: 0 })).toBeUndefined();
  expect(shareOf({ ...running(9), total: 4 })).toBe(1);
  expect(shareOf(undefined)).toBeUndefined();
});
