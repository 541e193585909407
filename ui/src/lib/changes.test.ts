import { describe, expect, it, vi } from "vitest";
import { changesOf, onChanges, tellChanges } from "./changes";

const changes = { touched: { evidence: ["ev-1"] } };

describe("changes", () => {
  it("are found in an answer, or beside it", () => {
    expect(changesOf(changes)).toBe(changes);
    expect(changesOf({ evidence: "ev-1", changes })).toBe(changes);
    expect(changesOf(null)).toBeNull();
    expect(changesOf(["path"])).toBeNull();
  });

  it("are told to who listens, until they stop", () => {
    const listener = vi.fn();
    const stop = onChanges(listener);
    tellChanges(changes);
    stop();
    tellChanges(changes);
    expect(listener).toHaveBeenCalledExactlyOnceWith(changes);
  });
});
