import { type SVGTemplateResult, html, svg } from 'lit';

const PATHS = {
  undo: svg`<path d="M7 5 3.5 8.5 7 12M4 8.5h7a4 4 0 0 1 0 8H8"/>`,
  redo: svg`<path d="M13 5l3.5 3.5L13 12M16 8.5H9a4 4 0 0 0 0 8h3"/>`,
  theme: svg`<circle cx="10" cy="10" r="6.2"/><path class="f" d="M10 3.8a6.2 6.2 0 0 1 0 12.4z"/>`,
  previous: svg`<path d="M5 5v10M15 5l-7 5 7 5z"/>`,
  next: svg`<path d="M15 5v10M5 5l7 5-7 5z"/>`,
  play: svg`<path class="f" d="M6 4.5v11l9-5.5z"/>`,
  pause: svg`<path class="f" d="M5.5 4.5h3v11h-3zM11.5 4.5h3v11h-3z"/>`,
  back: svg`<path d="M12.5 4.5 7 10l5.5 5.5"/>`,
  forward: svg`<path d="M7.5 4.5 13 10l-5.5 5.5"/>`,
  keys: svg`<rect x="2.5" y="5.5" width="15" height="9" rx="1.5"/><path d="M6 11.5h8M5.8 8.5h.1M8.6 8.5h.1M11.4 8.5h.1M14.2 8.5h.1"/>`,
  more: svg`<path class="f" d="M4.2 8.6a1.4 1.4 0 1 0 0 2.8 1.4 1.4 0 0 0 0-2.8zM10 8.6a1.4 1.4 0 1 0 0 2.8 1.4 1.4 0 0 0 0-2.8zM15.8 8.6a1.4 1.4 0 1 0 0 2.8 1.4 1.4 0 0 0 0-2.8z"/>`,
  close: svg`<path d="M5 5l10 10M15 5L5 15"/>`,
} as const satisfies Record<string, SVGTemplateResult>;

/** The pictures that buttons may show; each button also has a name. */
export type IconName = keyof typeof PATHS;

/** A picture for a button. */
export function icon(name: IconName) {
  return html`<svg viewBox="0 0 20 20" aria-hidden="true">${PATHS[name]}</svg>`;
}

/** A tick for what is named, a ring for what is missing. */
export function tick(there: boolean) {
  return there
    ? html`<svg viewBox="0 0 12 12" aria-hidden="true"><path d="M2 6.5 5 9.5 10.5 3" /></svg>`
    : html`<svg viewBox="0 0 12 12" aria-hidden="true"><circle cx="6" cy="6" r="3.6" /></svg>`;
}

/** The mark of the product: beats over a board. */
export const mark = html`<svg viewBox="0 0 20 20" aria-hidden="true">
  <path d="M2 15.5h16" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" />
  <path d="M5 6.2 8.3 9.5 5 12.8 1.7 9.5zM15 6.2l3.3 3.3L15 12.8 11.7 9.5z" fill="none" stroke="currentColor" stroke-width="1.4" />
  <path class="beat" d="M10 2.2 13.3 5.5 10 8.8 6.7 5.5z" />
</svg>`;
