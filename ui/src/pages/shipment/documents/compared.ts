// The rows of the matrix: what each of the 29 checks reads in which document. Pure.

import type { GoodsLine } from "../../../lib/bindings/GoodsLine";
import type { TradeDocument } from "../../../lib/bindings/TradeDocument";
import * as is from "./kinds";
import { TRANSPORT } from "./kinds";
import * as measures from "./measures";
import {
  hs6,
  plainCode,
  plainContainers,
  plainCountry,
  plainQuantity,
  plainSet,
  plainText,
} from "./normal";
import * as money from "./money";
import { type Compared, field, row, type Who } from "./row";
import * as rules from "./rules";

const models = (document: TradeDocument): string =>
  [...new Set((document.goods ?? []).map(({ model }) => model.trim()))].filter(Boolean).join(", ");
const serials = (document: TradeDocument): string =>
  [...new Set((document.goods ?? []).flatMap((line) => line.serials ?? []))].join(", ");
const units = (document: TradeDocument): string =>
  (document.goods ?? [])
    .map((line: GoodsLine) => `${line.model} × ${line.quantity ?? "?"}`)
    .join(", ");
const containers = (document: TradeDocument): string =>
  (document.containers ?? [])
    .map(({ number, seal }) => (seal ? `${number} / ${seal}` : number))
    .join(", ");
const count = (document: TradeDocument): number | null =>
  document.package_count ?? ((document.packages ?? []).length || null);
const codes = (document: TradeDocument): string => (document.hs_codes ?? []).join(", ");

const PLACES: Who = {
  credit: [is.CREDIT],
  say: [TRANSPORT, is.EXPORT_DECLARATION],
  may: [is.INSURANCE, is.ORIGIN],
};
const TERM: Who = {
  say: [is.INVOICE],
  credit: [is.CREDIT],
  held: [is.CONTRACT, is.EXPORT_DECLARATION],
};

