// Names of languages, by code, in the screen's language.

import type { Language } from "./bindings/Language";
import { tagOf } from "./language.svelte";

/** The languages offered for documents, most used first. */
export const documentLanguages =
  "en zh de fr it es pt pl cs sk hu ro nl sv da fi et lv lt sl hr bg el tr ru ar ko ja vi th id hi".split(
    " ",
  );

/** The name of a language; the code itself where it is not known. */
export function languageName(code: string, screen: Language): string {
  try {
    return new Intl.DisplayNames([tagOf(screen)], { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}
