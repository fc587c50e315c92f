import type { Explanation, Suggestion, Warning } from '../api/answers.ts';
import type { CastEntry, ShotDocument } from '../shot/document.ts';

/** A stretch of a description that was not understood, with what could be said instead. */
export interface Doubt {
  /** UTF-16 units in the description; -1 if it is about no words of it. */
  readonly start: number;
  readonly end: number;
  readonly kind: 'unknown' | 'ignored';
  readonly message: string;
  readonly suggestions: readonly Suggestion[];
}

/** A fact that the words leave open and that was decided. */
export interface Decided {
  readonly fact: string;
  readonly value: string;
  readonly reason: string;
}

/** Warnings about words that are known, but change nothing. */
const IGNORED = new Set(['vague', 'evaluative', 'conflict', 'negation', 'substituted']);

/** The shortest shot of one person, which tells how the service understands them. */
export function shotOf(entry: CastEntry): ShotDocument {
  return {
    duration: '1s',
    cast: [entry],
    keyframes: [{ at: '0s', prompt: `Full shot of ${entry.name} standing.` }],
  };
}

/** What of a description was not understood. */
export function doubts(explanation: Explanation, name: string, description: string): readonly Doubt[] {
  const prefix = `Description of ${name}: `;
  let from = 0;
  return explanation.warnings
    .filter((w) => w.message.startsWith(prefix))
    .map((w) => {
      const message = w.message.slice(prefix.length);
      const at = w.start >= 0 && w.end <= description.length ? ([w.start, w.end] as const) : stretch(message, description, from);
      if (at[0] >= 0) from = at[1];
      return {
        start: at[0],
        end: at[1],
        kind: IGNORED.has(w.code) ? ('ignored' as const) : ('unknown' as const),
        message: message.charAt(0).toUpperCase() + message.slice(1) + (/[.!?]$/.test(message) ? '' : '.'),
        suggestions: w.suggestions.filter((s) => s.edit.trim() !== ''),
      };
    });
}

/** What was decided for a person because the words leave it open. */
export function decisions(explanation: Explanation, name: string): readonly Decided[] {
  return explanation.decisions
    .filter((d) => d.slot.startsWith(`${name}.`))
    .map((d) => ({ fact: d.slot.slice(name.length + 1), value: d.value, reason: d.reason }));
}

/** A description with a stretch replaced; without it, and without the comma that it leaves, if there is nothing instead. */
export function replaced(description: string, start: number, end: number, by: string): string {
  if (start < 0) return by ? `${description.trimEnd()}${/^[,.;]/.test(by) ? '' : ', '}${by}` : description;
  if (by) return description.slice(0, start) + by + description.slice(end);
  const before = description.slice(0, start).replace(/(?:,\s*)?(?:\b(?:and|with|wearing|an?|the|in)\s+)*$/i, '');
  const after = description.slice(end);
  return (before.trim() ? before : before + after.replace(/^\s*,\s*/, ''))
    .concat(before.trim() ? after : '')
    .replace(/\s+([,.])/g, '$1');
}

/** The same warning, said of no person. */
export function isOfDescription(warning: Warning): boolean {
  return warning.message.startsWith('Description of ');
}

/** Where the first quoted words of a message stand; the search begins behind the last find, then at the start. */
function stretch(message: string, description: string, from: number): readonly [number, number] {
  const quoted = /["“]([^"”]+)["”]/.exec(message)?.[1];
  if (!quoted) return [-1, -1];
  const low = description.toLowerCase();
  const word = quoted.toLowerCase();
  let at = low.indexOf(word, from);
  if (at < 0) at = low.indexOf(word);
  return at < 0 ? [-1, -1] : [at, at + word.length];
}
