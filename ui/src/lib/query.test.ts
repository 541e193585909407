import { describe, expect, it, vi } from "vitest";
import type { Library } from "./bindings/Library";
import { CallFailed, type call } from "./ipc";
import { Query } from "./query.svelte";

const empty: Library = { evidence: [], needs: [], bin: [], succeeded: [], unread: 0 };

function asked(answer: () => Promise<Library>) {
  return new Query("library", vi.fn(answer) as unknown as typeof call);
}

describe("a question", () => {
  it("has its answer after loading", async () => {
    const question = asked(() => Promise.resolve(empty));
    await question.load(null);
    expect(question.data).toBe(empty);
    expect(question.loading).toBe(false);
  });

  it("keeps the old answer when asking again fails, and tells why", async () => {
    let fails = false;
    const failed = {
      code: "locked",
      message: { en: "Locked.", zh: "已锁定。" },
      next: { en: "Wait.", zh: "请稍候。" },
      detail: "",
    };
    const question = asked(() =>
      fails ? Promise.reject(new CallFailed(failed)) : Promise.resolve(empty),
    );
    await question.load(null);
    fails = true;
    await question.reload();
    expect(question.data).toBe(empty);
    expect(question.failed).toEqual(failed);
  });

  it("drops an answer that a newer one has overtaken", async () => {
    const late: Library = { ...empty };
    const answers: ((library: Library) => void)[] = [];
    const question = asked(() => new Promise((resolve) => answers.push(resolve)));
    const first = question.load(null);
    const second = question.load(null);
    answers[1]?.(empty);
    answers[0]?.(late);
    await Promise.all([first, second]);
    expect(question.data).toBe(empty);
  });

  it("says that it is slow only after a while", async () => {
    vi.useFakeTimers();
    let done: (library: Library) => void = () => undefined;
    const question = asked(() => new Promise((resolve) => (done = resolve)));
    const loading = question.load(null);
    vi.advanceTimersByTime(299);
    expect(question.slow).toBe(false);
    vi.advanceTimersByTime(2);
    expect(question.slow).toBe(true);
    done(empty);
    await loading;
    expect(question.slow).toBe(false);
    vi.useRealTimers();
  });

  it("forgets its answer when it is about something else", async () => {
    const question = asked(() => Promise.resolve(empty));
    await question.load(null);
    question.clear();
    expect(question.data).toBeUndefined();
  });

  it("is not asked again before it was asked once", async () => {
    const ask = vi.fn(() => Promise.resolve(empty));
    await new Query("library", ask as unknown as typeof call).reload();
    expect(ask).not.toHaveBeenCalled();
  });
});
