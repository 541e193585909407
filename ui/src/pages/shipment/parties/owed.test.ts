import { describe, expect, it } from "vitest";
import type { Party } from "../../../lib/bindings/Party";
import { draftOf, languageOf, partyOf } from "./owed";

const forwarder: Party = {
  name: "Nordkai Spedition GmbH",
  name_zh: null,
  country: "DE",
  address: null,
  languages: ["de", "en"],
  time_zone: "Europe/Berlin",
  calendar: "DE-HH",
  contacts: [{ name: "Jana Petersen", position: null, email: "jana@nordkai.example", phone: null }],
};

describe("a party", () => {
  it("reads back as it was after editing nothing", () => {
    expect(partyOf(draftOf(forwarder))).toEqual(forwarder);
  });

  it("that is new begins empty and keeps no empty texts", () => {
    const party = partyOf({ ...draftOf(null), name: "SINOSURE", address: "  " });
    expect(party).toMatchObject({ name: "SINOSURE", address: null, contacts: [] });
  });

  it("is written to in Chinese where it prefers that", () => {
    expect(languageOf(forwarder)).toBe("en");
    expect(languageOf({ ...forwarder, languages: ["zh", "en"] })).toBe("zh");
    expect(languageOf({ ...forwarder, languages: [], country: "CN" })).toBe("zh");
    expect(languageOf(null)).toBe("en");
  });
});
