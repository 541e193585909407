// Long jobs as the program runs them: each takes a little while, tells how far it is, and can be stopped.

import type { JobOutcome } from "../src/lib/bindings/JobOutcome";
import type { JobView } from "../src/lib/bindings/JobView";
import { text } from "./reading";

interface Running {
  began: number;
  lasts: number;
  total: number;
  items: string[];
  outcome: () => JobOutcome;
  cancelled: boolean;
}

const running = new Map<number, Running>();
let last = 0;

export function begin(job: Omit<Running, "began" | "cancelled">): { job: number } {
  running.set(++last, { ...job, began: performance.now(), cancelled: false });
  return { job: last };
}

export function ask(number: number): JobView {
  const job = running.get(number);
  if (!job) throw Object.assign(new Error("no such job"), failed("no-job"));
  const share = Math.min(1, (performance.now() - job.began) / Math.max(1, job.lasts));
  const item =
    job.items[Math.min(job.items.length - 1, Math.floor(share * job.items.length))] ?? "";
  const ended = job.cancelled || share >= 1;
  if (ended) running.delete(number);
  const end = () => (job.cancelled ? { failed: failed("cancelled") } : job.outcome());
  return {
    done: Math.floor(share * job.total),
    total: share < 0.1 ? null : job.total,
    item,
    outcome: ended ? end() : null,
  };
}

export function cancel(number: number): null {
  const job = running.get(number);
  if (job) job.cancelled = true;
  return null;
}

export function failed(code: string) {
  return {
    code,
    message: text("The disk is full. Nothing was taken in.", "磁盘已满，未收入任何文件。"),
    next: text("Make room, then try again.", "请腾出空间后重试。"),
    detail: "No space left on device (os error 28)",
  };
}
