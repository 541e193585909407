import { plural } from "../format";

const shipments = (count: number) => plural(count, "shipment", "shipments");

export const versions = {
  title: "Pack versions",
  could: (count: number) => `${shipments(count)} could take newer versions`,
  stay: (count: number) =>
    `${shipments(count)} ${count === 1 ? "stays" : "stay"} at earlier versions`,
  none: "Every shipment is judged by the versions in force. When a pack changes, by an update of the program or by your own edit, the shipments that it concerns are listed here.",
  inForce: "Versions in force",
  intro: "A shipment stays with the versions it was judged by until you take others.",
  list: "Shipments that could take other versions",
  declinedGroup: "Not now",
  openGroup: "Could take newer versions",
  selectAll: "Select all",
  select: (title: string) => `Select ${title}`,
  preview: "Preview",
  previewCount: (count: number) => `Preview ${shipments(count)}`,
  choose:
    "Choose a shipment to see what newer versions would change. Nothing is taken before you say so.",
  step: {
    new: (to: string) => `new, ${to}`,
    gone: (from: string) => `${from}, no longer in force`,
    spoken: (from: string, to: string) => `from version ${from} to version ${to}`,
  },
  openShipment: "Open shipment",
  previewOf: (title: string) => `Preview for ${title}`,
  several: (count: number) => shipments(count),
  overviewOf: "Shipments in this preview",
  columns: { shipment: "Shipment", counts: "Findings", aside: "Set aside" },
  asideCount: (count: number) => `${count} set aside`,
  nothingAside: "nothing set aside",
  counts: {
    title: "Findings before and after",
    spoken: (word: string, before: number, after: number) =>
      before === after
        ? `${word}: ${before}, unchanged`
        : `${word}: ${before} before, ${after} after`,
  },
  given: {
    title: "Your answers, decisions and documents",
    none: "No answer, decision or document is concerned.",
    aside: (count: number) => `${count} set aside: kept, but no longer asked for`,
    asideHelp: "Nothing is deleted; they stay with the shipment.",
    carried: (count: number) => `${count} carried over`,
    kept: (count: number) => (count === 1 ? "1 kept as it is" : `${count} kept as they are`),
    allKept: "Every answer, decision and document keeps its place.",
    to: (what: string) => `now counts for ${what}`,
    kinds: { answer: "Answer", decision: "Decision", document: "Document" },
  },
  findings: {
    title: "Findings",
    same: "No finding changes.",
    added: (count: number) => `${count} new`,
    removed: (count: number) => `${count} gone`,
    changed: (count: number) => `${count} changed`,
  },
  pack: {
    same: "No requirement changes.",
    added: (count: number) => `Added ${count}`,
    removed: (count: number) => `Removed ${count}`,
    changed: (count: number) => `Changed ${count}`,
    moved: (count: number) => `Moved ${count}`,
    movedHelp: "Only the place in the order differs.",
    replacedBy: (what: string) => `Its place is taken by ${what}.`,
    notReplaced: "Nothing takes its place.",
    field: "Field",
    was: "Was",
    now: "Now",
    nothing: "Nothing",
    fieldsOf: (title: string) => `Changed fields of ${title}`,
  },
  take: "Take for this shipment",
  takeAll: (count: number) => `Take for all ${count}`,
  taken: (count: number) => `Newer versions taken for ${shipments(count)}`,
  notNow: "Not now",
  declined: (count: number) => `${shipments(count)} kept at the present versions`,
  notice: {
    could: (count: number) =>
      count === 1
        ? "A new version of 1 pack could be taken."
        : `New versions of ${count} packs could be taken.`,
    declined: "Judged by earlier versions, as you chose.",
    look: "Look again",
  },
  setAside: {
    title: "Kept, but no longer asked for",
    note: (count: number) => plural(count, "entry", "entries"),
  },
};
