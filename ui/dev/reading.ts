// Reads conditions out and finds mistakes, much simpler than the program does.

import type { Condition } from "../src/lib/bindings/Condition";
import type { Fact } from "../src/lib/bindings/Fact";
import type { Requirement } from "../src/lib/bindings/Requirement";
import type { Text } from "../src/lib/bindings/Text";

export const text = (en: string, zh = en): Text => ({ en, zh });

const signs = {
  above: text("above", "大于"),
  at_least: text("at least", "不小于"),
  below: text("below", "小于"),
  at_most: text("at most", "不大于"),
};

function inside(condition: Condition, facts: Fact[], language: "en" | "zh"): string {
  const zh = language === "zh";
  const list = (parts: Condition[], word: string) =>
    parts
      .map((part) =>
        (part.all ?? part.any)
          ? `(${inside(part, facts, language)})`
          : inside(part, facts, language),
      )
      .join(word);
  if (condition.all) return list(condition.all, zh ? "，且" : ", and ");
  if (condition.any) return list(condition.any, zh ? "，或" : ", or ");
  if (condition.not) return `${zh ? "并非：" : "not: "}${inside(condition.not, facts, language)}`;
  const fact = facts.find((one) => one.id === condition.fact);
  const title = fact?.title[language] ?? condition.fact ?? "";
  const choice = (id: unknown) =>
    fact?.choices.find((one) => one.id === id)?.title[language] ??
    (typeof id === "boolean" ? (zh ? (id ? "是" : "否") : id ? "yes" : "no") : String(id));
  const parts: string[] = [];
  if (condition.is !== null) parts.push(`${zh ? "为" : "is "}${choice(condition.is)}`);
  if (condition.in)
    parts.push(`${zh ? "为" : "is "}${condition.in.map(choice).join(zh ? "或" : " or ")}`);
  for (const key of ["above", "at_least", "below", "at_most"] as const)
    if (condition[key] !== null) parts.push(`${signs[key][language]} ${condition[key]}`);
  if (condition.same_as) {
    const other = facts.find((one) => one.id === condition.same_as)?.title[language];
    parts.push(zh ? `同于${other}` : `is the same as ${other}`);
  }
  return `${title}${zh ? "" : " "}${parts.join(zh ? "且" : " and ")}`;
}

export function sentence(condition: Condition | null, facts: Fact[]): Text {
  if (!condition) return text("Always", "始终适用");
  return text(`${inside(condition, facts, "en")}.`, `${inside(condition, facts, "zh")}。`);
}

export function mistakes(one: Requirement, facts: Fact[], used: string[]): [string, Text][] {
  const found: [string, Text][] = [];
  const pairs = {
    title: one.title,
    rule: one.rule,
    reference: one.reference,
    consequence: one.consequence,
  };
  for (const [field, pair] of Object.entries(pairs))
    for (const language of ["en", "zh"] as const)
      if (pair && pair[language] === "")
        found.push([`${field}/${language}`, text("Must not be empty.", "不能为空。")]);
  if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(one.id))
    found.push([
      "id",
      text("Small letters, digits and hyphens only.", "只能使用小写字母、数字和连字符。"),
    ]);
  if (used.includes(one.id)) found.push(["id", text("This id is in use.", "此标识已被使用。")]);
  const { shortest, longest } = one.lead;
  if (shortest > longest)
    found.push([
      "lead/shortest",
      text(
        `${shortest} is longer than the longest, ${longest}.`,
        `${shortest} 大于最长周期 ${longest}。`,
      ),
    ]);
  if (one.evidence.none && !one.must)
    found.push([
      "evidence/none",
      text(
        "Without a document, say what the answers must be.",
        "无须提交文件时，请填写答案须为何。",
      ),
    ]);
  const walk = (condition: Condition | null, path: string) => {
    if (!condition) return;
    condition.all?.forEach((part, index) => walk(part, `${path}/all/${index}`));
    condition.any?.forEach((part, index) => walk(part, `${path}/any/${index}`));
    walk(condition.not, `${path}/not`);
    const fact = facts.find((known) => known.id === condition.fact);
    if (condition.fact && !fact)
      found.push([
        `${path}/fact`,
        text(`No fact ${condition.fact} is defined.`, `未定义事实 ${condition.fact}。`),
      ]);
    for (const key of ["above", "at_least", "below", "at_most"] as const)
      if (condition[key] !== null && !/^-?\d|^\d{4}-/.test(String(condition[key])))
        found.push([
          `${path}/${key}`,
          text("Write a number and its unit, such as 6.1 mm.", "请写数字加单位，例如 6.1 mm。"),
        ]);
  };
  walk(one.when, "when");
  walk(one.must, "must");
  return found;
}
