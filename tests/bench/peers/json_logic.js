// B2 with json-logic-js: reads rules.json, says ready; answers "run" and "verdicts".
const { readFileSync } = require("node:fs");
const { createInterface } = require("node:readline");
const logic = require("json-logic-js");

const given = JSON.parse(readFileSync(process.argv[2], "utf8"));
const rules = given["json-logic"];
console.log("ready");

createInterface({ input: process.stdin }).on("line", (line) => {
  const began = process.hrtime.bigint();
  const verdicts = rules.map((rule) => logic.apply(rule, given.context));
  const took = process.hrtime.bigint() - began;
  console.log(line.trim() === "run" ? String(took) : JSON.stringify(verdicts));
});
