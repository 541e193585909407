// Newer versions of packs, as the program would offer them: taking and refusing them is remembered while the
// page lives, so that the lists can be seen to change.

import type { ShipmentView } from "../src/lib/bindings/ShipmentView";
import type { UpgradeChoice } from "../src/lib/bindings/UpgradeChoice";
import type { UpgradePreview } from "../src/lib/bindings/UpgradePreview";
import type { UpgradeRow } from "../src/lib/bindings/UpgradeRow";

const taken = new Set<string>();
const declined = new Set<string>();

export function settle(name: "accept_upgrade" | "decline_upgrade", choice: UpgradeChoice): void {
  const list = name === "accept_upgrade" ? taken : declined;
  for (const shipment of choice.shipments) list.add(shipment);
}

export async function upgradeRows(): Promise<UpgradeRow[]> {
  const { default: rows } = await import("./fixtures/upgrades.json");
  return (rows as UpgradeRow[])
    .filter((row) => !taken.has(row.shipment))
    .map((row) => ({ ...row, declined: row.declined || declined.has(row.shipment) }));
}

export async function upgradePreviews(choice: UpgradeChoice): Promise<UpgradePreview[]> {
  const { default: previews } = await import("./fixtures/preview_upgrade.json");
  return (previews as unknown as UpgradePreview[]).filter((preview) =>
    choice.shipments.includes(preview.shipment),
  );
}

/** The shipment with what it could take now. */
export async function shipmentNow(view: ShipmentView): Promise<ShipmentView> {
  const upgrade = (await upgradeRows()).find((row) => row.shipment === view.id) ?? null;
  return { ...view, upgrade };
}
