// What the next document taken in for a requirement is, and the document whose data is being filled in.

export class Attaching {
  /** The document type that was chosen where several would do. */
  type = $state<string | null>(null);
  /** The document whose data is being filled in. */
  editing = $state<string | null>(null);

  /** The type for the next document: the one chosen, or the first that would do. */
  typeFor(accepts: string[]): string | null {
    return this.type !== null && accepts.includes(this.type) ? this.type : (accepts[0] ?? null);
  }
}
