// The fields of trade documents, and which of them matter on which document. Pure.

import type { TradeDocument } from "../../../lib/bindings/TradeDocument";

export type FieldKey = keyof TradeDocument;

/** How a field is written. */
export type FieldKind =
  | "text"
  | "long"
  | "date"
  | "party"
  | "mass"
  | "money"
  | "whole"
  | "list"
  | "yes-no"
  | "incoterm"
  | "freight"
  | "goods"
  | "packages"
  | "containers";

export type Section = "reference" | "parties" | "goods" | "packing" | "transport" | "money";

/** A field with its place in the form. */
export interface Field {
  key: FieldKey;
  kind: FieldKind;
  section: Section;
}

const in_ = (section: Section, ...fields: [FieldKey, FieldKind][]): Field[] =>
  fields.map(([key, kind]) => ({ key, kind, section }));

/** All fields in the order of the form. */
export const FIELDS: Field[] = [
  ...in_("reference", ["number", "text"], ["issued", "date"], ["expires", "date"]),
  ...in_("reference", ["contract_no", "text"], ["invoice_no", "text"], ["invoice_date", "date"]),
  ...in_("parties", ["seller", "party"], ["buyer", "party"], ["shipper", "party"]),
  ...in_("parties", ["third_party_shipper", "yes-no"], ["consignee", "party"]),
  ...in_("parties", ["to_order_allowed", "yes-no"], ["end_user", "party"], ["site", "text"]),
  ...in_("goods", ["description", "long"], ["hs_codes", "list"], ["origin", "text"]),
  ...in_("goods", ["goods", "goods"]),
  ...in_("packing", ["package_count", "whole"], ["package_kind", "text"]),
  ...in_("packing", ["gross_weight", "mass"], ["net_weight", "mass"], ["marks", "text"]),
  ...in_("packing", ["packages", "packages"], ["wood_packages", "list"], ["no_wood", "yes-no"]),
  ...in_("packing", ["dangerous_goods_class", "text"]),
  ...in_("transport", ["containers", "containers"], ["port_of_loading", "text"]),
  ...in_("transport", ["port_of_discharge", "text"], ["destination", "text"]),
  ...in_("transport", ["freight", "freight"], ["on_board", "date"]),
  ...in_(
    "money",
    ["incoterm", "incoterm"],
    ["incoterm_place", "text"],
    ["incoterm_edition", "text"],
  ),
  ...in_("money", ["amount", "money"], ["adjusted_invoice_amount", "money"], ["cover", "text"]),
];

const REF: FieldKey[] = ["number", "issued"];
const INVOICE: FieldKey[] = ["invoice_no", "invoice_date"];
const TERMS: FieldKey[] = ["incoterm", "incoterm_place", "incoterm_edition"];
const PORTS: FieldKey[] = ["port_of_loading", "port_of_discharge", "destination"];
const PACKS: FieldKey[] = ["package_count", "package_kind"];
const GOODS: FieldKey[] = ["description", "hs_codes", "origin", "goods"];

const TRANSPORT: FieldKey[] = [
  ...REF,
  "seller",
  "shipper",
  "third_party_shipper",
  "consignee",
  "description",
  ...PACKS,
  "gross_weight",
  "marks",
  "containers",
  ...PORTS,
  "freight",
  "dangerous_goods_class",
  "on_board",
];

