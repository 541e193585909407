import { describe, expect, it } from "vitest";
import { lead } from "./lead";

describe("the next step", () => {
  it("is cut from the summary that ends with it", () => {
    expect(lead("It expired 14 Oct. Book a slot.", "Book a slot.")).toEqual({
      text: "It expired 14 Oct.",
      next: "Book a slot.",
    });
  });

  it("follows a summary that does not say it", () => {
    expect(lead("It expired.", "Book a slot.").next).toBe("Book a slot.");
  });

  it("is the last sentence where none is named, in Chinese too", () => {
    expect(lead("HS 8457.10 and 8458.11 differ. Correct one of them.", "")).toEqual({
      text: "HS 8457.10 and 8458.11 differ.",
      next: "Correct one of them.",
    });
    expect(lead("证书 12-04 到期。申请延期函。", "")).toEqual({
      text: "证书 12-04 到期。",
      next: "申请延期函。",
    });
    expect(lead("Nothing to do", "")).toEqual({ text: "Nothing to do", next: "" });
    expect(lead("One sentence.", "")).toEqual({ text: "One sentence.", next: "" });
  });
});
