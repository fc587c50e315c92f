import { type TemplateResult, html } from 'lit';
import type { Checks } from '../api/answers.ts';
import { tick } from '../shell/icons.ts';

const NAMES = [
  ['camera', 'Camera'],
  ['subject', 'Subject'],
  ['light', 'Light'],
  ['action', 'Action'],
] as const satisfies readonly (readonly [keyof Checks, string])[];

/** The four things that a clear direction names: a tick for each that is there, an amber ring for each that is not. */
export function fourChecks(checks: Checks | undefined): TemplateResult {
  return html`<ul class="four" aria-label="A clear direction names four things">
    ${NAMES.map(([key, name]) => {
      const there = checks?.[key] ?? false;
      const quiet = checks === undefined;
      return html`<li class=${quiet ? 'open' : there ? '' : 'no'}>
        ${tick(there)}${name}<span class="sr">${quiet ? '' : there ? ' named' : ' not named'}</span>
      </li>`;
    })}
  </ul>`;
}
