import type { ExplainedKeyframe, Explanation, Warning, Word } from '../api/answers.ts';

/** How a stretch of a prompt is drawn: as a plain word, as not known (wavy), or as ignored or vague (dotted). */
export type MarkKind = 'plain' | 'unknown' | 'ignored';

/** A stretch of the prompt as it is now, in UTF-16 units. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly kind: MarkKind;
  readonly word?: Word;
}

/** What of a prompt changed between two texts: everything outside is the same. */
export interface TextChange {
  readonly start: number;
  /** Where the changed part ends in the old text. */
  readonly oldEnd: number;
  /** Where it ends in the new text. */
  readonly newEnd: number;
}

const QUIET = new Set(['space and punctuation', 'punctuation']);

/** The prompt that an explanation is about; its words cover all of it. */
export function explainedPrompt(keyframe: ExplainedKeyframe): string {
  return keyframe.words.map((w) => w.text).join('');
}

/**
 * The explanation of a keyframe as far as it fits a prompt. While an explanation is on its way keyframes may have moved
 * in the list: then the one is taken that has these very words.
 */
export function explainedKeyframe(
  explanation: Explanation | undefined,
  index: number,
  prompt: string,
  keyframes: number,
): ExplainedKeyframe | undefined {
  if (!explanation) return undefined;
  if (explanation.keyframes.length === keyframes) return explanation.keyframes[index];
  return explanation.keyframes.find((k) => explainedPrompt(k) === prompt.trim());
}

/** The one stretch in which two texts differ. */
export function changeBetween(before: string, after: string): TextChange {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < most - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return { start, oldEnd: before.length - tail, newEnd: after.length - tail };
}

/**
 * Where a stretch of the old text is in the new one: it moves with what is typed before it, and keeps its place where
 * something is typed in it.
 *
 * @returns undefined if nothing is left of it
 */
export function shifted(
  start: number,
  end: number,
  change: TextChange,
): { readonly start: number; readonly end: number } | undefined {
  const grown = change.newEnd - change.oldEnd;
  if (end <= change.start) return { start, end };
  if (start >= change.oldEnd) return { start: start + grown, end: end + grown };
  const from = start < change.start ? start : change.newEnd;
  const to = end > change.oldEnd ? end + grown : start < change.start ? change.start : change.newEnd;
  return to > from ? { start: from, end: to } : undefined;
}

/**
 * What is drawn under the words of a prompt: only unknown words and what warnings are about; used words, grammar and
 * punctuation stay unmarked.
 *
 * @param warnings of this keyframe that were not left as they are
 * @param left warnings that were: their words are not marked either
 */
export function marksOf(
  explained: ExplainedKeyframe,
  warnings: readonly Warning[],
  left: readonly Warning[],
  prompt: string,
): readonly Mark[] {
  const change = changeBetween(explainedPrompt(explained), prompt);
  const over = (w: Word, list: readonly Warning[]) => list.some((i) => !i.performer && i.start >= 0 && i.start < w.end && w.start < i.end);
  const marks: Mark[] = [];
  for (const word of explained.words) {
    if (QUIET.has(word.reason) || !word.text.trim()) continue;
    const at = shifted(word.start, word.end, change);
    if (!at) continue;
    const unknown = word.fate === 'unknown' && !over(word, left);
    const kind: MarkKind = unknown ? 'unknown' : over(word, warnings) || overruled(word) ? 'ignored' : 'plain';
    marks.push({ ...at, kind, word });
  }
  return marks;
}

/** Whether a field says something else than a word, so that the field wins. */
export function overruled(word: Word): boolean {
  return word.reason === 'a field says otherwise';
}

/** The mark at a place of the text. */
export function markAt(marks: readonly Mark[], at: number): Mark | undefined {
  return marks.find((m) => at >= m.start && at < m.end) ?? marks.find((m) => at === m.end);
}

/** Splits a prompt into marked and unmarked pieces, without gaps. */
export function pieces(prompt: string, marks: readonly Mark[]): readonly { readonly text: string; readonly mark?: Mark }[] {
  const out: { text: string; mark?: Mark }[] = [];
  let at = 0;
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    if (mark.start < at) continue;
    if (mark.start > at) out.push({ text: prompt.slice(at, mark.start) });
    out.push({ text: prompt.slice(mark.start, mark.end), mark });
    at = mark.end;
  }
  if (at < prompt.length) out.push({ text: prompt.slice(at) });
  return out;
}

const SLOTS: Readonly<Record<string, string>> = {
  'camera.size': 'the shot size',
  'camera.composition': 'what the frame is built around',
  'camera.angle': 'the camera angle',
  'camera.side': 'the side of the camera',
  'camera.lens': 'the lens',
  'camera.fNumber': 'the aperture',
  'camera.support': 'what carries the camera',
  'camera.move': 'the camera move',
  'camera.pace': 'the pace of the camera',
  'camera.degrees': 'how far the camera turns',
  'camera.transition': 'how the framing is reached',
  'camera.foreground': 'who stands in front',
  'camera.subjects': 'whom the camera frames',
  light: 'the light',
  'light.from': 'where the light comes from',
  'light.kelvin': 'the color of the light',
  set: 'the place',
  who: 'who is meant',
  cast: 'who is there',
};

const ACTS = /\.(action|target|line|pace|side)$/;

/** What a slot is called: `camera.size` is "the shot size", `Anna.gaze` "Anna, gaze". */
export function slotName(slot: string): string {
  const known = SLOTS[slot];
  if (known) return known;
  const dot = slot.lastIndexOf('.');
  if (dot < 0) return slot;
  const what = slot.slice(dot + 1).replace(/[A-Z]/g, (c) => ` ${c.toLowerCase()}`);
  return `${slot.slice(0, dot)}, ${what}`;
}

/** A sentence that goes on after the quoted word: what became of it. */
export function fateOf(word: Word, frame: number): string {
  if (word.fate === 'used') {
    const value = (word.value ?? '').replace(/-/g, ' ');
    const begins = ACTS.test(word.slot ?? '') ? `, begins at frame ${frame}` : '';
    if (!word.slot?.includes('.') && word.slot === value) return `is ${word.reason}.`;
    return `sets ${slotName(word.slot ?? '')}${value ? `: ${value}` : ''}${begins}`;
  }
  if (word.fate === 'unknown') return /^(not |known)/.test(word.reason) ? `is ${word.reason}` : `is not known: ${word.reason}`;
  return overruled(word) ? 'is not used: a field says otherwise' : `is left out: ${word.reason}`;
}
