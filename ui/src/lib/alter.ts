/** Changes a part of a draft in place, for components that are handed the part and not the draft. */
export function alter<T extends object>(part: T, change: Partial<T>): void {
  Object.assign(part, change);
}
