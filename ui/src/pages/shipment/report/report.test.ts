import { describe, expect, it } from "vitest";
import { Book, pageSource, readPage } from "./pages";
import { Options, SECTIONS } from "./report.svelte";

describe("the options of a report", () => {
  it("keep the order of the report, however sections are chosen", () => {
    const options = new Options();
    options.toggle("summary", false);
    options.toggle("schedule", false);
    options.toggle("summary", true);
    expect(options.sections[0]).toBe("summary");
    expect(options.sections).toHaveLength(SECTIONS.length - 1);
    expect(options.request("a", null)).toMatchObject({
      shipment: "a",
      on: null,
      language: "both",
      draft: true,
    });
  });
});

describe("a page", () => {
  it("becomes an image that holds Chinese text", () => {
    const source = pageSource("<svg>出口就绪</svg>");
    expect(source.startsWith("data:image/svg+xml;base64,")).toBe(true);
    const bytes = Uint8Array.from(atob(source.split(",")[1] ?? ""), (char) => char.charCodeAt(0));
    expect(new TextDecoder().decode(bytes)).toBe("<svg>出口就绪</svg>");
  });

  it("is made once, when it is looked at", () => {
    const book = new Book(["<svg>1</svg>", "<svg>2</svg>"]);
    expect(book.source(2)).toBe(pageSource("<svg>2</svg>"));
    expect(book.source(2)).toBe(book.source(2));
  });

  it("may be large", () => {
    expect(pageSource("x".repeat(300_000)).length).toBeGreaterThan(400_000);
  });

  it("is found by its number, within the report", () => {
    expect(readPage("3", 5)).toBe(3);
    expect(readPage("9", 5)).toBe(5);
    expect(readPage("0", 5)).toBe(1);
    expect(readPage("x", 5)).toBeNull();
    expect(readPage("", 5)).toBeNull();
  });
});
