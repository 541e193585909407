import type { status as en } from "../en/status";

export const status = {
  states: {
    blocker: "阻断",
    major: "重要",
    minor: "次要",
    info: "提示",
    unknown: "未知",
    unverified: "待核实",
    ready: "就绪",
    decided: "已决定",
    task: "待办",
  },
  verdicts: {
    gap: "缺口",
    unknown: "未知",
    unverified: "待核实",
    task: "待办",
    ready: "就绪",
    waived: "豁免",
    "decided-not-applicable": "已决定不适用",
    "not-applicable": "不适用",
  },
  gates: { passed: "已通过", open: "可通行", held: "受阻", behind: "等待" },
  verification: {
    checked: "已对照出处核实",
    known: "行业惯例",
    verify: "出处尚待核实",
  },
} satisfies typeof en;
