import { expect, it } from "vitest";
import type { Settings } from "../../lib/bindings/Settings";
import { readLimit, SettingsDraft } from "./settings.svelte";

const view = {
  name: "",
  standing: "expiring",
  document_type: "",
  holder: "",
  model: "",
  language: "",
  used_by: "",
  typed: "",
};
const saved: Settings = {
  language: "zh",
  theme: "dark",
  start_page: "today",
  author: "Lin Yue",
  company: { name: "Laoshan Meridian", name_zh: "崂山子午", address: "Laoshan", logo: "ab12" },
  file_limit_mb: 500,
  bin_days: 30,
  library_views: [{ ...view, name: "Expiring in Hamburg" }],
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

it("limits are whole numbers within bounds, and saved views stay as they are", () => {
  const draft = new SettingsDraft(() => saved);
  draft.set("file_limit_mb", "2,000");
  draft.set("bin_days", " 90 ");
  expect(draft.changed).toBe(true);
  expect(draft.ready).toBe(true);
  expect(draft.settings()).toEqual({ ...saved, file_limit_mb: 2000, bin_days: 90 });
  for (const typed of ["", "0", "-1", "1.5", "3651", "ten", "1e3"]) {
    draft.set("bin_days", typed);
    expect(draft.wrong("bin_days"), typed).toBe(true);
    expect(draft.ready).toBe(false);
  }
  expect(readLimit("bin_days", "3650")).toBe(3650);
  expect(readLimit("file_limit_mb", "100000")).toBe(100_000);
  expect(readLimit("file_limit_mb", "100001")).toBeNull();
  expect(readLimit("file_limit_mb", "５００")).toBe(500);
});
