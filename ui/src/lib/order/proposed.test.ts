import { describe, expect, it } from "vitest";
import type { ProfileView } from "../bindings/ProfileView";
import type { Value } from "../bindings/Value";
import { agreed, type Answers } from "./proposals";
import { Proposed } from "./proposed.svelte";

const yes: Value = { kind: "yes-no", value: true };
const no: Value = { kind: "yes-no", value: false };
const units = (...value: string[]): Value => ({ kind: "choices", value });

const profile = (answers: Answers): ProfileView => ({
  id: "p",
  title: { en: "Gantry", zh: "龙门" },
  about: { en: "Large", zh: "大型" },
  category: "gantry",
  template: "ga",
  answers,
  product_answers: {},
});

describe("a proposal", () => {
  const fresh = () => new Proposed(() => ({ oversize: yes, net: no }));

  it("is sent as it is, and known to be the profile's", () => {
    const proposed = fresh();
    expect(proposed.answers).toEqual({ oversize: yes, net: no });
    expect(proposed.list.map((one) => one.by)).toEqual(["profile", "profile"]);
    expect(proposed.unconfirmed).toBe(2);
  });

  it("that is cleared is not sent, and can be had back", () => {
    const proposed = fresh();
    proposed.say("net", null);
    expect(proposed.answers).toEqual({ oversize: yes });
    expect(proposed.list[1]).toEqual({ fact: "net", proposed: no, value: null, by: "user" });
    proposed.back("net");
    expect(proposed.answers).toEqual({ oversize: yes, net: no });
    expect(proposed.unconfirmed).toBe(2);
  });

  it("that is changed or confirmed is the user's word", () => {
    const proposed = fresh();
    proposed.say("net", yes);
    proposed.confirm("oversize");
    expect(proposed.answers).toEqual({ oversize: yes, net: yes });
    expect(proposed.unconfirmed).toBe(0);
  });

  it("confirmed with all others leaves what was cleared alone", () => {
    const proposed = fresh();
    proposed.say("net", null);
    proposed.confirm();
    expect(proposed.answers).toEqual({ oversize: yes });
    expect(proposed.unconfirmed).toBe(0);
  });

  it("goes with its profile", () => {
    let from: Answers = { net: no };
    const proposed = new Proposed(() => from);
    proposed.say("net", yes);
    from = {};
    expect(proposed.list).toEqual([]);
    expect(proposed.answers).toEqual({});
  });
});

describe("several profiles in one shipment", () => {
  it("join their lists", () => {
    const both = agreed([
      profile({ load: units("container") }),
      null,
      profile({ load: units("flat-rack", "container") }),
    ]);
    expect(both).toEqual({ load: units("container", "flat-rack") });
  });

  it("propose nothing where they contradict each other, whatever a third says", () => {
    expect(
      agreed([profile({ oversize: yes, packed: yes }), profile({ oversize: no }), profile({})]),
    ).toEqual({ packed: yes });
    const thrice = [yes, no, yes].map((oversize) => profile({ oversize }));
    expect(agreed(thrice)).toEqual({});
  });
});
