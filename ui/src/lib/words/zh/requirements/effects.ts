import type { effects as en } from "../../en/requirements/effects";

export const effects = {
  title: "对发运的影响",
  hint: "假设各发运均采用此版本。尚未保存任何内容。",
  none: "所有发运的缺口均无变化。",
  working: "正在推算",
  half: "填完标出的字段后显示影响。",
  blocked: "改正错误后显示。",
  gained: "新增",
  lost: "消除",
  changed: "变化",
  spoken: (count) => (count === 0 ? "缺口无变化。" : `${count} 票发运将有变化。`),
  count: (count) => `${count} 票发运有变化`,
  more: (count) => `另有 ${count} 项`,
} satisfies typeof en;
