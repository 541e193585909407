// What is being typed on the settings page, beside what is saved.

import type { Settings } from "../../lib/bindings/Settings";

export interface Draft {
  author: string;
  name: string;
  name_zh: string;
  address: string;
  /** Digits as typed. */
  file_limit_mb: string;
  bin_days: string;
}

/** Between which whole numbers each may be set. */
export const limits = {
  file_limit_mb: { least: 1, most: 100_000 },
  bin_days: { least: 1, most: 3650 },
} as const;
export type Limit = keyof typeof limits;

/** The number typed; nothing where it is none or out of bounds. Separators of thousands do no harm. */
export function readLimit(field: Limit, typed: string): number | null {
  const plain = typed.normalize("NFKC").replace(/[\s,']/g, "");
  if (!/^\d{1,9}$/.test(plain)) return null;
  const value = Number(plain);
  const { least, most } = limits[field];
  return value >= least && value <= most ? value : null;
}

function draftOf(settings: Settings): Draft {
  const { name, name_zh, address } = settings.company;
  const { author, file_limit_mb, bin_days } = settings;
  const numbers = { file_limit_mb: String(file_limit_mb), bin_days: String(bin_days) };
  return { author, name, name_zh, address, ...numbers };
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

  /** What is typed there is no number within the bounds. */
  wrong(field: Limit): boolean {
    return readLimit(field, this.get(field)) === null;
  }

  get ready(): boolean {
    return !this.wrong("file_limit_mb") && !this.wrong("bin_days");
  }

  revert(): void {
    this.#typed = {};
  }

  /** The settings to save. */
  settings(): Settings {
    const saved = this.#saved();
    const text = (field: keyof Draft) => this.get(field).trim();
    const number = (field: Limit) => readLimit(field, this.get(field)) ?? saved[field];
    return {
      ...saved,
      file_limit_mb: number("file_limit_mb"),
      bin_days: number("bin_days"),
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
