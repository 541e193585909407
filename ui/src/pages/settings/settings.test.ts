import { expect, it } from "vitest";
import type { Settings } from "../../lib/bindings/Settings";
import { SettingsDraft } from "./settings.svelte";

const saved: Settings = {
  language: "zh",
  theme: "dark",
  author: "Lin Yue",
  company: { name: "Laoshan Meridian", name_zh: "崂山子午", address: "Laoshan", logo: "ab12" },
  file_limit_mb: 500,
  bin_days: 30,
  library_views: [],
};

it("typing changes only what is typed", () => {
  const draft = new SettingsDraft(() => saved);
  expect(draft.changed).toBe(false);
  draft.set("name", "Laoshan Meridian Co. ");
  expect(draft.changed).toBe(true);
  expect(draft.settings()).toEqual({
    ...saved,
    company: { ...saved.company, name: "Laoshan Meridian Co." },
  });
});

it("a blank at the end is no change, and reverting forgets", () => {
  const draft = new SettingsDraft(() => saved);
  draft.set("author", "Lin Yue ");
  expect(draft.changed).toBe(false);
  draft.set("author", "Wang");
  draft.revert();
  expect(draft.get("author")).toBe("Lin Yue");
});
