// What is being typed on the settings page, beside what is saved.

import type { Settings } from "../../lib/bindings/Settings";

export interface Draft {
  author: string;
  name: string;
  name_zh: string;
  address: string;
}

function draftOf(settings: Settings): Draft {
  const { name, name_zh, address } = settings.company;
  return { author: settings.author, name, name_zh, address };
}

export class SettingsDraft {
  #typed = $state<Partial<Draft>>({});
  #saved: () => Settings;

  constructor(saved: () => Settings) {
    this.#saved = saved;
  }

  /** As typed; as saved where nothing was typed. */
  get(field: keyof Draft): string {
    return this.#typed[field] ?? draftOf(this.#saved())[field];
  }

  set(field: keyof Draft, value: string): void {
    this.#typed[field] = value;
  }

  get changed(): boolean {
    const saved = draftOf(this.#saved());
    return (Object.keys(saved) as (keyof Draft)[]).some(
      (field) => this.get(field).trim() !== saved[field],
    );
  }

  revert(): void {
    this.#typed = {};
  }

  /** The settings to save. */
  settings(): Settings {
    const saved = this.#saved();
    const text = (field: keyof Draft) => this.get(field).trim();
    return {
      ...saved,
      author: text("author"),
      company: {
        ...saved.company,
        name: text("name"),
        name_zh: text("name_zh"),
        address: text("address"),
      },
    };
  }
}
