import { plural } from "../format";

export const search = {
  title: "Search",
  field: "Search requirements, evidence, files, shipments and notes",
  kinds: {
    requirement: "Requirements",
    evidence: "Evidence",
    file: "Text in files",
    shipment: "Shipments",
    note: "Notes",
  },
  everywhere: "Everywhere",
  kindsLabel: "Where to search",
  hits: "Hits",
  start: "Type a word, a number or its beginning. Chinese and English can be mixed.",
  short: "One more character: a search needs two.",
  none: (text: string) => `Nothing found for "${text}". Try fewer or shorter words.`,
  noneIn: (text: string) => `Nothing found for "${text}" there.`,
  searchEverywhere: "Search everywhere",
  unread: (count: number) =>
    `${plural(count, "file is", "files are")} not read yet: text in ${count === 1 ? "it" : "them"} is not found.`,
  count: (count: number, more: boolean) =>
    more ? `The best ${count} hits` : plural(count, "hit", "hits"),
  more: "Show more",
  all: (text: string) => `All hits for "${text}"`,
};
