// What was read in a file for the document being filled in.

import type { Failed } from "../../../lib/bindings/Failed";
import type { FileView } from "../../../lib/bindings/FileView";
import type { SuggestionView } from "../../../lib/bindings/SuggestionView";
import { call, failedOf } from "../../../lib/ipc";
import type { FieldKey } from "./fields";
import { fieldOf } from "./suggest";

export class Reading {
  /** The file chosen. */
  file = $state.raw<FileView | null>(null);
  /** What it says; none while it is being read. */
  suggestions = $state.raw<SuggestionView[] | null>(null);
  failed = $state.raw<Failed | null>(null);

  /** Reads a file. An answer that comes after another file was chosen is dropped. */
  async read(shipment: string, kind: string, file: FileView): Promise<void> {
    this.file = file;
    this.suggestions = null;
    this.failed = null;
    try {
      const found = await call("read_document", { shipment, kind, sha256: file.sha256 });
      if (this.file === file) this.suggestions = found.filter((one) => fieldOf(one) !== null);
    } catch (error) {
      if (this.file === file) this.failed = failedOf(error);
    }
  }

  /** Puts the file away; what was taken stays. */
  close(): void {
    this.file = null;
    this.suggestions = null;
    this.failed = null;
  }

  /** What was read for a field. */
  of(key: FieldKey): SuggestionView[] {
    return (this.suggestions ?? []).filter((one) => fieldOf(one)?.key === key);
  }
}
