// Which keys are the page's and which belong to what is being typed in.

/** Whether the keys pressed there write text, so that single letters are no commands. */
export function writes(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return (
    target instanceof HTMLInputElement && !["checkbox", "radio", "button"].includes(target.type)
  );
}

/** A short name of what was pressed, `Mod` for Ctrl or Cmd: `Mod+k`, `Shift+z`, `n`, `?`. */
export function keyName(event: KeyboardEvent): string {
  const mod = event.ctrlKey || event.metaKey;
  const letter = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const shift = event.shiftKey && /^[a-z]$/.test(letter);
  return `${mod ? "Mod+" : ""}${event.altKey ? "Alt+" : ""}${shift ? "Shift+" : ""}${letter}`;
}

/** Puts the cursor into the page's own search field. */
export function focusFind(): boolean {
  const find = document.querySelector<HTMLInputElement>("[data-find]");
  find?.focus();
  find?.select();
  return find !== null;
}
