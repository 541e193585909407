import { expect, it } from "vitest";
import { FactDraft } from "./fact.svelte";

function started(): FactDraft {
  const draft = new FactDraft();
  draft.id = " spindle-speed ";
  draft.title = { en: "Spindle speed", zh: "主轴转速" };
  draft.question = { en: "How fast?", zh: "多快？" };
  return draft;
}

it("a fact holds only what its kind needs", () => {
  const draft = started();
  draft.unit = "mm";
  expect(draft.ready).toBe(true);
  expect(draft.fact()).toMatchObject({ id: "spindle-speed", unit: null, choices: [] });
  draft.kind = "decimal";
  expect(draft.fact().unit).toBe("mm");
});

it("choices need ids of their own and both titles", () => {
  const draft = started();
  draft.kind = "choice";
  expect(draft.ready).toBe(false);
  draft.choices.forEach((choice, index) => {
    choice.id = `c${index}`;
    choice.title = { en: "a", zh: "甲" };
  });
  expect(draft.ready).toBe(true);
  draft.addChoice();
  expect(draft.ready).toBe(false);
  draft.dropChoice(draft.choices[2]?.key ?? 0);
  const [first, second] = draft.choices;
  if (first && second) second.id = first.id;
  expect(draft.choicesReady).toBe(false);
});
