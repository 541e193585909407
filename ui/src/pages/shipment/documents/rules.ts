// Rules of checks other than that all documents say the same: names that may differ, dates in order,
// limits of the credit, amounts and cover. The engine judges; these say which document it is about. Pure.

import {
  BILL_OF_LADING,
  CONTRACT,
  CREDIT,
  creditDates,
  DANGEROUS_GOODS,
  EXPORT_DECLARATION,
  INSURANCE,
  INVOICE,
  LICENCE,
  ORIGIN,
  PACKING_LIST,
  type Scene,
} from "./kinds";
import { plainCode, plainText } from "./normal";
import { type Compared, type Judged, type Source, textOf } from "./row";

const none: Judged = { wrong: [] };

/** The same as the check itself says in words: exactly as the text. */
export const asWritten = (text: string): string => text;

/** The shipper on the bill may differ from the seller where that is meant (UCP 600 Art. 14 k). */
export function shipper(scene: Scene, sources: Source[]): Judged {
  const seller = textOf(sources, INVOICE);
  const named = textOf(sources, BILL_OF_LADING);
  const meant = scene.documents[BILL_OF_LADING]?.third_party_shipper === true;
  if (seller === "" || named === "" || meant) return none;
  return plainText(seller) === plainText(named) ? none : { wrong: [BILL_OF_LADING] };
}

/** One consignee; `TO ORDER` only where it is allowed, and then the certificate of origin names the buyer. */
export function consignee(scene: Scene, sources: Source[]): Judged {
  const stated = textOf(sources, scene.transport);
  const toOrder = /^TO (THE )?ORDER/.test(plainText(stated));
  const allowed = [CONTRACT, CREDIT].some(
    (kind) => scene.documents[kind]?.to_order_allowed === true,
  );
  const says = sources.filter(({ text }) => text !== "");
  if (toOrder && !allowed) return { wrong: [scene.transport] };
  const { parties } = scene.order;
  const wanted = plainText(
    (toOrder ? parties.buyer?.name : parties.consignee?.name) ?? (toOrder ? "" : stated),
  );
  if (wanted === "") return none;
  const looked = toOrder ? says.filter(({ kind }) => kind === ORIGIN) : says;
  return { wrong: looked.filter(({ text }) => plainText(text) !== wanted).map(({ kind }) => kind) };
}

/** Contract, invoice, certificate of origin; insurance, on board; licence, declaration, its expiry. */
export function dates(scene: Scene, sources: Source[]): Judged {
  const of = (kind: string): string => textOf(sources, kind);
  const expires = scene.documents[LICENCE]?.expires ?? "";
  const declared = of(EXPORT_DECLARATION);
  const pairs: [string, string, string, string][] = [
    [of(CONTRACT), of(INVOICE), CONTRACT, INVOICE],
    [of(INVOICE), of(ORIGIN), INVOICE, ORIGIN],
    [of(INSURANCE), scene.documents[BILL_OF_LADING]?.on_board ?? "", INSURANCE, BILL_OF_LADING],
    [of(LICENCE), declared, LICENCE, EXPORT_DECLARATION],
    [declared, expires, EXPORT_DECLARATION, LICENCE],
  ];
  const late = [INVOICE, PACKING_LIST, BILL_OF_LADING, ORIGIN, INSURANCE].filter(
    (kind) => scene.credit && scene.presentation !== null && of(kind) > scene.presentation,
  );
  const apart = pairs.flatMap(([first, then, a, b]) =>
    first !== "" && then !== "" && first > then ? [a, b] : [],
  );
  return { wrong: [...new Set([...apart, ...late])] };
}

/** On board by the latest shipment date. */
export const ON_BOARD: Compared = {
  id: "on_board",
  check: "x-latest-shipment",
  plain: asWritten,
  sources: (scene) => [
    {
      kind: scene.transport,
      must: "may",
      text: scene.onBoard?.day ?? "",
      // A planned day is changed in the schedule, not on the bill.
      path: scene.onBoard?.planned === true ? "" : "on_board",
      planned: scene.onBoard?.planned === true,
    },
  ],
  judge: (scene) => {
    const { latestShipment } = creditDates(scene);
    const day = scene.onBoard?.day;
    if (latestShipment === null || day === undefined) return none;
    const limit = { sign: "≤", text: latestShipment } as const;
    return { wrong: day > latestShipment ? [scene.transport] : [], limit };
  },
};

