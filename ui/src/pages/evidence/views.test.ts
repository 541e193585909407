import { expect, it } from "vitest";
import { anything } from "./library";
import { renamed, same, viewOf, wantedOf, withoutView, withView } from "./views";

const german = { ...anything, language: "de" };
const due = { ...anything, standing: "expiring" as const, typed: " iso " };
const views = withView(withView([], "German", german), " Due soon ", due);

it("a view keeps the filters under its name", () => {
  expect(views.map((view) => view.name)).toEqual(["German", "Due soon"]);
  expect(viewOf(views, { ...due, typed: "iso" })?.name).toBe("Due soon");
  expect(viewOf(views, anything)).toBeUndefined();
});

it("saving under a name again replaces it in its place", () => {
  const next = withView(views, "German", anything);
  expect(next.map((view) => view.name)).toEqual(["German", "Due soon"]);
  expect(same(wantedOf(next[0] ?? { ...german, name: "" }), anything)).toBe(true);
});

it("a view is renamed and removed", () => {
  expect(renamed(views, "German", "DE").map((view) => view.name)).toEqual(["DE", "Due soon"]);
  expect(renamed(views, "German", "Due soon").map((view) => view.language)).toEqual(["de"]);
  expect(renamed(views, "German", "German")).toEqual(views);
  expect(withoutView(views, "German").map((view) => view.name)).toEqual(["Due soon"]);
});

it("a standing of another version of the program shows all", () => {
  expect(wantedOf({ ...german, name: "x", standing: "odd" }).standing).toBe("all");
});
