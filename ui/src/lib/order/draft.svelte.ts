// An order being written down: as typed, with what is wrong in it, and as the program takes it.

import type { Incoterm } from "../bindings/Incoterm";
import type { LetterOfCredit } from "../bindings/LetterOfCredit";
import type { NewShipment } from "../bindings/NewShipment";
import type { Order } from "../bindings/Order";
import type { Party } from "../bindings/Party";
import type { ProductFrame } from "../bindings/ProductFrame";
import type { ProfileView } from "../bindings/ProfileView";
import { joinMoney, readAmount, splitMoney, type Money } from "./money";
import { agreed } from "./proposals";
import { Proposed } from "./proposed.svelte";

/** What can be wrong; the words are the page's. */
export type Problem =
  | "needed"
  | "not-a-number"
  | "not-a-whole-number"
  | "not-an-hs-code"
  | "before-start"
  | "after-expiry"
  | "serials";

export class ProductDraft {
  /** Stable while the page lives. */
  readonly key = crypto.randomUUID();
  /** The product's id where it exists already. */
  readonly id: string | null;
  category = $state("");
  model = $state("");
  name = $state("");
  quantity = $state("1");
  serials = $state.raw<string[]>([]);
  hsCode = $state("");
  softwareVersion = $state("");
  consignment = $state("");
  /** The kind of machine that it started from. */
  profile = $state.raw<ProfileView | null>(null);
  /** What that says about the product. */
  readonly proposed = new Proposed(() => this.profile?.product_answers ?? {});
  #rest: ProductFrame | undefined;

  constructor(frame?: ProductFrame, id: string | null = null) {
    this.id = id;
    this.#rest = frame;
    if (!frame) return;
    this.category = frame.category ?? "";
    this.model = frame.model;
    this.name = frame.name ?? "";
    this.quantity = String(frame.quantity ?? "");
    this.serials = frame.serials ?? [];
    this.hsCode = frame.hs_code ?? "";
    this.softwareVersion = frame.software_version ?? "";
    this.consignment = String(frame.consignment ?? "");
  }

  /** Starts from a kind of machine, or from none again; the category stays what it is then. */
  startFrom(profile: ProfileView | null): void {
    this.profile = profile;
    if (profile) this.category = profile.category;
  }

  get problems(): Partial<
    Record<"category" | "model" | "quantity" | "hsCode" | "serials", Problem>
  > {
    const quantity = Number(this.quantity);
    return {
      ...(this.category === "" && { category: "needed" as const }),
      ...(this.model.trim() === "" && { model: "needed" as const }),
      ...(this.quantity.trim() !== "" &&
        !(Number.isInteger(quantity) && quantity > 0) && {
          quantity: "not-a-whole-number" as const,
        }),
      ...(this.hsCode.trim() !== "" &&
        !/^\d{4}(\.?\d{2}){1,3}$/.test(this.hsCode.trim()) && {
          hsCode: "not-an-hs-code" as const,
        }),
      ...(this.serials.length > 0 &&
        quantity > 0 &&
        this.serials.length !== quantity && { serials: "serials" as const }),
    };
  }

  /** A number of serials that differs from the quantity is told, but no obstacle. */
  get ready(): boolean {
    return Object.keys(this.problems).every((field) => field === "serials");
  }

  get frame(): ProductFrame {
    return {
      model: this.model.trim(),
      name: textOrNull(this.name),
      category: textOrNull(this.category),
      quantity: this.quantity.trim() === "" ? null : Number(this.quantity),
      serials: this.serials,
      hs_code: textOrNull(this.hsCode),
      software_version: textOrNull(this.softwareVersion),
      consignment: this.consignment === "" ? null : Number(this.consignment),
      machining: this.#rest?.machining ?? null,
    };
  }
}

export class OrderDraft {
  reference = $state("");
  title = $state("");
  buyer = $state("");
  buyerAddress = $state("");
  country = $state("");
  market = $state("");
  languages = $state.raw<string[]>([]);
  incoterm = $state<Incoterm | "">("");
  place = $state("");
  products = $state.raw<ProductDraft[]>([new ProductDraft()]);
  template = $state("");
  /** The user chose the template; until then it follows from the products. */
  templateChosen = $state(false);
  start = $state<string | null>(null);
  latestShipment = $state<string | null>(null);
  payment = $state.raw<string[]>([]);
  amount = $state<Money>({ value: "", currency: "EUR" });
  cover = $state("");
  credit = $state<{
    latestShipment: string | null;
    expires: string | null;
    days: string;
    amount: Money;
  }>({ latestShipment: null, expires: null, days: "", amount: { value: "", currency: "EUR" } });
  /** What the products' profiles say about the shipment. */
  readonly proposed = new Proposed(() => agreed(this.products.map((one) => one.profile)));
  #rest: Order | undefined;

