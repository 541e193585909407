import { afterEach, describe, expect, it, vi } from "vitest";
import { href, parse, router, type Route } from "./route.svelte";

describe("addresses", () => {
  const places: Route[] = [
    { page: "shipments" },
    { page: "today" },
    { page: "new" },
    { page: "shipment", id: "sh-1", tab: "overview" },
    { page: "shipment", id: "a/b c", tab: "checklist", item: "iso-9001:lapses" },
    { page: "evidence" },
    { page: "evidence", item: "ev-1" },
    { page: "evidence", item: "ev-1", file: "c67e" },
    { page: "evidence", item: "ev-1", file: "c67e", at: 3 },
    { page: "search" },
    { page: "search", text: "出口 EN 60204-1/A1" },
    { page: "requirements", item: "machinery-doc" },
    { page: "requirements", item: "machinery-doc", editing: { mode: "edit" } },
    { page: "requirements", item: "eu-machinery", editing: { mode: "new" } },
    { page: "requirements", item: "ce/mark", editing: { mode: "copy", into: "own pack" } },
    { page: "versions" },
    { page: "versions", item: "sh-1" },
    { page: "watch" },
    { page: "watch", item: "w-acfta-3" },
    { page: "history" },
    { page: "calendars", item: "DE-HH" },
    { page: "times" },
    { page: "settings" },
  ];

  it("read back as they were written", () => {
    for (const place of places) expect(parse(href(place))).toEqual(place);
  });

  it("that name nothing lead to the list of shipments", () => {
    for (const hash of ["", "#", "#/", "#/nothing", "#/shipment", "#/shipment/"]) {
      expect(parse(hash)).toEqual({ page: "shipments" });
    }
  });

  it("with an unknown tab lead to the overview", () => {
    expect(parse("#/shipment/sh-1/nothing")).toEqual({
      page: "shipment",
      id: "sh-1",
      tab: "overview",
    });
  });

  it("with nothing known to do lead to the requirement", () => {
    for (const rest of ["nothing", "copy", "copy/"]) {
      expect(parse(`#/requirements/a/${rest}`)).toEqual({ page: "requirements", item: "a" });
    }
  });

  it("that are broken do not throw", () => {
    expect(parse("#/evidence/%E0%A4%A")).toEqual({ page: "evidence", item: "%E0%A4%A" });
  });
});

describe("the router", () => {
  /** A window at an address. */
  function at(hash: string): void {
    const location = { hash };
    const replaceState = (_: unknown, __: string, next: string) => (location.hash = next);
    vi.stubGlobal("location", location);
    vi.stubGlobal("history", { replaceState });
    router.current = parse(hash);
  }
  afterEach(() => vi.unstubAllGlobals());

  it("opens with the page that was set, where the address names none", () => {
    for (const [hash, page] of [
      ["", "today"],
      ["#/", "today"],
      ["#/shipments", "shipments"],
      ["#/watch/w-acfta-3", "watch"],
    ] as const) {
      at(hash);
      router.open("today");
      expect(router.current.page, hash).toBe(page);
    }
  });

  it("asks before choosing something else would lose what is unsaved", () => {
    at("#/calendars/CN-2027-MIN");
    let unsaved = true;
    const stop = router.hold(() => unsaved);
    const other: Route = { page: "calendars", item: "DE-HH" };
    router.choose({ page: "calendars", item: "CN-2027-MIN" });
    expect(router.wanted, "it is where it is").toBeUndefined();
    router.choose(other);
    expect(router.wanted).toEqual(other);
    expect(router.current).toEqual({ page: "calendars", item: "CN-2027-MIN" });
    router.leave();
    expect(location.hash).toBe("#/calendars/DE-HH");
    unsaved = false;
    at("#/calendars/CN-2027-MIN");
    router.choose(other);
    expect(router.current).toEqual(other);
    stop();
  });
});
