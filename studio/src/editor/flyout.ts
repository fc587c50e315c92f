/** Space between a button and what it opens, and to the window's edges. */
const GAP = 6;
const EDGE = 8;

/** Puts an open panel under the button that opened it, inside the window; above it if there is no room below. */
export function placeUnder(panel: HTMLElement, button: Element): void {
  const at = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = panel;
  const left = Math.max(EDGE, Math.min(at.left, innerWidth - width - EDGE));
  const below = at.bottom + GAP;
  const top = below + height <= innerHeight - EDGE ? below : Math.max(EDGE, at.top - GAP - height);
  panel.style.setProperty('left', `${left}px`);
  panel.style.setProperty('top', `${top}px`);
}
