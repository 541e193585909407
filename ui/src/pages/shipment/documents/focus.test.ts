import { expect, it } from "vitest";
import { cellOf } from "./focus";

it("numbers the cells of a table as the table does", () => {
  expect(cellOf("packages.2.net")).toBe("2.5");
  expect(cellOf("containers.0.vgm")).toBe("0.5");
  expect(cellOf("packages")).toBeNull();
  expect(cellOf("gross_weight")).toBeNull();
});
