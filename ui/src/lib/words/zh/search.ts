import type { search as en } from "../en/search";

export const search = {
  title: "搜索",
  field: "搜索要求、证据文件、文件正文、发运和备注",
  kinds: {
    requirement: "要求",
    evidence: "证据文件",
    file: "文件正文",
    shipment: "发运",
    note: "备注",
  },
  everywhere: "全部",
  kindsLabel: "搜索范围",
  hits: "搜索结果",
  start: "输入词语、编号或其开头部分，中英文可混用。",
  short: "请再输入一个字：搜索至少需要两个字。",
  none: (text) => `未找到“${text}”。请减少词数或缩短词语。`,
  noneIn: (text) => `在此范围内未找到“${text}”。`,
  searchEverywhere: "搜索全部",
  unread: (count) => `有 ${count} 个文件尚未读取，其正文暂时搜不到。`,
  count: (count, more) => (more ? `最相关的 ${count} 条结果` : `${count} 条结果`),
  more: "显示更多",
  all: (text) => `“${text}”的全部结果`,
} satisfies typeof en;
