// Fails when svelte-check lets a broken component pass, as a set-up that checks nothing would.

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const bin = fileURLToPath(
  new URL("../node_modules/svelte-check/bin/svelte-check", import.meta.url),
);
const here = fileURLToPath(new URL(".", import.meta.url));
const run = spawnSync(
  process.execPath,
  [bin, "--workspace", here, "--tsconfig", `${here}tsconfig.json`, "--output", "machine"],
  { encoding: "utf8" },
);
const errors = run.stdout.split("\n").filter((line) => line.includes(" ERROR ")).length;
if (run.status === 0 || errors !== 2) {
  process.stderr.write(`svelte-check found ${errors} of 2 errors in Broken.svelte\n${run.stdout}`);
  process.exit(1);
}
