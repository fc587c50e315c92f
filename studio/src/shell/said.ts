import { Offline, Problem } from '../api/problem.ts';

/** What went wrong in the service's words, with each field that it names; to be shown as it is. */
export function said(e: unknown): string {
  if (e instanceof Offline) return 'No connection. Nothing was changed; try again when it is back.';
  if (e instanceof Problem) {
    const more = e.faults.map((f) => f.detail).filter((d) => d && !e.message.includes(d));
    return [e.message, ...more].join(' ');
  }
  reportError(e); // A fault of the page itself: for its makers, too.
  return `The page failed: ${e instanceof Error ? e.message : String(e)}`;
}
