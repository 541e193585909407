// What lies behind an open dialog.

/**
 * Takes away the scrollbars that lie over the page while a dialog is open: WebKit on Linux draws them above it.
 * Scrollbars with a track of their own stay, so that nothing moves. Returns how to bring them back.
 */
export function coverScrollbars(dialog: HTMLElement): () => void {
  const hidden: HTMLElement[] = [];
  for (const box of document.body.querySelectorAll<HTMLElement>("*")) {
    if (dialog.contains(box)) continue;
    const { scrollHeight, clientHeight, scrollWidth, clientWidth } = box;
    if (scrollHeight <= clientHeight && scrollWidth <= clientWidth) continue;
    const { overflowX, overflowY, borderLeftWidth, borderRightWidth } = getComputedStyle(box);
    if (![overflowX, overflowY].some((how) => how === "auto" || how === "scroll")) continue;
    const edges = parseFloat(borderLeftWidth) + parseFloat(borderRightWidth);
    if (box.offsetWidth - clientWidth > edges + 1) continue;
    box.style.overflow = "hidden";
    hidden.push(box);
  }
  return () => {
    for (const box of hidden) box.style.removeProperty("overflow");
  };
}
