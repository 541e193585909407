import { plural } from "../format";

export const today = {
  open: (count: number) => plural(count, "open shipment", "open shipments"),
  exportAll: "Export to calendar",
  saved: (path: string) => `Saved ${path}`,
  start: {
    title: "To start",
    none: "Nothing has to be started within a week.",
    when: { overdue: "Overdue", today: "Today", week: "Within 7 days" },
    step: "Step",
  },
  waits: {
    title: "Waiting for others",
    none: "Nobody is being waited for.",
    late: (days: string) => `${days} late`,
    due: (when: string) => `due ${when}`,
    overdue: "Overdue",
    critical: "Critical",
    with: (roles: string) => `with ${roles}`,
  },
  tickets: {
    title: "Open tickets",
    none: "No ticket is open.",
    us: "Waiting for us",
    party: "Waiting for the other side",
    opened: (date: string) => `asked ${date}`,
  },
  materials: {
    title: "Materials to send",
    none: "Nothing has to be sent within a week.",
    due: (when: string) => `due ${when}`,
    late: (days: string) => `${days} late`,
    oneOf: (languages: string) => `one of: ${languages}`,
    language: (language: string, state: string) => `${language} ${state}`,
  },
  expires: {
    title: "Expiring within 90 days",
    none: "No document that is needed expires within 90 days.",
    expired: (days: string) => `expired ${days}`,
    expires: (days: string) => `expires ${days}`,
    needed: (date: string) => `must hold through ${date}`,
  },
  empty: "No open shipment. Create one, or open a sample.",
  unreadable: "Cannot be judged",
};
