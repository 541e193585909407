import { expect, it } from "vitest";
import { quietPeriods } from "./quiet";

const text = (title: string) => ({ en: title, zh: title });
const spring = { from: "2027-01-23", to: "2027-02-20" };
const summer = { from: "2026-08-01", to: "2026-08-14" };
const milestones = [
  { id: "mt-fat", title: text("FAT"), quiet: [spring] },
  { id: "mt-production", title: text("Build"), quiet: [spring, summer] },
  { id: "mt-sea", title: text("Sea"), quiet: [] },
];

it("each quiet period is told once with the milestones that run into it, the first in front", () => {
  expect(quietPeriods(milestones)).toEqual([
    { ...summer, titles: [text("Build")] },
    { ...spring, titles: [text("FAT"), text("Build")] },
  ]);
});

it("one milestone's alone where it is asked for", () => {
  expect(quietPeriods(milestones, "mt-fat")).toEqual([{ ...spring, titles: [text("FAT")] }]);
  expect(quietPeriods(milestones, "mt-sea")).toEqual([]);
});
