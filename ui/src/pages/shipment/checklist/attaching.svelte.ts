// Taking a document in for a requirement: choose or drop files, then fill in its data.

import { act } from "../../../lib/act";
import type { ShipmentView } from "../../../lib/bindings/ShipmentView";
import { both } from "../../../lib/words";

export class Attaching {
  /** The document type that was chosen where several would do. */
  type = $state<string | null>(null);
  /** The document whose data is being filled in. */
  editing = $state<string | null>(null);

  /** The type for the next document: the one chosen, or the first that would do. */
  typeFor(accepts: string[]): string | null {
    return this.type !== null && accepts.includes(this.type) ? this.type : (accepts[0] ?? null);
  }

  /** Asks for files and takes them in. */
  async choose(view: ShipmentView, accepts: string[]): Promise<void> {
    if (this.typeFor(accepts) === null) return;
    const paths = await act("choose_files", null);
    await this.take(view, accepts, paths ?? []);
  }

  /** Takes files in as one document and opens its data. */
  async take(view: ShipmentView, accepts: string[], paths: string[]): Promise<void> {
    const type = this.typeFor(accepts);
    if (type === null || paths.length === 0) return;
    const attached = await act(
      "attach",
      { shipment: view.id, document_type: type, evidence: null, paths },
      both((all) => all.shipment.checklist.attached),
    );
    if (attached !== undefined) this.editing = attached.evidence;
  }
}
