// A ticket while it is being filled in.

import type { AskedBy } from "../../../lib/bindings/AskedBy";
import type { CommunicationView } from "../../../lib/bindings/CommunicationView";
import type { MailView } from "../../../lib/bindings/MailView";
import type { PartyRole } from "../../../lib/bindings/PartyRole";
import type { TicketStage } from "../../../lib/bindings/TicketStage";
import type { Ticket } from "../../../lib/bindings/Ticket";
import { measureOf, targetOf, type Unit } from "./moments";

/** A response time as it is offered: promised or not. */
export interface PromiseDraft {
  measure: string;
  on: boolean;
  unit: Unit;
  count: string;
  until: TicketStage;
  happened: string | null;
}

export class TicketDraft {
  party = $state<PartyRole>("buyer");
  askedBy = $state<AskedBy>("party");
  subject = $state("");
  kind = $state("");
  opened = $state<string | null>(null);
  firstReply = $state<string | null>(null);
  firstAnswer = $state<string | null>(null);
  solved = $state<string | null>(null);
  promises = $state<PromiseDraft[]>([]);

  #view: CommunicationView;

  constructor(view: CommunicationView, ticket: Ticket | null, mail: MailView | null = null) {
    this.#view = view;
    if (ticket) {
      this.party = ticket.party;
      this.askedBy = ticket.asked_by;
      this.subject = ticket.subject;
      this.opened = ticket.opened;
      this.firstReply = ticket.first_reply;
      this.firstAnswer = ticket.first_answer;
      this.solved = ticket.solved;
      this.#about(ticket.kind, ticket);
    } else {
      this.party = view.parties.find((party) => party.role === "buyer")?.role ?? "buyer";
      this.subject = mail?.subject ?? "";
      this.opened = mail ? mail.at : view.now;
      this.#about(view.kinds[0]?.id ?? "", null);
    }
  }

  /** Another kind brings its own response times. */
  choose(kind: string): void {
    if (kind !== this.kind) this.#about(kind, null);
  }

  #about(kind: string, ticket: Ticket | null): void {
    this.kind = kind;
    const offered = this.#view.kinds.find((known) => known.id === kind)?.measures ?? [];
    const promised = ticket?.promises ?? [];
    const kept = promised.filter((one) => !offered.some((measure) => measure.id === one.measure));
    this.promises = [
      ...offered.map((measure): PromiseDraft => {
        const given = promised.find((one) => one.measure === measure.id);
        const [unit, count] = measureOf(given?.within ?? measure.within);
        return {
          measure: measure.id,
          on: ticket === null || given !== undefined,
          unit,
          count: String(count),
          until: given?.until ?? measure.until,
          happened: given?.happened ?? null,
        };
      }),
      ...kept.map((one): PromiseDraft => {
        const [unit, count] = measureOf(one.within);
        const { measure, until, happened } = one;
        return { measure, on: true, unit, count: String(count), until, happened };
      }),
    ];
  }

  /** The title of a measure. */
  title(measure: string): { en: string; zh: string } {
    const kind = this.#view.kinds.find((known) => known.id === this.kind);
    const found = kind?.measures.find((known) => known.id === measure);
    return found?.title ?? { en: measure, zh: measure };
  }

  /** What is to be saved; nothing while a part is missing. */
  get ticket(): Ticket | null {
    const chosen = this.promises.filter((one) => one.on);
    const counts = chosen.map((one) =>
      /^\d{1,4}$/.test(one.count.trim()) ? Number(one.count) : -1,
    );
    if (this.subject.trim() === "" || this.kind === "" || this.opened === null) return null;
    if (counts.some((count) => count < 0)) return null;
    return {
      party: this.party,
      asked_by: this.askedBy,
      subject: this.subject.trim(),
      kind: this.kind,
      opened: this.opened,
      first_reply: this.firstReply,
      first_answer: this.firstAnswer,
      solved: this.solved,
      promises: chosen.map((one, at) => ({
        measure: one.measure,
        within: targetOf(one.unit, counts[at] ?? 0),
        until: one.until,
        happened: one.happened,
      })),
    };
  }
}
