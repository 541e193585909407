import type { times as en } from "../en/times";

export const times = {
  about: "新建事项采用这些时限。已有事项保留当时承诺的时限。",
  aboutPage:
    "新建事项采用这些时限；已有事项保留当时承诺的时限。工作小时和工作日按对方日历计算，小时按昼夜连续计算。",
  open: "打开承诺时限",
  standard: (time) => `默认：${time}`,
  own: "自定",
  reset: (measure) => `${measure}：恢复默认`,
  only: (markets) => `仅限${markets}`,
  until: {
    reply: "至首次人工回复",
    answer: "至有效答复",
    solved: "至解决",
    event: "至实际发生",
  },
  outside: (most) => `请填写不超过 ${most} 的整数。`,
  saved: "已保存时限",
} satisfies typeof en;
