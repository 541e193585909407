// Arrow keys in lists.

/** Moves the focus to another of the elements in `box` that match, as arrow keys, Home and End ask. */
export function moveFocus(
  event: KeyboardEvent,
  box: HTMLElement | undefined,
  selector: string,
): void {
  const items = [...(box?.querySelectorAll<HTMLElement>(selector) ?? [])];
  const at = items.findIndex((item) => item === document.activeElement);
  if (at === -1) return;
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  items[Math.max(0, Math.min(items.length - 1, to))]?.focus();
}
