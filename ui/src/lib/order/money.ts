// Amounts of money as typed, and as the program writes them: `1138000 EUR`. Pure.

export interface Money {
  value: string;
  currency: string;
}

export const currencies = ["EUR", "USD", "CNY", "GBP", "JPY", "KRW", "CHF", "INR", "MXN", "AED"];

/** The exact decimal in what was typed, without separators; `null` where there is none, or where a
 * comma parts no thousands and could be a decimal point. */
export function readAmount(text: string): string | null {
  const typed = text.replace(/\s/g, "").replaceAll("，", ",");
  if (typed.includes(",") && !/^[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(typed)) return null;
  const digits = typed.replaceAll(",", "");
  return /^\d{1,15}(\.\d{1,6})?$/.test(digits) ? digits : null;
}

export function joinMoney(money: Money): string | null {
  const value = readAmount(money.value);
  return value === null ? null : `${value} ${money.currency}`;
}

export function splitMoney(text: string | null | undefined): Money {
  const [value = "", currency = "EUR"] = (text ?? "").split(" ");
  return { value, currency };
}