/** The rows in the order shown. */
export const COMPARED: Compared[] = [
  row("seller", "x-seller", "seller", plainText, (d) => d.seller?.name, {
    say: [is.CONTRACT, is.INVOICE],
    credit: [is.CREDIT],
    held: [is.ORIGIN],
  }),
  row("consignor", "x-seller", "seller", plainText, (d) => d.seller?.name, {
    licensed: [is.EXPORT_DECLARATION, is.LICENCE],
  }),
  row(
    "shipper",
    "x-seller",
    "seller",
    plainText,
    (d) => d.seller?.name,
    { may: [is.INVOICE, is.BILL_OF_LADING] },
    {
      own: [is.BILL_OF_LADING, "shipper", (d) => d.shipper?.name ?? d.seller?.name],
      judge: rules.shipper,
    },
  ),
  row("buyer", "x-buyer", "buyer", plainText, (d) => d.buyer?.name, {
    say: [is.CONTRACT, is.INVOICE],
    credit: [is.CREDIT],
  }),
  row("buyer_country", "x-buyer", "buyer", plainCode, (d) => d.buyer?.country, {
    may: [is.CONTRACT, is.INVOICE, is.CREDIT],
  }),
  row(
    "consignee",
    "x-consignee",
    "consignee",
    plainText,
    (d) => d.consignee?.name,
    { say: [TRANSPORT], held: [is.ENS, is.ORIGIN, is.LICENCE] },
    { order: ({ order }) => order.parties.consignee?.name, judge: rules.consignee },
  ),
  row("end_user", "x-end-user", "end_user", plainText, (d) => d.end_user?.name, {
    say: [is.END_USER_CERTIFICATE, is.LICENCE],
  }),
  field("site", "x-end-user", plainText, { say: [is.END_USER_CERTIFICATE, is.CONTRACT] }),
  field(
    "contract_no",
    "x-contract-no",
    plainCode,
    {
      say: [is.INVOICE, is.PACKING_LIST, is.EXPORT_DECLARATION],
      held: [is.CONTRACT, is.LICENCE],
    },
    { own: [is.CONTRACT, "number", (d) => d.number ?? d.contract_no] },
  ),
  field(
    "invoice_no",
    "x-invoice-no",
    plainCode,
    {
      say: [is.INVOICE, is.PACKING_LIST, is.EXPORT_DECLARATION],
      held: [is.ORIGIN, is.INSURANCE],
    },
    { own: [is.INVOICE, "number", (d) => d.number ?? d.invoice_no] },
  ),
  field(
    "invoice_date",
    "x-invoice-no",
    (text) => text,
    {
      say: [is.INVOICE],
      may: [is.PACKING_LIST, is.ORIGIN, is.INSURANCE, is.EXPORT_DECLARATION],
    },
    { own: [is.INVOICE, "issued", (d) => d.issued ?? d.invoice_date] },
  ),
  field(
    "issued",
    "x-date-order",
    (text) => text,
    {
      say: [is.INVOICE],
      may: [
        is.CONTRACT,
        is.PACKING_LIST,
        is.ORIGIN,
        is.INSURANCE,
        is.LICENCE,
        is.EXPORT_DECLARATION,
        is.BILL_OF_LADING,
      ],
    },
    {
      own: [is.BILL_OF_LADING, "on_board", (d) => d.on_board ?? d.issued],
      judge: rules.dates,
    },
  ),
  rules.ON_BOARD,
  rules.PRESENTATION,
  field(
    "description",
    "x-description",
    plainText,
    { credit: [is.INVOICE, is.CREDIT], held: [is.ENS] },
    { judge: rules.description },
  ),
  row("models", "x-model-serial", "goods", plainSet, models, {
    say: [is.INVOICE, is.PACKING_LIST],
    held: [is.NAMEPLATE, is.FAT_REPORT, is.DECLARATION, is.LICENCE],
  }),
  row("serials", "x-model-serial", "goods", plainSet, serials, {
    may: [is.INVOICE, is.PACKING_LIST],
    held: [is.NAMEPLATE, is.FAT_REPORT, is.DECLARATION],
  }),
  row("hs_codes", "x-hs6", "hs_codes", hs6, codes, {
    say: [is.INVOICE, is.EXPORT_DECLARATION],
    held: [is.ORIGIN, is.ENS, is.LICENCE],
  }),
  field("origin", "x-origin", plainCountry, {
    say: [is.INVOICE, is.EXPORT_DECLARATION],
    held: [is.ORIGIN],
    may: [is.MARKING, is.NAMEPLATE],
  }),
  row(
    "quantity",
    "x-quantity",
    "goods",
    plainSet,
    units,
    { say: [is.INVOICE, is.PACKING_LIST], held: [is.CONTRACT, is.LICENCE] },
    { judge: rules.quantity },
  ),
  row("package_count", "x-packages", "package_count", plainText, count, {
    say: [is.PACKING_LIST, TRANSPORT, is.EXPORT_DECLARATION],
    may: [is.ORIGIN, is.INSURANCE],
  }),
  field("package_kind", "x-packages", plainText, {
    may: [is.PACKING_LIST, TRANSPORT, is.EXPORT_DECLARATION, is.ORIGIN, is.INSURANCE],
  }),
  measures.GROSS_WEIGHT,
  measures.NET_WEIGHT,
  measures.VERIFIED_MASS,
  measures.DIMENSIONS,
  field("marks", "x-marks", plainText, { say: [is.PACKING_LIST, TRANSPORT], held: [is.ORIGIN] }),
  row("containers", "x-containers-seals", "containers", plainContainers, containers, {
    say: [TRANSPORT, is.VGM, is.EXPORT_DECLARATION],
  }),
  field("port_of_loading", "x-ports", plainText, PLACES),
  field("port_of_discharge", "x-ports", plainText, PLACES),
  field("destination", "x-ports", plainText, {
    may: [is.CREDIT, TRANSPORT, is.INSURANCE, is.ORIGIN, is.EXPORT_DECLARATION],
  }),
  field("incoterm", "x-incoterm", plainText, TERM, { order: ({ order }) => order.incoterm }),
  field(
    "incoterm_place",
    "x-incoterm",
    plainText,
    { ...TERM, held: [is.CONTRACT], may: [is.EXPORT_DECLARATION] },
    { order: ({ order }) => order.incoterm_place },
  ),
  field("incoterm_edition", "x-incoterm", plainCode, {
    may: [is.CONTRACT, is.INVOICE, is.CREDIT],
  }),
  field("freight", "x-freight-term", plainText, { say: [TRANSPORT] }, { judge: money.freight }),
  field(
    "amount",
    "x-amount",
    plainQuantity,
    { say: [is.INVOICE, is.EXPORT_DECLARATION], credit: [is.CREDIT] },
    { judge: money.amount },
  ),
  money.INSURED,
  money.COVER,
  measures.WOOD_PACKAGES,
  rules.DANGEROUS,
  rules.LICENSED,
];
