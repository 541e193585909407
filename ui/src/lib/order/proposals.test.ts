import { expect, it } from "vitest";
import type { TemplateView } from "../bindings/TemplateView";
import { nextReference, ofCountry, proposedTemplate } from "./proposals";

const template = (id: string, categories: string[]): TemplateView => ({
  id,
  title: { en: id, zh: id },
  categories,
  consignments: 1,
});
const templates = [
  template("mt", ["mill-turn"]),
  template("ga", ["gantry"]),
  template("ln", ["smart-line"]),
];

it("the template follows from the categories, the widest first", () => {
  const of = (...categories: string[]) =>
    proposedTemplate(
      templates,
      categories.map((category) => ({ category })),
    );
  expect(of("gantry")).toBe("ga");
  expect(of("gantry", "smart-line")).toBe("ln");
  expect(of("spares")).toBe("mt");
  expect(of("")).toBe("");
});

it("a profile's template goes before its category's", () => {
  const product = { category: "gantry", profile: { template: "mt" } };
  expect(proposedTemplate(templates, [product])).toBe("mt");
  expect(proposedTemplate(templates, [product, { category: "smart-line" }])).toBe("ln");
  expect(proposedTemplate(templates, [{ category: "gantry", profile: { template: "gone" } }])).toBe(
    "ga",
  );
});

it("market and languages follow from the country", () => {
  const title = { en: "Belgium", zh: "比利时" };
  const countries = [{ id: "BE", title, market: "eu", languages: ["nl", "fr", "de"] }];
  expect(ofCountry(countries, "BE")).toEqual({ market: "eu", languages: ["nl", "fr", "de"] });
  expect(ofCountry(countries, "")).toEqual({ market: "", languages: [] });
});

it("the reference is the next of the year", () => {
  expect(nextReference([], "2026-11-24")).toBe("SH-2026-001");
  expect(nextReference(["SH-2026-009", "SH-2026-x", "SH-2025-030"], "2026-11-24")).toBe(
    "SH-2026-010",
  );
});