/** The fields that matter on a document: those that the checks compare, and those that name it. */
const ON: Record<string, FieldKey[]> = {
  "sales-contract": [
    ...REF,
    "seller",
    "buyer",
    "to_order_allowed",
    "site",
    "description",
    "goods",
    ...TERMS,
    "amount",
    "cover",
  ],
  "commercial-invoice": [
    ...REF,
    "seller",
    "buyer",
    "contract_no",
    ...GOODS,
    "marks",
    ...TERMS,
    "amount",
  ],
  "packing-list": [
    ...REF,
    "contract_no",
    ...INVOICE,
    "goods",
    ...PACKS,
    "packages",
    "gross_weight",
    "net_weight",
    "marks",
    "no_wood",
  ],
  "bill-of-lading": TRANSPORT,
  "rail-consignment-note": TRANSPORT,
  "insurance-certificate": [
    ...REF,
    "expires",
    ...INVOICE,
    "description",
    ...PACKS,
    ...PORTS,
    "amount",
    "cover",
  ],
  "vgm-declaration": [...REF, "containers"],
  "export-declaration": [
    ...REF,
    "seller",
    "consignee",
    "contract_no",
    ...INVOICE,
    ...GOODS,
    ...PACKS,
    "gross_weight",
    "net_weight",
    "marks",
    "containers",
    ...PORTS,
    ...TERMS,
    "freight",
    "amount",
    "adjusted_invoice_amount",
  ],
  "certificate-of-origin": [
    ...REF,
    "seller",
    "buyer",
    "consignee",
    ...INVOICE,
    "description",
    "hs_codes",
    "origin",
    ...PACKS,
    "gross_weight",
    "marks",
    ...PORTS,
  ],
  "ispm15-declaration": [...REF, "wood_packages", "no_wood"],
  "dg-declaration": [...REF, "description", "packages", "dangerous_goods_class"],
  "oog-lashing-plan": [...REF, "goods", "packages"],
  "ens-data": [
    ...REF,
    "seller",
    "consignee",
    "description",
    "hs_codes",
    ...PACKS,
    "gross_weight",
    "containers",
  ],
  "letter-of-credit": [
    ...REF,
    "expires",
    "seller",
    "buyer",
    "to_order_allowed",
    "contract_no",
    "description",
    ...PORTS,
    ...TERMS,
    "amount",
  ],
  booking: [...REF, "packages", "containers", ...PORTS],
  "road-permit": [...REF, "expires", "packages"],
  nameplate: ["goods", "origin"],
  "fat-report": [...REF, "contract_no", "goods"],
  "eu-machinery-doc": [...REF, "seller", "goods"],
  "dual-use-export-licence": [
    ...REF,
    "expires",
    "seller",
    "consignee",
    "end_user",
    "contract_no",
    "hs_codes",
    "goods",
  ],
  "end-user-certificate": [...REF, "contract_no", "buyer", "end_user", "site", "goods"],
  "origin-marking": ["origin", "goods"],
};

/** What a document calls one of its fields, as a key of the words. */
export type Role = "beneficiary" | "applicant" | "exporter" | "consignor" | "insured";

const ROLES: Record<string, Partial<Record<FieldKey, Role>>> = {
  "letter-of-credit": { seller: "beneficiary", buyer: "applicant" },
  "certificate-of-origin": { seller: "exporter" },
  "export-declaration": { seller: "consignor" },
  "dual-use-export-licence": { seller: "exporter" },
  "ens-data": { seller: "consignor" },
  "insurance-certificate": { amount: "insured" },
};

export function roleOf(kind: string, key: FieldKey): Role | null {
  return ROLES[kind]?.[key] ?? null;
}

const LONGEST: Partial<Record<FieldKey, number>> = {
  site: 600,
  marks: 1000,
  incoterm_place: 200,
  incoterm_edition: 20,
  origin: 60,
  cover: 60,
  dangerous_goods_class: 60,
};

/** How many characters a field of one line takes. */
export function longest(key: FieldKey): number {
  return LONGEST[key] ?? 100;
}

/** Whether a field matters on a document; on a document not known here all do. */
export function belongs(kind: string, key: FieldKey): boolean {
  return ON[kind]?.includes(key) ?? true;
}

/** Whether a field is empty: it then says nothing, which is never equal to something. */
export function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === "") return true;
  return Array.isArray(value) && value.length === 0;
}

/** How many fields of a document are filled in. */
export function filled(document: TradeDocument | undefined): number {
  return FIELDS.filter(({ key }) => !isEmpty(document?.[key])).length;
}
