import type { today as en } from "../en/today";

export const today = {
  open: (count) => `${count} 票进行中的发运`,
  exportAll: "导出到日历（.ics）",
  saved: (path) => `已保存 ${path}`,
  start: {
    title: "应启动",
    none: "一周内没有应启动的事项。",
    when: { overdue: "已逾期", today: "今天", week: "7 天内" },
    step: "步骤",
  },
  waits: {
    title: "等待各方",
    none: "目前不需要等待任何一方。",
    late: (days) => `逾期 ${days}`,
    due: (when) => `${when}到期`,
    overdue: "逾期",
    critical: "关键",
    with: (roles) => `协同：${roles}`,
  },
  tickets: {
    title: "待处理事项",
    none: "没有待处理的事项。",
    us: "等待我方",
    party: "等待对方",
    opened: (date) => `${date} 提出`,
  },
  materials: {
    title: "应发客户资料",
    none: "一周内没有应发出的资料。",
    due: (when) => `${when}到期`,
    late: (days) => `逾期 ${days}`,
    oneOf: (languages) => `任一即可：${languages}`,
    language: (language, state) => `${language}${state}`,
  },
  expires: {
    title: "90 天内到期",
    none: "90 天内没有在用文件到期。",
    expired: (days) => `${days}已到期`,
    expires: (days) => `${days}到期`,
    needed: (date) => `须有效至 ${date}`,
  },
  empty: "没有进行中的发运。请新建一票，或打开示例。",
  unreadable: "无法判定",
} satisfies typeof en;
