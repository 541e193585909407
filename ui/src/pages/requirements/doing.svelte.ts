// What is being done to a pack or requirement in a dialog, and the changes that need none.

import { act } from "../../lib/act";
import type { ImportPreview } from "../../lib/bindings/ImportPreview";
import type { PackCard } from "../../lib/bindings/PackCard";
import type { PackChange } from "../../lib/bindings/PackChange";
import type { PackForm } from "../../lib/bindings/PackForm";
import type { Requirement } from "../../lib/bindings/Requirement";
import type { Text } from "../../lib/bindings/Text";
import { notices } from "../../lib/notices.svelte";
import { both } from "../../lib/words";

export type Dialogue =
  | { kind: "off" | "verify" | "copy"; pack: PackCard; requirement: Requirement }
  | { kind: "rename" | "reset" | "delete" | "fact"; pack: PackCard }
  | { kind: "new" }
  | { kind: "import"; preview: ImportPreview };

export class Doing {
  dialogue = $state.raw<Dialogue>();

  open(dialogue: Dialogue): void {
    this.dialogue = dialogue;
  }

  close(): void {
    this.dialogue = undefined;
  }

  /** Asks for a file; what is in it is shown before anything is taken in. */
  async import(): Promise<void> {
    const preview = await act("choose_pack_file", null);
    if (preview) this.open({ kind: "import", preview });
  }
}

/** Changes a pack. Resolves to whether it was done. */
export async function edit(pack: string, change: PackChange, done: Text): Promise<boolean> {
  return (await act("save_edit", { pack, change }, done)) !== undefined;
}

/** Writes a pack to a file that the user chooses. */
export async function sendOut(pack: string, form: PackForm): Promise<void> {
  const file = await act("export_pack", { pack, form });
  if (file) notices.say(both((w) => w.requirements.packActions.exported(file.path)));
}
