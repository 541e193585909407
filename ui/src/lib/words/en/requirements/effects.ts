import { plural } from "../../format";

export const effects = {
  title: "What changes in your shipments",
  hint: "As if every shipment took this version. Nothing is saved yet.",
  none: "No finding changes in any shipment.",
  working: "Working it out",
  half: "Finish the marked fields. The effect is shown then.",
  blocked: "Shown once the mistakes are corrected.",
  gained: "New",
  lost: "Gone",
  changed: "Changed",
  spoken: (count: number) =>
    count === 0 ? "No finding changes." : `${plural(count, "shipment", "shipments")} would change.`,
  count: (count: number) => plural(count, "shipment changes", "shipments change"),
  more: (count: number) => `${count} more`,
};
