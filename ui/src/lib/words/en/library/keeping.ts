import { plural } from "../../format";

const documents = (count: number) => plural(count, "document", "documents");
const files = (count: number) => plural(count, "file", "files");

export const keeping = {
  bin: {
    open: "Bin",
    title: "Bin",
    back: "Back to the documents",
    count: (count: number) => documents(count),
    about: (days: string) =>
      `Removed documents stay here for at least ${days}. After that you may delete them for good; nothing is deleted automatically.`,
    empty: "The bin is empty.",
    caption: "Documents in the bin",
    document: "Document",
    removed: "Removed",
    kept: "Kept through",
    due: "may be deleted",
    actions: "Actions",
    restore: "Restore",
    restoreOne: (name: string) => `Restore ${name}`,
    restored: "Document restored",
    delete: "Delete for good",
    deleteOne: (name: string) => `Delete for good: ${name}`,
    deleteDue: (count: number) => `Delete ${count} for good`,
    deleteTitle: "Delete for good",
    deleteText: (count: number) =>
      `${documents(count)} and files that nothing else uses will be deleted. They cannot be restored.`,
    deleted: (count: number) => `${documents(count)} deleted for good`,
  },
  check: {
    start: "Check files",
    title: "Check of stored files",
    about: "Every stored file is read and compared with what was stored.",
    busy: "Checking files",
    share: (percent: number) => `${percent} %`,
    of: (done: string, total: string) => `${done} of ${total}`,
    cancel: "Stop",
    again: "Check again",
    well: (count: number, bytes: string) =>
      `${files(count)} checked, ${bytes}. All are as they were stored.`,
    none: "No file is stored yet.",
    faults: (faults: number, count: number, bytes: string) =>
      `${files(count)} checked, ${bytes}. ${faults === 1 ? "1 is" : `${faults} are`} not as stored.`,
    belongs: "Belongs to",
    usedBy: "Used by",
    unused: "no shipment",
    from: "Came from",
    heal: "Put right",
    healFile: (name: string) => `Put right: ${name}`,
    chooseFile: "Choose file",
    chooseFolder: "Choose backup folder",
    healed: (from: string) => `Right again, from ${from}`,
  },
};
