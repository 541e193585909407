// The kinds of trade documents that the checks name, and what a shipment says beside its documents. Pure.

import type { Order } from "../../../lib/bindings/Order";
import type { ShipmentView } from "../../../lib/bindings/ShipmentView";
import type { TolerancesView } from "../../../lib/bindings/TolerancesView";
import type { TradeDocument } from "../../../lib/bindings/TradeDocument";

export const CONTRACT = "sales-contract";
export const INVOICE = "commercial-invoice";
export const PACKING_LIST = "packing-list";
export const BILL_OF_LADING = "bill-of-lading";
export const RAIL_NOTE = "rail-consignment-note";
export const INSURANCE = "insurance-certificate";
export const VGM = "vgm-declaration";
export const EXPORT_DECLARATION = "export-declaration";
export const ORIGIN = "certificate-of-origin";
export const WOOD = "ispm15-declaration";
export const DANGEROUS_GOODS = "dg-declaration";
export const LASHING_PLAN = "oog-lashing-plan";
export const ENS = "ens-data";
export const CREDIT = "letter-of-credit";
export const BOOKING = "booking";
export const ROAD_PERMIT = "road-permit";
export const NAMEPLATE = "nameplate";
export const FAT_REPORT = "fat-report";
export const DECLARATION = "eu-machinery-doc";
export const LICENCE = "dual-use-export-licence";
export const END_USER_CERTIFICATE = "end-user-certificate";
export const MARKING = "origin-marking";

/** Stands for the bill of lading, or the rail note where only that is held. */
export const TRANSPORT = "transport";

/** The tolerances that hold where the user set none. */
export const USUAL: TolerancesView = {
  gross_weight: "0",
  vgm_percent: "1",
  vgm_mass: "100",
  dimensions: "20",
};

/** What the checks look at. */
export interface Scene {
  documents: Partial<Record<string, TradeDocument>>;
  order: Order;
  tolerances: TolerancesView;
  /** The shipment is paid by letter of credit. */
  credit: boolean;
  /** A licence is needed or held. */
  licensed: boolean;
  /** The transport document compared. */
  transport: string;
  /** The day on board: as the bill says, or as planned. */
  onBoard: { day: string; planned: boolean } | null;
  /** The planned day of presentation to the bank. */
  presentation: string | null;
}

type Seen = Pick<
  ShipmentView,
  "documents" | "order" | "tolerances" | "products" | "evidence" | "schedule"
>;

/** The last planned finish of a step. */
function planned(view: Seen, step: string): string | null {
  const days = view.schedule.milestones
    .filter((milestone) => milestone.step === step)
    .map(({ finish }) => finish);
  return days.sort().at(-1) ?? null;
}

/** The last day on board, planned: the ship date, but not where export clearance stands in for it. */
function loaded({ schedule }: Seen): string | null {
  const last = schedule.milestones.find(({ id }) => id === schedule.ships_at);
  return last?.step === "export-clearance" ? null : schedule.ships;
}

/** What the checks look at in a shipment. */
export function sceneOf(view: Seen): Scene {
  const { documents, order } = view;
  const stated = documents[BILL_OF_LADING]?.on_board ?? null;
  const plan = loaded(view);
  const day = stated ?? plan;
  return {
    documents,
    order,
    tolerances: view.tolerances,
    credit:
      Boolean(order.letter_of_credit) ||
      (order.payment ?? []).includes("letter-of-credit") ||
      documents[CREDIT] !== undefined,
    licensed:
      documents[LICENCE] !== undefined ||
      view.products.some(({ dual_use }) => dual_use?.nsg === "likely-listed") ||
      view.evidence.some(({ evidence }) => evidence.type === LICENCE),
    transport:
      documents[BILL_OF_LADING] === undefined && documents[RAIL_NOTE] !== undefined
        ? RAIL_NOTE
        : BILL_OF_LADING,
    onBoard: day === null ? null : { day, planned: stated === null },
    presentation: planned(view, "presentation"),
  };
}

/** Days for presentation where the credit does not say (UCP 600 Art. 14 c). */
export const PRESENTATION_DAYS = 21;

/** The day after so many days. */
export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The dates that a letter of credit and the contract set. */
export interface CreditDates {
  latestShipment: string | null;
  expires: string | null;
  /** Days for presentation; `silent` where the credit does not say. */
  days: number;
  silent: boolean;
  /** On board plus these days, but by the expiry. */
  presentBy: string | null;
}

export function creditDates(scene: Scene): CreditDates {
  const { order, onBoard } = scene;
  const credit = order.letter_of_credit;
  const latest = [credit?.latest_shipment, order.latest_shipment].filter(
    (day) => day !== null && day !== undefined,
  );
  const days = credit?.presentation_days ?? PRESENTATION_DAYS;
  const expires = credit?.expires ?? null;
  const after = onBoard === null ? null : plusDays(onBoard.day, days);
  return {
    latestShipment: latest.sort()[0] ?? null,
    expires,
    days,
    silent: (credit?.presentation_days ?? null) === null,
    presentBy: after === null || expires === null ? null : after < expires ? after : expires,
  };
}
