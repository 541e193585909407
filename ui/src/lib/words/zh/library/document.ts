import type { document as en } from "../../en/library/document";

export const document = {
  versions: "版本",
  newest: "最新",
  thisOne: "当前",
  inBin: "在回收站中",
  noDate: "无签发日期",
  needs: "用于满足哪些要求",
  noNeeds: "进行中的发运均不要求此类文件。",
  serves: "满足",
  short: "不足",
  otherwise: "无需此份",
  needed: (date) => `${date} 需要`,
  through: (date) => `须有效至 ${date}`,
  requirement: (state) => `要求状态：${state}`,
  preview: "预览",
  previewOf: (name) => `预览 ${name}`,
  openIn: (name) => `用系统查看器打开 ${name}`,
  added: "添加日期",
  remove: "移入回收站",
} satisfies typeof en;
