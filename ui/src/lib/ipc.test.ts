import { describe, expect, it } from "vitest";
import { CallFailed, failedOf } from "./ipc";

const failed = {
  code: "too-new",
  message: { en: "A newer program wrote this.", zh: "由更新版本写入。" },
  next: { en: "Update.", zh: "请更新。" },
  detail: "schema 7, supported 6",
};

describe("a failure", () => {
  it("keeps the words that the program gave", () => {
    expect(failedOf(failed)).toBe(failed);
    expect(failedOf(new CallFailed(failed))).toBe(failed);
    expect(new CallFailed(failed).message).toBe("schema 7, supported 6");
  });

  it("of another sort gets words too, and keeps its detail", () => {
    const told = failedOf(new TypeError("x is undefined"));
    expect(told.code).toBe("window");
    expect(told.detail).toContain("x is undefined");
    expect(failedOf("no such command").detail).toBe("no such command");
  });
});
