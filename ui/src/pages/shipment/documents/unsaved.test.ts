import { describe, expect, it } from "vitest";
import type { ShipmentView } from "../../../lib/bindings/ShipmentView";
import { document } from "./sample";
import { draftFor, dropDraft, isUnsaved, keepDraft, savedDraft } from "./unsaved.svelte";

function view(id: string, marks: string): ShipmentView {
  return { id, documents: { "packing-list": document({ marks }) } } as unknown as ShipmentView;
}

const KIND = "packing-list";

describe("a document that is not saved", () => {
  it("is kept for its shipment until it is dropped", () => {
    const held = view("a", "EP");
    keepDraft(held, KIND, document({ marks: "EP 1-3" }));
    expect(isUnsaved(held, KIND)).toBe(true);
    expect(draftFor(view("a", "EP"), KIND)?.marks).toBe("EP 1-3");
    expect(draftFor(view("b", "EP"), KIND)).toBeNull();
    dropDraft(held, KIND);
    expect(isUnsaved(held, KIND)).toBe(false);
  });

  it("stays after saving only until the shipment was read again", () => {
    const held = view("a", "EP");
    keepDraft(held, KIND, document({ marks: "EP 1-3" }));
    savedDraft(held, KIND);
    expect(draftFor(held, KIND)?.marks).toBe("EP 1-3");
    expect(draftFor(view("a", "EP 1-3"), KIND)).toBeNull();
    dropDraft(held, KIND);
  });

  it("gives way where it says nothing new", () => {
    const held = view("a", "EP");
    keepDraft(held, KIND, document({ marks: "EP " }));
    expect(draftFor(held, KIND)?.marks).toBe("EP ");
    expect(draftFor(view("a", "before"), KIND)).toBeNull();
    dropDraft(held, KIND);
  });
});
