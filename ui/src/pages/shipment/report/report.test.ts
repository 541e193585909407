import { describe, expect, it } from "vitest";
import { Book, readPage, sharpness } from "./pages";
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
  it("is drawn once, when it is first looked at", async () => {
    const asked: string[] = [];
    const book = new Book((page, pixels) => {
      asked.push(`${page}@${pixels}`);
      return Promise.resolve(`data:${page}`);
    });
    expect(await book.page(2, 1.5)).toBe("data:2");
    await book.page(2, 1.5);
    await book.page(2, 0.25);
    expect(asked).toEqual(["2@1.5", "2@0.25"]);
  });

  it("is as sharp as the screen needs, within bounds", () => {
    expect(sharpness(100, 1)).toBe(1.5);
    expect(sharpness(75, 1)).toBe(1);
    expect(sharpness(150, 2)).toBe(4);
    expect(sharpness(100, 0)).toBe(1.5);
  });

  it("is found by its number, within the report", () => {
    expect(readPage("3", 5)).toBe(3);
    expect(readPage("9", 5)).toBe(5);
    expect(readPage("0", 5)).toBe(1);
    expect(readPage("x", 5)).toBeNull();
    expect(readPage("", 5)).toBeNull();
  });
});
