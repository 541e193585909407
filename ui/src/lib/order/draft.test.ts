import { describe, expect, it } from "vitest";
import type { Order } from "../bindings/Order";
import type { ProfileView } from "../bindings/ProfileView";
import { OrderDraft, ProductDraft } from "./draft.svelte";
import { nobody } from "./party";

function filled(): OrderDraft {
  const draft = new OrderDraft();
  draft.reference = " SH-2026-016 ";
  draft.country = "DE";
  draft.market = "eu";
  draft.languages = ["de"];
  draft.template = "ga";
  draft.start = "2026-12-01";
  return draft;
}

describe("an order being written", () => {
  it("needs a reference, a country, a start and a template", () => {
    expect(Object.keys(new OrderDraft().problems)).toEqual([
      "reference",
      "country",
      "start",
      "template",
    ]);
    expect(filled().problems).toEqual({});
  });

  it("leaves out what was not said", () => {
    const { order } = filled();
    expect(order.reference).toBe("SH-2026-016");
    expect(order.incoterm).toBeNull();
    expect(order.contract_amount).toBeNull();
    expect(order.parties).toEqual({});
    expect(order.letter_of_credit).toBeNull();
  });

  it("has credit terms only when paid by credit", () => {
    const draft = filled();
    draft.credit.expires = "2027-01-20";
    expect(draft.order.letter_of_credit).toBeNull();
    draft.payment = ["letter-of-credit"];
    draft.credit.amount = { value: "1,138,000", currency: "USD" };
    expect(draft.order.letter_of_credit).toEqual({
      latest_shipment: null,
      expires: "2027-01-20",
      presentation_days: null,
      amount: "1138000 USD",
    });
  });

  it("tells dates that contradict each other", () => {
    const draft = filled();
    draft.latestShipment = "2026-11-30";
    expect(draft.problems).toEqual({ latestShipment: "before-start" });
    draft.latestShipment = null;
    draft.payment = ["letter-of-credit"];
    draft.credit.latestShipment = "2027-02-01";
    draft.credit.expires = "2027-01-20";
    expect(draft.problems).toEqual({ creditShipment: "after-expiry" });
  });

  it("keeps what the form does not show", () => {
    const more = {
      contacts: [{ name: "Jana", position: null, email: null, phone: null }],
      languages: ["de"],
      time_zone: "Europe/Berlin",
      calendar: "DE-HH",
    };
    const order: Order = {
      ...filled().order,
      title: "GMC-4030, Hamburg",
      parties: {
        buyer: { ...nobody, ...more, name: "Hafenkant", name_zh: "港缘", country: "DE" },
        forwarder: { ...nobody, ...more, name: "Nordkai" },
      },
      contract_amount: "980000 EUR",
    };
    const draft = new OrderDraft(order);
    draft.buyer = "Hafenkant Werkzeugbau";
    expect(draft.order).toEqual({
      ...order,
      parties: {
        ...order.parties,
        buyer: {
          ...nobody,
          ...more,
          name: "Hafenkant Werkzeugbau",
          name_zh: "港缘",
          country: "DE",
        },
      },
    });
  });
});

describe("a shipment that starts from a profile", () => {
  const gantry: ProfileView = {
    id: "gantry",
    title: { en: "Gantry", zh: "龙门" },
    about: { en: "Large", zh: "大型" },
    category: "gantry",
    template: "ga",
    answers: { oversize: { kind: "yes-no", value: true } },
    product_answers: { net: { kind: "yes-no", value: true } },
  };

  it("sends the proposals beside the products they are about", () => {
    const draft = filled();
    expect(draft.proposes).toBe(false);
    const machine = new ProductDraft();
    machine.startFrom(gantry);
    draft.products = [new ProductDraft(), machine];
    expect(machine.category).toBe("gantry");
    expect(draft.proposes).toBe(true);
    expect(draft.shipment.answers).toEqual([["oversize", { kind: "yes-no", value: true }]]);
    expect(draft.shipment.product_answers).toEqual([{}, gantry.product_answers]);
  });

  it("sends nothing that was cleared, and nothing once the profile is taken back", () => {
    const draft = filled();
    const [machine] = draft.products;
    machine?.startFrom(gantry);
    draft.proposed.say("oversize", null);
    expect(draft.shipment.answers).toEqual([]);
    machine?.startFrom(null);
    expect(machine?.category).toBe("gantry");
    expect(draft.shipment.product_answers).toEqual([{}]);
    expect(draft.proposes).toBe(false);
  });
});

describe("a product being written", () => {
  function product() {
    const draft = new ProductDraft();
    draft.category = "gantry";
    draft.model = "GMC-4030";
    return draft;
  }

  it("needs category and model", () => {
    expect(new ProductDraft().problems).toEqual({ category: "needed", model: "needed" });
    expect(product().ready).toBe(true);
  });

  it("takes HS codes of 6 to 10 digits, with or without points", () => {
    const draft = product();
    for (const code of ["845710", "8457.10", "8457.10.10", "8457101000", "8457.10.10.00"]) {
      draft.hsCode = code;
      expect(draft.problems, code).toEqual({});
    }
    for (const code of ["845", "8457.1", "84571", "845710100000", "x"]) {
      draft.hsCode = code;
      expect(draft.problems, code).toEqual({ hsCode: "not-an-hs-code" });
    }
  });

  it("tells serials that do not match the quantity, but goes on", () => {
    const draft = product();
    draft.serials = ["1", "2"];
    expect(draft.problems).toEqual({ serials: "serials" });
    expect(draft.ready).toBe(true);
  });

  it("refuses half machines", () => {
    const draft = product();
    draft.quantity = "1.5";
    expect(draft.ready).toBe(false);
    draft.quantity = "";
    expect(draft.frame.quantity).toBeNull();
  });
});
