import { describe, expect, it } from "vitest";
import type { Signal } from "../../lib/bindings/Signal";
import { SignalDraft } from "./draft.svelte";
import { filled as shown, standsIn } from "./signals";

const today = "2026-11-24";

function filled(): SignalDraft {
  const draft = new SignalDraft(undefined);
  draft.claim.zh = " 买方将查验证书 ";
  draft.verify.en = "The customs notice";
  draft.next.kind = "monthly";
  return draft;
}

describe("a signal of one's own", () => {
  it("is kept as it was written, each language by itself", () => {
    const signal = filled().signal(today, false);
    expect(signal?.claim).toEqual({ en: "", zh: "买方将查验证书" });
    expect(signal?.would_verify).toEqual({ en: "The customs notice", zh: "" });
    expect(signal?.detail).toBeNull();
  });

  it("needs a claim and what would verify it in one language at least", () => {
    const draft = filled();
    draft.verify.en = "  ";
    expect(draft.signal(today, false)).toBeUndefined();
    draft.verify.zh = "海关公告";
    expect(draft.signal(today, false)).toBeDefined();
  });

  it("takes up both languages of what it was", () => {
    const before = filled().signal(today, false) as Signal;
    before.claim = { en: "Certificates are asked for", zh: "查验证书" };
    before.could_affect = [{ other: { en: "Prices", zh: "价格" } }, { milestone: "fat" }];
    const again = new SignalDraft(before).signal(today, false);
    expect(again?.claim).toEqual(before.claim);
    expect(again?.could_affect).toEqual([
      { milestone: "fat" },
      { other: { en: "Prices", zh: "价格" } },
    ]);
  });
});

it("a text in one language stands in for the other, and says which", () => {
  expect(standsIn({ en: "", zh: "公告" }, "en")).toBe("zh");
  expect(standsIn({ en: "notice", zh: " " }, "zh")).toBe("en");
  expect(standsIn({ en: "notice", zh: "" }, "en")).toBeUndefined();
  expect(standsIn(null, "en")).toBeUndefined();
  expect(shown({ en: "", zh: "公告" })).toEqual({ en: "公告", zh: "公告" });
  expect(shown({ en: "notice", zh: "公告" })).toEqual({ en: "notice", zh: "公告" });
});
