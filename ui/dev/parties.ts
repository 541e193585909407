// Stands in for the program where the parties of a shipment and the page "today" are asked for: made from what the
// fixtures of the shipment and of the first page say.

import type { Catalogue } from "../src/lib/bindings/Catalogue";
import type { CommunicationView } from "../src/lib/bindings/CommunicationView";
import type { Home } from "../src/lib/bindings/Home";
import type { PartiesView } from "../src/lib/bindings/PartiesView";
import type { PartyListRequest } from "../src/lib/bindings/PartyListRequest";
import type { ShipmentView } from "../src/lib/bindings/ShipmentView";
import type { TodayMaterial } from "../src/lib/bindings/TodayMaterial";
import type { TodayTicket } from "../src/lib/bindings/TodayTicket";
import type { TodayView } from "../src/lib/bindings/TodayView";
import type { Command } from "../src/lib/ipc";

export interface Known {
  catalogue: () => Promise<Catalogue>;
  home: () => Promise<Home>;
  shipment: () => Promise<ShipmentView>;
  communication: () => Promise<CommunicationView>;
}

/** Answers a command about parties or today; nothing where it is about something else. */
export async function answerOfParties(
  name: Command,
  input: unknown,
  known: Known,
): Promise<unknown> {
  if (name === "parties") return parties(await known.catalogue(), await known.shipment());
  if (name === "today")
    return today(await known.home(), await known.shipment(), await known.communication());
  if (name === "export_calendar") return saved("shipshape.ics");
  if (name === "export_party_list") {
    const { role, format } = input as PartyListRequest;
    return saved(`${role}.${format}`);
  }
  return undefined;
}

function saved(file: string) {
  return { path: `/home/li/${file}`, size: 8_400, pages: 1 };
}

const day = (date: string) => ({ date, off: [0, 6].includes(new Date(date).getUTCDay()) });

function progress(one: { start: string; finish: string }, on: string) {
  if (one.finish < on) return "overdue" as const;
  return one.start < on ? ("due" as const) : ("ahead" as const);
}

function parties({ roles }: Catalogue, view: ShipmentView): PartiesView {
  const open = view.schedule.milestones.filter((one) => !one.closed);
  const rows = roles.map(([role, title]) => {
    const milestones = open
      .filter((one) => one.roles.some((other) => other.en === title.en))
      .map((one) => ({
        milestone: one.id,
        title: one.title,
        closes_with: one.closes_with,
        consignment: one.consignment,
        start: day(one.start),
        finish: day(one.finish),
        latest_finish: day(one.latest_finish),
        total_float: one.total_float,
        critical: one.critical,
        progress: progress(one, view.judged_on),
      }));
    const party = view.order.parties[role] ?? null;
    const first = milestones[0];
    const next = first ? { title: first.title, due: "finish" as const, day: first.finish } : null;
    return { role, title, party, milestones, documents: [], next };
  });
  return {
    parties: rows.filter((row) => row.party !== null || row.milestones.length > 0),
    calendars: [
      { id: "CN-2027-MIN", title: { en: "China, public holidays", zh: "中国法定节假日" } },
      { id: "DE-HH", title: { en: "Hamburg", zh: "汉堡" } },
    ],
    time_zones: ["Asia/Shanghai", "Europe/Berlin", "America/Monterrey"],
  };
}

function tickets({ tickets }: CommunicationView, view: ShipmentView): TodayTicket[] {
  return tickets.flatMap((one) =>
    one.waits_for === null
      ? []
      : [
          {
            shipment: view.id,
            shipment_title: view.title,
            ticket: one.id,
            subject: one.ticket.subject,
            kind: one.kind,
            role: one.role,
            party: one.party,
            waits_for: one.waits_for,
            opened: one.ticket.opened,
            clock: one.clocks.find(({ state }) => ["running", "overdue"].includes(state)) ?? null,
          },
        ],
  );
}

function materials(
  { materials }: CommunicationView,
  view: ShipmentView,
  days: (date: string) => number,
): TodayMaterial[] {
  return materials.flatMap((one) => {
    const [first] = one.due;
    if (!first || days(first.on) > 14 || one.complete) return [];
    return [
      {
        shipment: view.id,
        shipment_title: view.title,
        material: one.id,
        consignment: null,
        title: one.title,
        on: first.on,
        why: first.title,
        days: days(first.on),
        overdue: one.overdue,
        languages: one.languages
          .filter(({ needed }) => needed)
          .map(({ code, title, stale, rendering }) => ({
            code,
            title,
            stale,
            state: rendering.state,
          })),
        one_language: one.one_language,
        language_open: one.language_open,
      },
    ];
  });
}

function today(home: Home, view: ShipmentView, said: CommunicationView): TodayView {
  const late = view.schedule.milestones.filter(
    (one) => !one.closed && progress(one, home.today) !== "ahead",
  );
  const days = (date: string) =>
    Math.round((Date.parse(date) - Date.parse(home.today)) / 86_400_000);
  return {
    today: home.today,
    open: home.shipments.filter((row) => !row.archived).length,
    start: home.start
      .filter((item) => item.days <= 7)
      .map(({ start_by, ...item }) => ({
        ...item,
        milestone: null,
        by: start_by,
        when: item.days < 0 ? "overdue" : item.days === 0 ? "today" : "week",
      })),
    waits:
      late.length === 0
        ? []
        : [
            {
              role: "maker",
              title: { en: "Maker", zh: "制造商" },
              party: { en: "Laoshan Meridian CNC", zh: "崂山子午数控" },
              rows: late.map((one) => ({
                shipment: view.id,
                shipment_title: view.title,
                milestone: one.id,
                title: one.title,
                roles: one.roles,
                finish: one.finish,
                days: days(one.finish),
                progress: progress(one, home.today),
                critical: one.critical,
              })),
            },
          ],
    tickets: tickets(said, view),
    materials: materials(said, view, days),
    expires: [
      {
        evidence: "ev-1",
        title: { en: "Quality management certificate", zh: "质量管理体系认证证书" },
        name: "ISO 9001",
        expires: "2026-12-04",
        days: days("2026-12-04"),
        shipments: [{ shipment: view.id, title: view.title, needed: "2026-12-05" }],
      },
    ],
    unreadable: [],
  };
}
