// Rules about freight, amounts and insurance. Pure.

import { CONTRACT, CREDIT, EXPORT_DECLARATION, INSURANCE, INVOICE, type Scene } from "./kinds";
import { plainQuantity, plainText, quantityOf, written } from "./normal";
import { type Compared, type Judged, type Source, textOf } from "./row";

const none: Judged = { wrong: [] };

/** C and D rules: prepaid; E and F: collect. */
export function freight(scene: Scene, sources: Source[]): Judged {
  const rule = scene.order.incoterm;
  if (!rule) return none;
  const expected = /^[CD]/.test(rule) ? "prepaid" : "collect";
  const stated = textOf(sources, scene.transport);
  const wrong = stated !== "" && stated !== expected ? [scene.transport] : [];
  return { wrong, limit: { sign: "=", text: expected } };
}

/** The invoice within the credit; the declaration equal to the invoice adjusted to its term. */
export function amount(scene: Scene, sources: Source[]): Judged {
  const { order, documents } = scene;
  const invoice = textOf(sources, INVOICE);
  const credit = documents[CREDIT]?.amount ?? order.letter_of_credit?.amount;
  const [found, limit] = [quantityOf(invoice), quantityOf(credit)];
  const wrong: string[] = [];
  const missing: [string, string][] = [];
  if (found && limit && (found.unit !== limit.unit || found.value > limit.value))
    wrong.push(INVOICE, CREDIT);
  const declaration = documents[EXPORT_DECLARATION];
  if (declaration) {
    const sameTerm = Boolean(declaration.incoterm) && declaration.incoterm === order.incoterm;
    const expected = declaration.adjusted_invoice_amount ?? (sameTerm ? invoice : "");
    const declared = declaration.amount ?? "";
    if (declared !== "" && expected === "")
      missing.push([EXPORT_DECLARATION, "adjusted_invoice_amount"]);
    if (declared !== "" && expected !== "" && plainQuantity(declared) !== plainQuantity(expected))
      wrong.push(EXPORT_DECLARATION);
  }
  return { wrong, missing };
}

/** At least 110 % of the value, in its currency (UCP 600 Art. 28). */
export const INSURED: Compared = {
  id: "insured",
  check: "x-insured-amount",
  plain: plainQuantity,
  sources: ({ documents }) => [
    { kind: INSURANCE, must: "say", text: documents[INSURANCE]?.amount ?? "", path: "amount" },
  ],
  judge: ({ documents, order }, sources) => {
    const value = quantityOf(documents[INVOICE]?.amount ?? order.contract_amount);
    if (value === null) return { wrong: [], missing: [[INVOICE, "amount"]] };
    // In tenths, so that 1.1 brings no fraction of its own.
    const needed = Math.round(value.value * 11_000) / 10_000;
    const insured = quantityOf(textOf(sources, INSURANCE));
    const short = insured !== null && (insured.unit !== value.unit || insured.value < needed);
    return {
      wrong: short ? [INSURANCE] : [],
      limit: { sign: "≥", text: written(needed, value.unit) },
    };
  },
};

/** How far a clause goes: `C`, `B` or `A`, the widest. */
function clause(text: string | null | undefined): string {
  const plain = plainText(text ?? "");
  if (plain.includes("ALL RISKS")) return "A";
  return / ([ABC])$/.exec(` ${plain}`)?.[1] ?? "";
}

/** The cover agreed in the order, or what the Incoterms rule asks for. */
export const COVER: Compared = {
  id: "cover",
  check: "x-insured-amount",
  plain: plainText,
  sources: ({ documents }) => [
    { kind: INSURANCE, must: "held", text: documents[INSURANCE]?.cover ?? "", path: "cover" },
    { kind: CONTRACT, must: "may", text: documents[CONTRACT]?.cover ?? "", path: "cover" },
  ],
  judge: ({ order }, sources) => {
    const least = order.incoterm === "CIP" ? "A" : order.incoterm === "CIF" ? "C" : "";
    const needed = clause(order.agreed_cover) || least;
    if (needed === "") return none;
    const held = textOf(sources, INSURANCE);
    // A comes first in the alphabet and covers most.
    const short = held !== "" && (clause(held) === "" || clause(held) > needed);
    return { wrong: short ? [INSURANCE] : [], limit: { sign: "≥", text: `ICC ${needed}` } };
  },
};
