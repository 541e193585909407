import type { create as en } from "../en/create";

export const create = {
  steps: { buyer: "买方", products: "产品", terms: "日期与付款", review: "核对" },
  stepsLabel: "步骤",
  titles: {
    buyer: "卖给谁？用在哪里？",
    products: "发运什么？",
    terms: "何时发运？如何付款？",
    review: "信息是否正确？",
  },
  texts: {
    buyer: "使用国和贸易术语决定了大部分须备事项。",
    products: "型号将与每份证书逐一比对，请准确填写。",
    terms: "进度计划从合同生效日开始。尚未约定的可留空。",
    review: "所有内容以后都能修改。待答问题在下一页提出。",
  },
  of: (at, all) => `第 ${at} 步，共 ${all} 步`,
  back: "上一步",
  next: "下一步",
  create: "创建发运",
  created: "发运已创建",
  cancel: "取消",
  change: (what) => `修改${what}`,
  fix: (count) => `还有 ${count} 项需要填写。`,
  notSaid: "未填写",
  pieces: (quantity, model) => `${model} × ${quantity}`,
} satisfies typeof en;
