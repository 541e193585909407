import { expect, it } from "vitest";
import type { FaultView } from "../../lib/bindings/FaultView";
import { CallFailed, type call } from "../../lib/ipc";
import { FileCheck } from "./checking.svelte";

const fault: FaultView = {
  sha256: "9f3a",
  name: "ISO.pdf",
  fault: { en: "Altered.", zh: "已改动。" },
  evidence: [],
  shipments: [],
  original_path: null,
};
const verified = { checked: 2, bytes: 10, faults: [fault] };
const failure = {
  code: "no-copy",
  message: { en: "No copy.", zh: "无副本。" },
  next: { en: "Choose it.", zh: "请选择。" },
  detail: "",
};

function check(answers: Record<string, (input: unknown) => unknown>) {
  const asked: [string, unknown][] = [];
  const ask = (name: string, input: unknown) => {
    asked.push([name, input]);
    return Promise.resolve().then(() => answers[name]?.(input));
  };
  return { asked, check: new FileCheck(ask as unknown as typeof call) };
}

const ends = (outcome: unknown) => ({
  verify_files: () => ({ job: 1 }),
  job: () => ({ done: 1, total: 1, item: "", outcome }),
});

it("tells what the check found", async () => {
  const { check: one } = check(ends({ verified }));
  const run = one.start();
  expect(one.running).toBe(true);
  await run;
  expect(one.running).toBe(false);
  expect(one.result).toEqual(verified);
});

it("runs once at a time, and tells why it ended early", async () => {
  const { check: one, asked } = check(ends({ failed: failure }));
  await Promise.all([one.start(), one.start()]);
  expect(asked.filter(([name]) => name === "verify_files")).toHaveLength(1);
  expect(one.failed).toEqual(failure);
});

it("a file without a copy is put right from one that the user chooses", async () => {
  const { check: one, asked } = check({
    heal_file: (input) => {
      const { path } = input as { path: string | null };
      if (path === null) throw new CallFailed(failure);
      return { from: path };
    },
    choose_files: () => ["/media/ISO.pdf"],
  });
  await one.heal(fault);
  expect(one.remedies["9f3a"]?.failed?.code).toBe("no-copy");
  await one.healFrom(fault, "file");
  expect(one.remedies["9f3a"]).toEqual({ from: "/media/ISO.pdf", busy: false });
  expect(asked.at(-1)).toEqual(["heal_file", { sha256: "9f3a", path: "/media/ISO.pdf" }]);
});

it("nothing happens where nothing was chosen", async () => {
  const { check: one, asked } = check({ choose_files: () => [], choose_folder: () => null });
  await one.healFrom(fault, "file");
  await one.healFrom(fault, "folder");
  expect(asked.map(([name]) => name)).toEqual(["choose_files", "choose_folder"]);
  expect(one.remedies).toEqual({});
});
