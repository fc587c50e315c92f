import { expect, test } from '@playwright/test';
import type { ExplainedKeyframe, Warning, Word } from '../api/answers.ts';
import { changeBetween, explainedPrompt, fateOf, markAt, marksOf, pieces, shifted, slotName } from './word-marks.ts';

function explained(...parts: readonly [string, string, string?][]): ExplainedKeyframe {
  let at = 0;
  const words: Word[] = parts.map(([text, fate, reason]) => {
    const word = { text, start: at, end: at + text.length, fate, reason: reason ?? 'because' };
    at = word.end;
    return word;
  });
  return { at: '0s', frame: 0, caption: '', checks: { camera: true, subject: true, light: true, action: true }, words };
}

const sample = explained(
  ['He', 'ignored', 'means man'],
  [' ', 'ignored', 'space and punctuation'],
  ['blorfs', 'unknown', 'not known'],
  [',', 'ignored', 'punctuation'],
  [' ', 'ignored', 'space and punctuation'],
  ['cinematic', 'ignored', 'too vague'],
);
const vague: Warning = { code: 'vague', keyframe: 0, start: 11, end: 20, message: '', suggestions: [] };

const shown = (prompt: string, warnings: readonly Warning[] = [vague], left: readonly Warning[] = []) =>
  marksOf(sample, warnings, left, prompt)
    .filter((m) => m.kind !== 'plain')
    .map((m) => [prompt.slice(m.start, m.end), m.kind]);

test('what is about a description marks no words of the prompt', () => {
  expect(shown('He blorfs, cinematic', [{ ...vague, performer: 'Anna' }], [])).toEqual([['blorfs', 'unknown']]);
});

test('only unknown words and what warnings are about is marked', () => {
  expect(explainedPrompt(sample)).toBe('He blorfs, cinematic');
  expect(shown('He blorfs, cinematic')).toEqual([['blorfs', 'unknown'], ['cinematic', 'ignored']]);
});

test('what was left as it is is not marked', () => {
  expect(shown('He blorfs, cinematic', [], [vague])).toEqual([['blorfs', 'unknown']]);
  const unknown = { ...vague, start: 3, end: 9 };
  expect(shown('He blorfs, cinematic', [], [unknown])).toEqual([]);
});

test('marks keep their place while something is typed before, in and after them', () => {
  expect(shown('Then he blorfs, cinematic').map((m) => m[0])).toContain('cinematic');
  expect(shown('He quickly blorfs, cinematic')).toEqual([['blorfs', 'unknown'], ['cinematic', 'ignored']]);
  expect(shown('He blorrfs, cinematic')).toEqual([['blorrfs', 'unknown'], ['cinematic', 'ignored']]);
  expect(shown('He blorfs, cinematic light')).toEqual([['blorfs', 'unknown'], ['cinematic', 'ignored']]);
  expect(shown('  He blorfs, cinematic')).toEqual([['blorfs', 'unknown'], ['cinematic', 'ignored']]);
});

test('a mark goes with its word', () => {
  expect(shown('He , cinematic')).toEqual([['cinematic', 'ignored']]);
  expect(shown('')).toEqual([]);
});

test('a change is one stretch', () => {
  expect(changeBetween('abcdef', 'abXdef')).toEqual({ start: 2, oldEnd: 3, newEnd: 3 });
  expect(changeBetween('aaa', 'aaaa')).toEqual({ start: 3, oldEnd: 3, newEnd: 4 });
  expect(changeBetween('same', 'same')).toEqual({ start: 4, oldEnd: 4, newEnd: 4 });
});

test('a stretch that is half replaced keeps its other half', () => {
  expect(shifted(0, 4, { start: 2, oldEnd: 6, newEnd: 9 })).toEqual({ start: 0, end: 2 });
  expect(shifted(4, 8, { start: 2, oldEnd: 6, newEnd: 9 })).toEqual({ start: 9, end: 11 });
  expect(shifted(3, 5, { start: 2, oldEnd: 6, newEnd: 9 })).toBeUndefined();
});

test('pieces cover the whole text', () => {
  const text = 'He blorfs, cinematic!';
  const all = pieces(text, marksOf(sample, [vague], [], text));
  expect(all.map((p) => p.text).join('')).toBe(text);
  expect(markAt(all.flatMap((p) => p.mark ?? []), 5)?.word?.text).toBe('blorfs');
});

test('every fate reads as a sentence', () => {
  const word = (over: Partial<Word>): Word => ({ text: 'x', start: 0, end: 1, fate: 'used', reason: '', ...over });
  expect(fateOf(word({ slot: 'camera.size', value: 'close-up' }), 12)).toBe('sets the shot size: close up');
  expect(fateOf(word({ slot: 'man.action', value: 'wave' }), 12)).toBe('sets man, action: wave, begins at frame 12');
  expect(fateOf(word({ fate: 'unknown', reason: 'not known; the nearest known word is "mama"' }), 0)).toBe(
    'is not known; the nearest known word is "mama"',
  );
  expect(fateOf(word({ fate: 'ignored', reason: 'a field says otherwise' }), 0)).toContain('a field says otherwise');
  expect(slotName('Anna.hairColor')).toBe('Anna, hair color');
});
