// The options of a report, and the request that follows from them.

import type { ReportLanguage } from "../../../lib/bindings/ReportLanguage";
import type { ReportRequest } from "../../../lib/bindings/ReportRequest";
import type { ReportSection } from "../../../lib/bindings/ReportSection";

/** In the order of the report. */
export const SECTIONS: ReportSection[] = [
  "summary",
  "findings",
  "explanations",
  "requirements",
  "evidence",
  "documents",
  "schedule",
  "decisions",
  "references",
];

export class Options {
  language = $state<ReportLanguage>("both");
  sections = $state<ReportSection[]>([...SECTIONS]);
  logo = $state(true);
  draft = $state(true);
  embed = $state(true);

  /** Puts a section in or takes it out; the order stays that of the report. */
  toggle(section: ReportSection, on: boolean): void {
    this.sections = SECTIONS.filter((one) => (one === section ? on : this.sections.includes(one)));
  }

  /** The question to the program. */
  request(shipment: string, on: string | null): ReportRequest {
    const { language, sections, logo, draft, embed } = this;
    return { shipment, on, language, sections: [...sections], logo, draft, embed };
  }
}

/** A page as the source of an image: nothing in it can run or load. */
export function pageSource(svg: string): string {
  const bytes = new TextEncoder().encode(svg);
  let binary = "";
  const chunk = 0x8000;
  for (let at = 0; at < bytes.length; at += chunk) {
    binary += String.fromCharCode(...bytes.subarray(at, at + chunk));
  }
  return `data:image/svg+xml;base64,${btoa(binary)}`;
}

/** A page number as typed, within the report; none where it is no number. */
export function readPage(text: string, count: number): number | null {
  const page = Number(text.trim());
  if (!Number.isInteger(page) || text.trim() === "") return null;
  return Math.min(count, Math.max(1, page));
}