  /** A new one, or one that exists. */
  constructor(order?: Order, products?: ProductDraft[]) {
    this.#rest = order;
    if (products) this.products = products;
    if (!order) return;
    this.reference = order.reference;
    this.title = order.title ?? "";
    this.buyer = order.parties.buyer?.name ?? "";
    this.buyerAddress = order.parties.buyer?.address ?? "";
    this.country = order.country ?? "";
    this.market = order.market ?? "";
    this.languages = order.local_languages ?? [];
    this.incoterm = order.incoterm ?? "";
    this.place = order.incoterm_place ?? "";
    this.payment = order.payment ?? [];
    this.amount = splitMoney(order.contract_amount);
    this.cover = order.agreed_cover ?? "";
    this.latestShipment = order.latest_shipment ?? null;
    const credit = order.letter_of_credit;
    if (!credit) return;
    this.credit = {
      latestShipment: credit.latest_shipment ?? null,
      expires: credit.expires ?? null,
      days: String(credit.presentation_days ?? ""),
      amount: splitMoney(credit.amount),
    };
  }

  /** Whether a letter of credit is among the payment terms. */
  get byCredit(): boolean {
    return this.payment.includes("letter-of-credit") || this.payment.includes("usance");
  }

  get problems() {
    const { credit } = this;
    const notANumber = (money: Money) =>
      money.value.trim() !== "" && readAmount(money.value) === null;
    const early = (date: string | null) =>
      date !== null && this.start !== null && date < this.start;
    const days = Number(credit.days);
    const late =
      credit.latestShipment !== null &&
      credit.expires !== null &&
      credit.latestShipment > credit.expires;
    return {
      ...(this.reference.trim() === "" && { reference: "needed" as const }),
      ...(this.country === "" && { country: "needed" as const }),
      ...(this.start === null && { start: "needed" as const }),
      ...(this.template === "" && { template: "needed" as const }),
      ...(early(this.latestShipment) && { latestShipment: "before-start" as const }),
      ...(notANumber(this.amount) && { amount: "not-a-number" as const }),
      ...(this.byCredit && notANumber(credit.amount) && { creditAmount: "not-a-number" as const }),
      ...(this.byCredit && late && { creditShipment: "after-expiry" as const }),
      ...(this.byCredit &&
        credit.days.trim() !== "" &&
        !(Number.isInteger(days) && days >= 0) && { creditDays: "not-a-whole-number" as const }),
    } satisfies Partial<Record<string, Problem>>;
  }

  get order(): Order {
    const old = this.#rest;
    const buyer: Party = {
      name_zh: null,
      contacts: [],
      languages: [],
      time_zone: null,
      calendar: null,
      ...old?.parties.buyer,
      name: this.buyer.trim(),
      country: textOrNull(this.country),
      address: textOrNull(this.buyerAddress),
    };
    const { buyer: _, ...others } = old?.parties ?? {};
    return {
      reference: this.reference.trim(),
      title: textOrNull(this.title),
      parties: buyer.name === "" ? others : { ...others, buyer },
      market: textOrNull(this.market),
      country: textOrNull(this.country),
      local_languages: this.languages,
      incoterm: this.incoterm === "" ? null : this.incoterm,
      incoterm_place: textOrNull(this.place),
      payment: this.payment,
      contract_amount: joinMoney(this.amount),
      agreed_cover: textOrNull(this.cover),
      latest_shipment: this.latestShipment,
      letter_of_credit: this.byCredit ? this.#creditTerms() : null,
    };
  }

  #creditTerms(): LetterOfCredit {
    const { latestShipment, expires, days, amount } = this.credit;
    return {
      latest_shipment: latestShipment,
      expires,
      presentation_days: days.trim() === "" ? null : Number(days),
      amount: joinMoney(amount),
    };
  }

  /** Whether a profile proposes any answers. */
  get proposes(): boolean {
    return [this, ...this.products].some((one) => one.proposed.list.length > 0);
  }

  /** As a shipment to create. */
  get shipment(): NewShipment {
    return {
      order: this.order,
      products: this.products.map((product) => product.frame),
      template: this.template,
      start: this.start ?? "",
      answers: Object.entries(this.proposed.answers),
      product_answers: this.products.map((product) => product.proposed.answers),
    };
  }
}

function textOrNull(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === "" ? null : trimmed;
}
