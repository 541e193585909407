import { plural } from "../../format";

export const importing = {
  button: "Import pack",
  title: (pack: string) => `Take in: ${pack}`,
  refusedTitle: "This file cannot be taken in",
  refused: (count: number) =>
    `${plural(count, "mistake", "mistakes")}. Nothing was changed. Correct the file, then import it again.`,
  file: "File",
  place: "Place",
  line: (line: number) => `line ${line}`,
  whole: "whole file",
  reason: "What is wrong",
  from: (from: string, to: string) => `version ${from} to ${to}`,
  newPack: (version: string) => `new pack, version ${version}`,
  becomes: (origin: string) => `becomes: ${origin}`,
  differences: "What changes in the pack",
  added: "Added",
  removed: "Removed",
  changed: "Changed",
  moved: "Moved",
  takenBy: (titles: string) => `its place is taken by ${titles}`,
  noneLeft: "nothing takes its place",
  same: "The pack itself stays as it is.",
  offReason: "Why requirements are switched off",
  offHint: (count: number) =>
    count === 1
      ? "1 built-in requirement is not in the file and would be switched off."
      : `${count} built-in requirements are not in the file and would be switched off.`,
  needReason: "Say why.",
  take: "Take in",
  taken: (pack: string) => `Pack taken in: ${pack}`,
};
