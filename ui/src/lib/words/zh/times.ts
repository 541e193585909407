import type { times as en } from "../en/times";

export const times = {
  about: "新建事项采用这些时限。已有事项保留当时承诺的时限。",
  open: "打开承诺时限",
  what: "时限",
  standard: "默认",
  promised: "承诺",
  own: "自定",
  reset: (measure) => `${measure}：恢复默认`,
  resetShort: "恢复默认",
  only: (markets) => `仅限${markets}`,
  until: {
    reply: "至首次人工回复",
    answer: "至有效答复",
    solved: "至解决",
    event: "至实际发生",
  },
  outside: (most) => `请填写不超过 ${most} 的整数。`,
  counted: "工作小时和工作日按对方日历计算；小时按昼夜连续计算。",
  saved: "已保存时限",
} satisfies typeof en;
