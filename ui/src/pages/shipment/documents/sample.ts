// A shipment whose documents agree in everything: tests change one thing and see what follows. Only for tests.

import type { Order } from "../../../lib/bindings/Order";
import type { Package } from "../../../lib/bindings/Package";
import type { TradeDocument } from "../../../lib/bindings/TradeDocument";
import { draftOf } from "./draft";
import * as is from "./kinds";
import type { Scene } from "./kinds";

export type Documents = Partial<Record<string, TradeDocument>>;

export function document(more: Partial<TradeDocument>): TradeDocument {
  return { ...draftOf(undefined), ...more };
}

const seller = { name: "Laoshan Meridian Machine Tool Co., Ltd.", country: "CN" } as never;
const sellerInCapitals = { name: "LAOSHAN MERIDIAN MACHINE TOOL COMPANY LIMITED" } as never;
const buyer = { name: "Elbufer Präzisionsteile GmbH", country: "DE" } as never;
const goods = [{ model: "LM-MT650", serials: ["2611-07"], quantity: 1 }];
const term = { incoterm: "CIP", incoterm_place: "Hamburg", incoterm_edition: "2020" } as const;
const ports = { port_of_loading: "Qingdao", port_of_discharge: "Hamburg", destination: "Hamburg" };
const container = { number: "HLBU 284419-0", seal: "CN118842" };
const packs = { package_count: 2, package_kind: "case" };

const packages = [
  {
    number: "1",
    kind: "case",
    length: "5600 mm",
    width: "2250 mm",
    height: "2300 mm",
    net: "15200 kg",
    gross: "16500 kg",
    solid_wood: true,
    dangerous_goods: "UN3480",
  },
  {
    number: "2",
    kind: "case",
    length: "2.2 m",
    width: "1400 mm",
    height: "1500 mm",
    net: "1.1 t",
    gross: "1960 kg",
    solid_wood: false,
  },
] as unknown as Package[];

const invoice = { invoice_no: "LM-INV-1126", invoice_date: "2026-11-16" };

/** All documents, in agreement. */
export function agreeing(): Documents {
  return {
    [is.CONTRACT]: document({
      ...term,
      number: "LM-EP-26-118",
      issued: "2026-09-01",
      seller,
      buyer,
      goods,
      site: "Hamburg, Hall 3",
      cover: "ICC A",
    }),
    [is.INVOICE]: document({
      ...term,
      number: "LM-INV-1126",
      issued: "2026-11-16",
      seller: sellerInCapitals,
      buyer,
      contract_no: "lm-ep-26-118",
      description: "CNC mill-turn machine LM-MT650 with accessories",
      hs_codes: ["8457.10.10"],
      origin: "CN",
      goods,
      amount: "412,000 EUR",
    }),
    [is.PACKING_LIST]: document({
      ...invoice,
      ...packs,
      contract_no: "LM-EP-26-118",
      goods,
      packages,
      gross_weight: "18460 kg",
      net_weight: "16300 kg",
      marks: "EP HAMBURG 1-2",
    }),
    [is.BILL_OF_LADING]: document({
      ...packs,
      ...ports,
      seller,
      consignee: buyer,
      gross_weight: "18.46 t",
      marks: "EP Hamburg 1-2",
      containers: [container as never],
      freight: "prepaid",
      dangerous_goods_class: "9",
    }),
    [is.VGM]: document({
      containers: [{ ...container, vgm: "22600 kg", tare: "3900 kg", dunnage: "240 kg" } as never],
    }),
    [is.EXPORT_DECLARATION]: document({
      ...invoice,
      ...packs,
      ...ports,
      ...term,
      seller,
      issued: "2026-12-12",
      contract_no: "LM-EP-26-118",
      hs_codes: ["8457101000"],
      origin: "China",
      gross_weight: "18460 kg",
      containers: [container as never],
      amount: "EUR 412000",
    }),
    [is.ORIGIN]: document({
      ...invoice,
      issued: "2026-12-10",
      seller,
      consignee: buyer,
      hs_codes: ["8457.10"],
      origin: "Made in China",
      marks: "EP HAMBURG 1-2",
    }),
    [is.INSURANCE]: document({
      ...invoice,
      issued: "2026-12-11",
      amount: "453200 EUR",
      cover: "ICC (A)",
    }),
    [is.CREDIT]: document({
      ...term,
      ...ports,
      seller,
      buyer,
      description: "CNC MILL-TURN MACHINE LM-MT650",
      amount: "412000 EUR",
    }),
    [is.LASHING_PLAN]: document({
      packages: [{ ...packages[0], length: "5610 mm" } as Package],
    }),
    [is.WOOD]: document({ wood_packages: ["1"] }),
    [is.DANGEROUS_GOODS]: document({ number: "DG-7", dangerous_goods_class: "9" }),
    [is.LICENCE]: document({
      issued: "2026-11-01",
      expires: "2027-10-31",
      seller,
      consignee: buyer,
      end_user: buyer,
      contract_no: "LM-EP-26-118",
      hs_codes: ["8457.10"],
      goods,
    }),
    [is.END_USER_CERTIFICATE]: document({ end_user: buyer, site: "Hamburg, Hall 3" }),
  };
}

export function sceneWith(documents: Documents, more: Partial<Scene> = {}): Scene {
  return {
    documents,
    order: {
      incoterm: "CIP",
      incoterm_place: "Hamburg",
      payment: ["letter-of-credit"],
      parties: { consignee: buyer, buyer },
      contract_amount: "412000 EUR",
      letter_of_credit: {
        latest_shipment: "2026-12-20",
        expires: "2027-01-05",
        presentation_days: null,
        amount: "412000 EUR",
      },
    } as unknown as Order,
    tolerances: is.USUAL,
    credit: true,
    licensed: true,
    transport: is.BILL_OF_LADING,
    onBoard: { day: "2026-12-18", planned: true },
    presentation: "2026-12-28",
    ...more,
  };
}
