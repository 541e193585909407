export const calendars = {
  title: "Working calendars",
  about: "Steps counted in working days use these. Changing a calendar replans every schedule.",
  list: "Calendars",
  open: "Open calendars",
  origins: { "built-in": "Built in", changed: "Built in, changed by you", own: "Your own" },
  years: (first: number, last: number) =>
    first === last ? `knows ${first}` : `knows ${first} to ${last}`,
  unused: "Not used",
  /** A calendar without milestones of its own still warns of holidays at the plant. */
  used: (milestones: number, shipments: number) =>
    milestones === 0
      ? `Holiday warnings in ${shipments === 1 ? "1 shipment" : `${shipments} shipments`}`
      : `${milestones === 1 ? "1 step" : `${milestones} steps`} in ${
          shipments === 1 ? "1 shipment" : `${shipments} shipments`
        }`,
  usedBy: "Used by",
  warned: "holidays warned of at the plant",
  gap: (years: string) => `The holidays of ${years} are not known`,
  gapNext: "Dates there are planned too early. Import or enter these years.",
  openPoint: "To be looked up",
  nameEn: "Name in English",
  nameZh: "Name in Chinese",
  firstYear: "First year known",
  lastYear: "Last year known",
  badYear: "Write a year from 1990 to 2200, the first not after the last.",
  yearShown: "Year",
  previous: "Year before",
  next: "Year after",
  unknownYear: "This year is not known: only weekends are off. Enter its days and widen the years.",
  grid: (month: string) => `Days of ${month}`,
  hint: "Choose a day to change it: a weekday becomes a day off, a weekend day a make-up day, then a holiday.",
  keys: "Arrow keys move by day and week, Page up and Page down by month, Enter changes the day.",
  states: {
    work: "working day",
    weekend: "weekend",
    off: "day off",
    "make-up": "make-up day, worked",
    quiet: "quiet period",
  },
  counts: (off: number, work: number) =>
    `${off === 1 ? "1 holiday" : `${off} holidays`} besides weekends, ${
      work === 1 ? "1 make-up day" : `${work} make-up days`
    }`,
  quiet: "Quiet periods",
  quietHint: "Plants run thin. A warning, not holidays.",
  quietFrom: "From",
  quietTo: "To",
  quietAdd: "Add quiet period",
  quietRemove: (from: string) => `Remove the quiet period from ${from}`,
  quietNone: "None.",
  save: "Save changes",
  saved: "Calendar saved",
  revert: "Revert",
  remove: "Remove calendar",
  restore: "Back to the built-in one",
  removed: "Calendar removed",
  unsaved: "Not saved yet",
  copy: "New from this one",
  copyOf: (name: string) => `${name}, copy`,
  import: "Import iCalendar file",
  preview: {
    title: (file: string) => `Take days from ${file}`,
    off: "Days off found",
    work: "Make-up days found",
    covered: "Years covered",
    none: "None",
    into: "Save as",
    asNew: "New calendar",
    intoOld: (name: string) => `Years of ${name}`,
    intoHint: "Its days of these years are replaced; the rest stays.",
    id: "Id",
    idHint: "Letters, digits and hyphens; shipment files name the calendar by it.",
    name: "Name",
    leftOut: "Left out",
    timed: (count: number) =>
      count === 1 ? "1 event with a time of day" : `${count} events with a time of day`,
    cancelled: (count: number) => (count === 1 ? "1 cancelled event" : `${count} cancelled events`),
    unmarked: (count: number) =>
      count === 1 ? "1 event that is no day off:" : `${count} events that are no days off:`,
    line: (line: number) => `(line ${line})`,
    save: "Save calendar",
  },
};
