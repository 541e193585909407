import { expect, it } from "vitest";
import { OrderDraft, ProductDraft } from "../../lib/order/draft.svelte";
import { proposedParts } from "./answers";

it("proposed answers are shown under the product that they are about", () => {
  const draft = new OrderDraft();
  const [first, second] = [new ProductDraft(), new ProductDraft()];
  draft.products = [first, second];
  second.startFrom({
    id: "robot",
    title: { en: "Robot cell", zh: "机器人单元" },
    about: { en: "Six axes", zh: "六轴" },
    category: "robot",
    template: "mt",
    answers: {},
    product_answers: { robot: { kind: "yes-no", value: true } },
  });
  const titles = () =>
    proposedParts(draft, "Shipment", (number) => `Product ${number}`).map((part) => part.title);
  expect(titles()).toEqual(["Product 2"]);
  second.model = "RC-6";
  expect(titles()).toEqual(["RC-6"]);
});
