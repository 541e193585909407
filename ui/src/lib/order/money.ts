// Amounts of money as typed, and as the program writes them: `1138000 EUR`. Pure.

export interface Money {
  value: string;
  currency: string;
}

export const currencies = ["EUR", "USD", "CNY", "GBP", "JPY", "KRW", "CHF", "INR", "MXN", "AED"];

/** The exact decimal in what was typed, without separators; `null` where there is none. */
export function readAmount(text: string): string | null {
  const digits = text.replace(/[\s,，_]/g, "");
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
