import type { schedule as en } from "../../en/shipment/schedule";

export const schedule = {
  shortest: "最短天数",
  longest: "最长天数",
  range: "须满足：最短 ≤ 计划 ≤ 最长。请更正。",
  calendar: "计日方式",
  calendarDays: "日历日",
  after: "前置步骤",
  afterHint:
    "选择步骤。后加 +5 表示五天后，+2w 为两个工作日后，(SS)+10 为其开始后十天，例如：包装+5。",
  badLink: (text) => `“${text}”不是有效前置步骤。写法：包装+5、包装+2w 或 包装(SS)+10。`,
  deadline: "合同期限",
  closedBy: "完成凭证",
  noDocument: "无",
  needsFinish: "请填写实际结束日期。",
  slack: (days) => (days < 0 ? `超合同期限 ${-days} 天` : `距合同期限 ${days} 天`),
  holidays: (days) => `跨 ${days} 天节假日`,
  quiet: "处于工厂低产期",
  quietNote: (span, milestones) =>
    `${span}为工厂低产期，涉及：${milestones}。请确认日期能否保证；此项不会使关口受阻。`,
  span: (from, to) => `${from} 至 ${to} `,
  closedWith: (name) => `凭 ${name} 完成`,
  roles: "责任方",
  badRole: (text) => `没有“${text}”这一角色，请从列表中选择。`,
  baseline: "基准计划",
  setBaseline: "设为基准",
  baselineSet: "已设定基准计划",
  clearBaseline: "清除基准",
  baselineCleared: "已清除基准计划",
  since: (date) => `${date} 的基准计划`,
  moved: (days) => (days === 0 ? "与基准一致" : `${days > 0 ? "+" : "−"}${Math.abs(days)} 天`),
  float: "总时差",
  deadlineSlack: "期限余量",
  days: (days) => `${days < 0 ? "−" : ""}${Math.abs(days)} 天`,
  key: { baseline: "基准", quiet: "低产期" },
  lanes: {
    common: "整单",
    consignment: (number) => `第 ${number} 批`,
  },
  looking: "正在排程",
  moves: "变动一览",
  summary: (steps, end) => {
    const moved = steps === 0 ? "无步骤变动。" : `${steps} 个步骤变动。`;
    if (end === 0) return `${moved}结束日不变。`;
    return `${moved}结束日${end > 0 ? "推迟" : "提前"} ${Math.abs(end)} 天。`;
  },
  critical: "关键路径改变。",
  becomesCritical: "转为关键",
  noLongerCritical: "不再关键",
  findings: (added, removed) => {
    const parts = [
      ...(added > 0 ? [`新增缺口 ${added} 项`] : []),
      ...(removed > 0 ? [`消除缺口 ${removed} 项`] : []),
    ];
    return parts.length === 0 ? "" : `${parts.join("，")}。`;
  },
  gate: (title) => `关口：${title}`,
  fromTo: (from, to) => `${from} → ${to}`,
  floatFromTo: (from, to) => `时差 ${from} → ${to} 天`,
  moveTo: (title, date) => `${title}：${date} 结束`,
  movedStep: "步骤已移动",
  editStep: (title) => `编辑${title}`,
  add: "新增步骤",
  addTitle: "新增步骤",
  titleEn: "英文名称",
  titleZh: "中文名称",
  needsTitle: "请填写中英文名称。",
  before: "后续步骤",
  beforeHint: "所列步骤将以它为前置。",
  consignment: "批次",
  whole: "整单",
  added: "步骤已新增",
  remove: "移出计划",
  removed: "步骤已移出",
  keys: "Shift 加左右键将步骤移动一天，Alt 加左右键增减计划天数；回车键保留，Esc 键放弃。",
} satisfies typeof en;
