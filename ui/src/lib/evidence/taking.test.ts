import { expect, it } from "vitest";
import type { SuggestionView } from "../bindings/SuggestionView";
import { EvidenceDraft } from "./draft.svelte";
import { isLaw, match, present, take } from "./taking";

function record() {
  const draft = new EvidenceDraft();
  draft.type = "iso-9001";
  draft.number = "CQ-26-0917";
  draft.holder = "Laoshan Meridian Machine Tool Co., Ltd.";
  draft.models = ["LM-MT650"];
  draft.regimes = ["Directive 2006/42/EC"];
  draft.languages = ["zh"];
  return draft.evidence("ev-1");
}

const read = (field: string, value: string): SuggestionView => ({
  field,
  value,
  shown: null,
  place: { en: "page 1", zh: "第 1 页" },
  excerpt: value,
  from: 0,
  to: value.length,
});

it("laws are told from standards", () => {
  for (const law of ["2006/42/EC", "(EU) 2023/1230", "Directive 2014/30/EU", "2023/1230"])
    expect(isLaw(law), law).toBe(true);
  expect(isLaw("Regulation (EC) No 765/2008")).toBe(true);
  expect(isLaw("S.I. 2008/1597")).toBe(true);
  for (const standard of ["EN ISO 12100:2010", "GB/T 19001-2016", "EN 60204-1", "ISO 230-2"])
    expect(isLaw(standard), standard).toBe(false);
});

it("what is spelled a little differently agrees", () => {
  expect(match(record(), read("number", "CQ 26 0917"))).toBe("agrees");
  expect(match(record(), read("holder", "LAOSHAN MERIDIAN MACHINE TOOL CO LTD"))).toBe("agrees");
  expect(match(record(), read("standard", "2006/42/EC"))).toBe("agrees");
  expect(match(record(), read("model", "lm-mt650"))).toBe("agrees");
});

it("what the record lacks is new, what it says otherwise differs", () => {
  expect(match(record(), read("issuer", "Haidu"))).toBe("new");
  expect(match(record(), read("number", "CQ-27"))).toBe("differs");
  expect(match(record(), read("document-type", "iso-14001"))).toBe("differs");
  expect(match(record(), read("model", "LM-MT500"))).toBe("new");
  expect(match(record(), read("standard", "EN ISO 12100"))).toBe("info");
  expect(match(record(), read("gross-weight", "12 t"))).toBe("info");
});

it("a name in letters that have no plain form still differs from nothing", () => {
  expect(match(record(), read("number", "---"))).toBe("differs");
});

it("taking changes the one field, and lists grow", () => {
  expect(take(record(), read("expires", "2027-12-04"))).toEqual({
    ...record(),
    expires: "2027-12-04",
  });
  expect(take(record(), read("document-type", "iso-14001")).type).toBe("iso-14001");
  expect(take(record(), read("model", "LM-MT500")).scope.models).toEqual(["LM-MT650", "LM-MT500"]);
  expect(take(record(), read("language", "en")).languages).toEqual(["zh", "en"]);
  const { regimes } = take(record(), read("standard", "(EU) 2023/1230")).scope;
  expect(regimes).toEqual(["Directive 2006/42/EC", "(EU) 2023/1230"]);
});

it("what agrees or is only good to know changes nothing", () => {
  const before = record();
  expect(take(before, read("model", "LM-MT650"))).toBe(before);
  expect(take(before, read("standard", "GB/T 19001"))).toBe(before);
});

it("tells what the record says now", () => {
  expect(present(record(), "number")).toEqual(["CQ-26-0917"]);
  expect(present(record(), "issued")).toEqual([]);
  expect(present(record(), "language")).toEqual(["zh"]);
  expect(present(record(), "odd")).toEqual([]);
});
