// The screen's language.

import type { Language } from "./bindings/Language";

class ScreenLanguage {
  current = $state<Language>("en");

  set(language: Language): void {
    this.current = language;
    document.documentElement.lang = tagOf(language);
  }

  /** What the system prefers. */
  ofSystem(): Language {
    return navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
  }
}

/** The tag for `lang` attributes. */
export function tagOf(language: Language): string {
  return language === "zh" ? "zh-Hans" : "en";
}

export const language = new ScreenLanguage();
