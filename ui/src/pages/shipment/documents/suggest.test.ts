import { describe, expect, it } from "vitest";
import type { EvidenceView } from "../../../lib/bindings/EvidenceView";
import type { SuggestionView } from "../../../lib/bindings/SuggestionView";
import { draftOf, setField } from "./draft";
import { canTake, fieldOf, isHeld, readable, take } from "./suggest";

function read(field: string, value: string): SuggestionView {
  const place = { en: "Page 1", zh: "第 1 页" };
  return { field, value, shown: null, place, excerpt: value, from: 0, to: 1 };
}

const empty = draftOf(undefined);

describe("a value read in a file", () => {
  it("belongs to a field of the form, or to none", () => {
    expect(fieldOf(read("gross_weight", "1 kg"))?.key).toBe("gross_weight");
    expect(fieldOf(read("container", "A"))?.key).toBe("containers");
    expect(fieldOf(read("weather", "A"))).toBeNull();
  });

  it("is taken in the form of its field", () => {
    const of = (field: string, value: string) => take(empty, read(field, value));
    expect(of("gross_weight", "18460 kg").gross_weight).toBe("18460 kg");
    expect(of("package_count", "3").package_count).toBe(3);
    expect(of("issued", "2026-12-18").issued).toBe("2026-12-18");
    expect(of("hs_codes", "8457.10").hs_codes).toEqual(["8457.10"]);
    expect(of("containers", "HLBU2844190 / CN118842").containers).toEqual([
      { number: "HLBU2844190", seal: "CN118842" },
    ]);
    expect(of("freight", "prepaid").freight).toBe("prepaid");
    expect(of("no_wood", "yes").no_wood).toBe(true);
    expect(of("incoterm", "CIP Hamburg (Incoterms 2020)")).toMatchObject({
      incoterm: "CIP",
      incoterm_place: "Hamburg",
      incoterm_edition: "2020",
    });
    expect(of("incoterm", "CIP Xinjin")).toMatchObject({ incoterm_place: "Xinjin" });
  });

  it("keeps what else is known of a party", () => {
    const held = setField(empty, "buyer", { name: "Elbufer", country: "DE" });
    expect(take(held, read("buyer", "Elbufer GmbH")).buyer).toMatchObject({
      name: "Elbufer GmbH",
      country: "DE",
    });
  });

  it("is not offered where it does not fit", () => {
    expect(canTake(empty, read("package_count", "three"))).toBe(false);
    expect(canTake(empty, read("issued", "18 Dec"))).toBe(false);
    expect(canTake(empty, read("incoterm", "FREE"))).toBe(false);
    expect(canTake(empty, read("weather", "A"))).toBe(false);
    expect(take(empty, read("issued", "18 Dec"))).toBe(empty);
  });

  it("counts as held in whatever spelling", () => {
    const held = {
      ...empty,
      gross_weight: "18.46 t",
      seller: { name: "Meridian Company Limited" } as never,
      hs_codes: ["8457.10"],
      origin: "China",
    };
    expect(isHeld(held, read("gross_weight", "18460 kg"))).toBe(true);
    expect(isHeld(held, read("gross_weight", "18640 kg"))).toBe(false);
    expect(isHeld(held, read("seller", "MERIDIAN CO., LTD."))).toBe(true);
    expect(isHeld(held, read("hs_codes", "845710"))).toBe(true);
    expect(isHeld(held, read("origin", "CN"))).toBe(true);
    expect(isHeld(empty, read("issued", "2026-12-18"))).toBe(false);
    const term = read("incoterm", "CIP Hamburg");
    expect(isHeld(setField(empty, "incoterm", "CIP"), term)).toBe(false);
    expect(isHeld(take(empty, term), term)).toBe(true);
  });
});

describe("the files of a shipment", () => {
  it("come with those of this kind first, each once", () => {
    const of = (type: string, ...hashes: string[]): EvidenceView =>
      ({
        evidence: { type },
        files: hashes.map((sha256) => ({ sha256, name: sha256 })),
      }) as unknown as EvidenceView;
    const list = readable([of("iso-9001", "a", "b"), of("packing-list", "c", "a")], "packing-list");
    expect(list.map(({ file, own }) => [file.sha256, own])).toEqual([
      ["c", true],
      ["a", true],
      ["b", false],
    ]);
  });
});
