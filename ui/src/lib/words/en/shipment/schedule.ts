import { plural } from "../../format";

/** Editing the schedule: what moves, the baseline, steps of one's own. */
export const schedule = {
  shortest: "At best",
  longest: "At worst",
  range: "At best ≤ planned ≤ at worst. Correct one of them.",
  calendar: "Counts its days by",
  calendarDays: "Calendar days",
  after: "Waits for",
  afterHint:
    "Choose a step. Add +5 for five days later, +2w for two working days, (SS)+10 for ten days after its start: Packing+5.",
  badLink: (text: string) =>
    `${text} is not a predecessor. Write it like Packing+5, Packing+2w or Packing(SS)+10.`,
  deadline: "Last day by contract",
  closedBy: "Closed by document",
  noDocument: "None",
  needsFinish: "Say on which day it really ended.",
  slack: (days: number) =>
    days < 0
      ? `deadline missed by ${plural(-days, "day", "days")}`
      : `${plural(days, "day", "days")} to the deadline`,
  holidays: (days: number) => `runs into ${plural(days, "holiday", "holidays")}`,
  quiet: "in a quiet period of the plant",
  quietNote: (span: string, milestones: string) =>
    `Quiet period of the plant, ${span}: ${milestones}. Ask whether these dates hold; nothing is held up by this.`,
  span: (from: string, to: string) => `${from} to ${to}`,
  closedWith: (name: string) => `closed by ${name}`,
  roles: "Carried out by",
  badRole: (text: string) => `No party has the role ${text}. Choose one from the list.`,
  baseline: "Baseline",
  setBaseline: "Set baseline",
  baselineSet: "Baseline set",
  clearBaseline: "Clear baseline",
  baselineCleared: "Baseline cleared",
  since: (date: string) => `Baseline of ${date}`,
  moved: (days: number) =>
    days === 0 ? "as in the baseline" : `${days > 0 ? "+" : "−"}${Math.abs(days)} d`,
  float: "Float",
  deadlineSlack: "Deadline slack",
  days: (days: number) => `${days < 0 ? "−" : ""}${Math.abs(days)} d`,
  key: { baseline: "baseline", quiet: "quiet period" },
  lanes: {
    common: "Whole order",
    consignment: (number: number) => `Consignment ${number}`,
  },
  looking: "Planning",
  moves: "What moves",
  summary: (steps: number, end: number) => {
    const moved = steps === 0 ? "No step moves." : `${plural(steps, "step moves", "steps move")}.`;
    if (end === 0) return `${moved} The end stays.`;
    const by = plural(Math.abs(end), "day", "days");
    return `${moved} The end is ${by} ${end > 0 ? "later" : "earlier"}.`;
  },
  critical: "The critical path changes.",
  becomesCritical: "now critical",
  noLongerCritical: "no longer critical",
  findings: (added: number, removed: number) => {
    const parts = [
      ...(added > 0 ? [plural(added, "new finding", "new findings")] : []),
      ...(removed > 0 ? [`${plural(removed, "finding", "findings")} gone`] : []),
    ];
    return parts.length === 0 ? "" : `${parts.join(", ")}.`;
  },
  gate: (title: string) => `Gate: ${title}`,
  fromTo: (from: string, to: string) => `${from} → ${to}`,
  floatFromTo: (from: number, to: number) => `float ${from} → ${to} d`,
  moveTo: (title: string, date: string) => `${title}: ends ${date}`,
  movedStep: "Step moved",
  editStep: (title: string) => `Edit ${title}`,
  add: "Add step",
  addTitle: "New step",
  titleEn: "Title in English",
  titleZh: "Title in Chinese",
  needsTitle: "Give it a title in both languages.",
  before: "Must be done before",
  beforeHint: "These steps wait for it from now on.",
  consignment: "Consignment",
  whole: "Whole order",
  added: "Step added",
  remove: "Take out of the schedule",
  removed: "Step taken out",
  keys: "Shift with left or right moves the step by a day, Alt changes its planned days. Enter keeps, Esc discards.",
};
