// The window's own texts. Texts of packs and of the engine come as `Text` and are picked by `say`.

import type { Text } from "../bindings/Text";
import { language } from "../language.svelte";
import { en } from "./en";
import { formats, type Format } from "./format";
import { zh } from "./zh";

export type Words = typeof en;

const all: Record<"en" | "zh", Words> = { en, zh };

/** The texts in the screen's language; reactive. */
export function words(): Words {
  return all[language.current];
}

/** Dates, days and numbers in the screen's language; reactive. */
export function format(): Format {
  return formats[language.current];
}

/** One of a pair, in the screen's language; reactive. */
export function say(text: Text): string {
  return text[language.current];
}

/** A pair made of the window's own texts, for notices. `pick` takes the same language of a `Text`. */
export function both(make: (words: Words, pick: (text: Text) => string) => string): Text {
  return { en: make(en, (text) => text.en), zh: make(zh, (text) => text.zh) };
}
