import type { Suggestion, Warning } from '../api/answers.ts';

/**
 * A prompt with a suggestion carried out: it takes the place of the words that a warning is about, or is added at the end
 * where it is about none.
 */
export function applied(prompt: string, warning: Warning, suggestion: Suggestion): string {
  const { start = warning.start, end = warning.end, edit } = suggestion;
  if (start < 0) return added(prompt, edit);
  const wider = start !== warning.start || end !== warning.end;
  return wider ? prompt.slice(0, start) + edit + prompt.slice(end) : replaced(prompt, start, end, edit);
}

/** A prompt with words added: before the full stop that ends it, if there is one. */
export function added(prompt: string, edit: string): string {
  const words = edit.replace(/^[\s,]+/, '');
  const text = prompt.trimEnd();
  if (!text) return words.charAt(0).toUpperCase() + words.slice(1);
  const stop = /[.!?;,:]+$/.exec(text)?.[0] ?? '';
  const body = stop ? text.slice(0, -stop.length) : text;
  return `${body}, ${words}${stop === ',' || stop === ';' || stop === ':' ? '' : stop}`;
}

/** A prompt with words added at the end of its first sentence, where a shot says what holds throughout. */
export function addedToFirstSentence(prompt: string, edit: string): string {
  const end = /[.!?]["'”’]?(?=\s+["'“‘]?\p{Lu})|\n/u.exec(prompt);
  if (!end || end.index === 0) return added(prompt, edit);
  const cut = end.index + (end[0] === '\n' ? 0 : end[0].length);
  return added(prompt.slice(0, cut), edit) + prompt.slice(cut);
}

/** A prompt without some of its words, and without the commas and blanks that would be left over. */
export function without(prompt: string, start: number, end: number): string {
  let before = prompt.slice(0, start).replace(/[\s,]*$/, '');
  const gap = prompt.slice(before.length, start);
  let after = prompt.slice(end);
  const comma = gap.includes(',') || /^\s*,/.test(after);
  after = after.replace(/^[\s,]+/, '');
  before = before.replace(/(^|\s)(an?|the|with an?|very|in an?)$/i, (whole, blank: string) => (comma || !after ? '' : whole && blank));
  before = before.trimEnd().replace(/,$/, '');
  if (!before) return after ? after.charAt(0).toUpperCase() + after.slice(1) : '';
  if (!after) return before;
  if (/^[.!?;:]/.test(after)) return before + after;
  return /[.!?]$/.test(before) ? `${before} ${after.charAt(0).toUpperCase()}${after.slice(1)}` : `${before}${comma ? ', ' : ' '}${after}`;
}

function replaced(prompt: string, start: number, end: number, edit: string): string {
  if (!edit.trim()) return without(prompt, start, end);
  const capital = /^\p{Lu}/u.test(prompt.slice(start, end)) && /(^|[.!?]\s*)$/.test(prompt.slice(0, start));
  return prompt.slice(0, start) + (capital ? edit.charAt(0).toUpperCase() + edit.slice(1) : edit) + prompt.slice(end);
}

/** The chips of a warning; to take its own words away is no chip but "Drop". */
export function chipsOf(warning: Warning): readonly Suggestion[] {
  return warning.suggestions.filter((s) => warning.start < 0 || !drops(warning, s)).slice(0, 3);
}

const DROPPED = new Set(['vague', 'evaluative', 'unknown-word', 'not-supported']);

/** Whether a warning is answered by taking its words away; else it can be left as it is. */
export function canDrop(warning: Warning): boolean {
  return warning.start >= 0 && (DROPPED.has(warning.code) || warning.suggestions.some((s) => drops(warning, s)));
}

function drops(warning: Warning, { edit, start = warning.start, end = warning.end }: Suggestion): boolean {
  return edit.trim() === '' && start === warning.start && end === warning.end;
}

/** A sentence with what it quotes apart, to be set in bold. */
export function quoted(message: string): readonly { readonly text: string; readonly strong: boolean }[] {
  return message
    .split(/"([^"]+)"/)
    .map((text, i) => ({ text: i % 2 ? `“${text}”` : text, strong: i % 2 === 1 }))
    .filter((p) => p.text);
}
