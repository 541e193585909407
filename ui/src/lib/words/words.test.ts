import { describe, expect, it } from "vitest";
import { en } from "./en";
import { zh } from "./zh";

/** All texts, with their place; functions by what they give for sample arguments. */
function texts(value: unknown, place = ""): [string, string][] {
  if (typeof value === "string") return [[place, value]];
  if (typeof value === "function") {
    const given = value as (...samples: unknown[]) => unknown;
    for (const sample of [2, "2026-11-24"]) {
      try {
        return texts(given(...Array.from({ length: given.length }, () => sample)), place);
      } catch {
        continue;
      }
    }
    return [];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    texts(part, place ? `${place}.${key}` : key),
  );
}

const chinese = /[\u4e00-\u9fff]/;

describe("the window's texts", () => {
  it("are never empty", () => {
    for (const [place, text] of [...texts(en), ...texts(zh)])
      expect(text.trim(), place).not.toBe("");
  });

  it("in English keep to the style", () => {
    for (const [place, text] of texts(en)) {
      expect(text, place).not.toMatch(/[!“”‘’·…]|\bplease\b|\bsuccessfully\b/i);
    }
  });

  it("in Chinese use full-width punctuation between characters", () => {
    for (const [place, text] of texts(zh)) {
      expect(text, place).not.toMatch(/[\u4e00-\u9fff][,;:?!]|[!！]/);
    }
  });

  it("in English hold no Chinese, except the name of the language", () => {
    const found = texts(en).filter(([, text]) => chinese.test(text.replace(/(简体)?中文/, "")));
    expect(found).toEqual([["shell.palette.switchLanguage", "切换到简体中文"]]);
  });
});
