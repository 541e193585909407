import { describe, expect, it } from "vitest";
import { COLUMNS } from "./columns";
import { cellsOf, isBlock, pasted } from "./paste";

describe("a block of cells", () => {
  it("is parted by tabs and ends of lines, quoted cells whole", () => {
    expect(cellsOf('1\t"a ""b""\nc"\r\n2\t\r\n')).toEqual([
      ["1", 'a "b" c'],
      ["2", ""],
    ]);
    expect(isBlock("16500 kg")).toBe(false);
    expect(isBlock("16500 kg\r\n")).toBe(false);
    expect(isBlock("1\t2")).toBe(true);
  });

  it("fills cells from where it is pasted and adds lines", () => {
    const lines = [{ number: "1", kind: "case" }];
    const block = "case\t5600\t2250\ncrate\t1500 mm\t1,200";
    expect(pasted(COLUMNS.packages, lines, { line: 0, column: 1 }, block)).toEqual([
      { number: "1", kind: "case", length: "5600 mm", width: "2250 mm" },
      { number: "", kind: "crate", length: "1500 mm", width: "1,200 mm" },
    ]);
  });

  it("leaves out a head that only repeats the columns, and empty rows at the end", () => {
    const block = "Model\tSerials\tUnits\nLM-MT650\t2611-07, 2611-08\t2\n\t\t";
    const titles = ["Model", "Serials", "Units"];
    expect(pasted(COLUMNS.goods, [], { line: 0, column: 0 }, block, titles)).toEqual([
      { model: "LM-MT650", serials: ["2611-07", "2611-08"], quantity: 2 },
    ]);
  });

  it("knows yes and no in either language and drops what is beyond the last column", () => {
    const wood = COLUMNS.packages.findIndex(({ key }) => key === "solid_wood");
    expect(
      pasted(COLUMNS.packages, [], { line: 0, column: wood }, "是\t9\t1\tUN3480\tmore\nno"),
    ).toEqual([
      {
        number: "",
        solid_wood: true,
        wood_thickness: "9 mm",
        consignment: 1,
        dangerous_goods: "UN3480",
      },
      { number: "", solid_wood: false },
    ]);
  });
});