/** Presented within the days after shipment, and before the credit expires. */
export const PRESENTATION: Compared = {
  id: "presentation",
  check: "x-presentation",
  plain: asWritten,
  sources: (scene) => [
    {
      kind: CREDIT,
      must: "may",
      text: scene.credit ? (scene.presentation ?? "") : "",
      // The order holds the credit's terms, the schedule the day.
      path: "",
      planned: true,
    },
  ],
  judge: (scene) => {
    const { presentBy } = creditDates(scene);
    if (presentBy === null || scene.presentation === null || !scene.credit) return none;
    const limit = { sign: "≤", text: presentBy } as const;
    return { wrong: scene.presentation > presentBy ? [CREDIT] : [], limit };
  },
};

/** The invoice holds the credit's wording; that the entry summary has no stop word the engine knows. */
export function description(scene: Scene, sources: Source[]): Judged {
  const [invoice, credit] = [textOf(sources, INVOICE), textOf(sources, CREDIT)];
  if (!scene.credit || invoice === "" || credit === "") return none;
  return plainText(invoice).includes(plainText(credit)) ? none : { wrong: [INVOICE] };
}

type Units = Map<string, number>;

function unitsOf(scene: Scene, kind: string): Units | null {
  const units: Units = new Map();
  for (const { model, quantity } of scene.documents[kind]?.goods ?? []) {
    if (quantity === null || quantity === undefined) return null;
    units.set(plainCode(model), (units.get(plainCode(model)) ?? 0) + quantity);
  }
  return units.size === 0 ? null : units;
}

/** Per model the same on invoice and packing list, within contract and licence. */
export function quantity(scene: Scene): Judged {
  const invoice = unitsOf(scene, INVOICE);
  const packed = unitsOf(scene, PACKING_LIST);
  const held = (kind: string): boolean => scene.documents[kind] !== undefined;
  const asked = [INVOICE, PACKING_LIST, ...[CONTRACT, LICENCE].filter(held)];
  const missing = asked
    .filter((kind) => unitsOf(scene, kind) === null)
    .map((kind): [string, string] => [kind, "goods"]);
  if (invoice === null) return { wrong: [], missing };
  const wrong: string[] = [];
  if (packed !== null) {
    const models = new Set([...invoice.keys(), ...packed.keys()]);
    const same = [...models].every((model) => invoice.get(model) === packed.get(model));
    if (!same) wrong.push(INVOICE, PACKING_LIST);
  }
  for (const kind of [CONTRACT, LICENCE]) {
    const limit = unitsOf(scene, kind);
    if (limit === null) continue;
    if ([...invoice].some(([model, n]) => n > (limit.get(model) ?? 0))) wrong.push(INVOICE, kind);
  }
  return { wrong: [...new Set(wrong)], missing };
}

/** What the licence covers. */
export const LICENSED: Compared = {
  id: "licence",
  check: "x-dual-use",
  plain: plainText,
  sources: ({ documents, licensed }) => [
    {
      kind: LICENCE,
      must: licensed ? "say" : "may",
      text: (documents[LICENCE]?.goods ?? [])
        .map(({ model, quantity }) => `${model} × ${quantity ?? "?"}`)
        .join(", "),
      path: "goods",
    },
  ],
  judge: () => none,
};

/** Dangerous goods on the list have a declaration, and their class stands on the transport document. */
export const DANGEROUS: Compared = {
  id: "dangerous_goods",
  check: "x-dg",
  plain: plainText,
  sources: ({ documents, transport }) => [
    {
      kind: PACKING_LIST,
      must: "may",
      text: (documents[PACKING_LIST]?.packages ?? [])
        .map(({ dangerous_goods }) => dangerous_goods ?? "")
        .filter((number) => number !== "")
        .join(", "),
      path: "packages",
    },
    {
      kind: DANGEROUS_GOODS,
      must: "may",
      text:
        documents[DANGEROUS_GOODS]?.dangerous_goods_class ??
        documents[DANGEROUS_GOODS]?.number ??
        "",
      path: "dangerous_goods_class",
    },
    {
      kind: transport,
      must: "may",
      text: documents[transport]?.dangerous_goods_class ?? "",
      path: "dangerous_goods_class",
    },
  ],
  judge: ({ documents, transport }, sources) => {
    const listed = textOf(sources, PACKING_LIST) !== "";
    const declared = documents[DANGEROUS_GOODS] !== undefined;
    if (!listed && declared) return { wrong: [DANGEROUS_GOODS] };
    const missing: [string, string][] = [];
    if (listed && !declared) missing.push([DANGEROUS_GOODS, "number"]);
    if (listed && declared && textOf(sources, transport) === "")
      missing.push([transport, "dangerous_goods_class"]);
    return { wrong: [], missing };
  },
};
