import { describe, expect, it } from "vitest";
import type { SignalView } from "../../lib/bindings/SignalView";
import { countOf, hostOf, shown, type Wanted } from "./signals";

function view(id: string, part: Partial<SignalView> = {}, claim = id): SignalView {
  return {
    signal: {
      id,
      claim: { en: claim, zh: `${claim}中文` },
      detail: null,
      status: "unverified",
      reached: [],
      contradicted_by: null,
      sources: [],
      would_verify: { en: "notice", zh: "公告" },
      noted_on: "2026-11-24",
      next_review: { on: "2026-12-15" },
      could_affect: [],
    },
    stage: null,
    own: null,
    hidden: false,
    reviews: [],
    due: "2026-12-15",
    overdue: false,
    days_overdue: 0,
    targets: [],
    addresses: {},
    shipments: [],
    ...part,
  };
}

const late = view("w-late", { overdue: true, days_overdue: 3 }, "Controls suspended");
const mine = view("own-1", {}, "A customer's wish");
mine.own = mine.signal;
const away = view("w-away", { hidden: true, overdue: true });
const sure = view("w-sure");
sure.signal.status = "official";
sure.targets = [
  { target: { requirement: "iso-9001" }, title: { en: "Quality", zh: "质量" }, pack: null },
];
const all = [late, mine, away, sure];
const everything: Wanted = { filter: "all", status: "", typed: "" };
const ids = (wanted: Partial<Wanted>) =>
  shown(all, { ...everything, ...wanted }).map((one) => one.signal.id);

describe("the watch list", () => {
  it("shows what is watched, and what is not only where it is asked for", () => {
    expect(ids({})).toEqual(["w-late", "own-1", "w-sure"]);
    expect(ids({ filter: "hidden" })).toEqual(["w-away"]);
  });

  it("narrows to overdue reviews, own signals and a status", () => {
    expect(ids({ filter: "overdue" })).toEqual(["w-late"]);
    expect(ids({ filter: "own" })).toEqual(["own-1"]);
    expect(ids({ status: "official" })).toEqual(["w-sure"]);
  });

  it("finds words of either language, in the claim and in what it could change", () => {
    expect(ids({ typed: "SUSPENDED controls" })).toEqual(["w-late"]);
    expect(ids({ typed: "质量" })).toEqual(["w-sure"]);
    expect(ids({ typed: "nowhere" })).toEqual([]);
  });

  it("counts what each filter shows", () => {
    expect((["all", "overdue", "own", "hidden"] as const).map((one) => countOf(all, one))).toEqual([
      3, 1, 1, 1,
    ]);
  });
});

it("an address is named by its host", () => {
  expect(hostOf("https://gov.cn")).toBe("gov.cn");
  expect(hostOf("http://www.mofcom.gov.cn:8080/a/b?c#d")).toBe("www.mofcom.gov.cn:8080");
});
