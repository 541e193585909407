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
