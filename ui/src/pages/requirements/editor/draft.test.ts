import { describe, expect, it } from "vitest";
import type { Requirement } from "../../../lib/bindings/Requirement";
import packs from "../../../../dev/fixtures/packs.json";
import { blankRequirement, copyOf, freeId } from "./blank";
import { readDays } from "./days";
import { RequirementDraft } from "./draft.svelte";
import { fields, sortProblems } from "./problems";

const kindOf = () => "choice";
const every = packs.packs.flatMap((pack) => pack.requirements as unknown as Requirement[]);
const draftOf = (base: Requirement, isNew = false) =>
  new RequirementDraft("pack", base, isNew, kindOf);
const some = (id: string) => every.find((one) => one.id === id) ?? blankRequirement;

describe("a draft", () => {
  it("that is not touched gives back what was read, whatever it holds", () => {
    for (const requirement of every) {
      const draft = draftOf(requirement);
      expect(draft.requirement(), requirement.id).toEqual(requirement);
      expect(draft.changed, requirement.id).toBe(false);
      expect(draft.half, requirement.id).toBe(false);
      expect(draft.missing, requirement.id).toEqual([]);
    }
  });

  it("keeps what the form does not show", () => {
    const base = some("eu-tech-file-person");
    const draft = draftOf(base);
    draft.severity = "info";
    draft.title.en = " New title ";
    const made = draft.requirement();
    expect(made).toEqual({
      ...base,
      severity: "info",
      title: { ...base.title, en: "New title" },
    });
    expect(draft.changed).toBe(true);
  });

  it("that is blank names what is still to be filled in", () => {
    const draft = draftOf(blankRequirement, true);
    expect(new Set(draft.missing)).toEqual(
      new Set([
        "id",
        "title/en",
        "rule/en",
        "reference/en",
        "title/zh",
        "rule/zh",
        "reference/zh",
        "needed_by",
        "lead/shortest",
        "lead/longest",
      ]),
    );
    draft.renewalLongest = "5";
    expect(draft.missing).toContain("renewal/shortest");
  });

  it("does not ask the program about a number that is none", () => {
    const draft = draftOf(some("iso-9001"));
    draft.leadLongest = "two";
    expect(draft.unreadable).toEqual(["lead/longest"]);
    expect(draft.half).toBe(true);
    expect(draft.changed).toBe(true);
  });

  it("leaves out a pair that is blank, and keeps one that is half filled in", () => {
    const draft = draftOf(some("iso-9001"));
    draft.consequence = { en: " ", zh: "" };
    expect(draft.requirement().consequence).toBeNull();
    draft.consequence.en = "Late";
    expect(draft.requirement().consequence).toEqual({ en: "Late", zh: "" });
  });
});

it("days are whole", () => {
  expect(["", " 7 ", "-1", "1.5"].map(readDays)).toEqual([null, 7, undefined, undefined]);
});

it("a copy asks for the documents of its original and replaces nothing", () => {
  const original = { ...blankRequirement, id: "ce", replaces: ["old"] };
  expect(copyOf(original, "ce-copy")).toMatchObject({
    id: "ce-copy",
    replaces: [],
    evidence: { accepts: ["ce"] },
  });
  expect(freeId("ce-copy", new Set(["ce-copy", "ce-copy-2"]))).toBe("ce-copy-3");
});

describe("problems", () => {
  const message = (en: string) => ({ en, zh: en });
  const problem = (field: string, en = field) => ({
    file: "p",
    line: 0,
    field,
    message: message(en),
  });

  it("go to their field, or to the one around it; the rest is told apart", () => {
    const { at, rest } = sortProblems(
      [
        problem("rule/zh"),
        problem("evidence/accepts/2"),
        problem("when/all/0/above"),
        problem("cases/0/severity"),
        problem(""),
      ],
      ["when", "when/all/0", "when/all/0/above"],
    );
    expect([...at.keys()]).toEqual(["rule/zh", "evidence/accepts", "when/all/0/above"]);
    expect(rest.map((one) => one.field)).toEqual(["cases/0/severity", ""]);
  });

  it("of one field are all told", () => {
    const { at, rest } = sortProblems([problem("id", "a"), problem("id", "b")], []);
    expect(at.get("id")?.en).toBe("a");
    expect(rest.length).toBe(1);
  });

  it("know every field once", () => {
    expect(new Set(fields).size).toBe(fields.length);
  });
});
