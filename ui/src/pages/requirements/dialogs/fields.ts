// What the small forms about packs and facts check themselves. Pure.

import type { Text } from "../../../lib/bindings/Text";

/** Small letters, digits and hyphens, as files and addresses can hold them. */
export function isId(text: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,63}$/.test(text);
}

/** Both languages of every text are there. */
export function filled(...texts: Text[]): boolean {
  return texts.every(({ en, zh }) => en.trim() !== "" && zh.trim() !== "");
}

export function trimmed(text: Text): Text {
  return { en: text.en.trim(), zh: text.zh.trim() };
}
