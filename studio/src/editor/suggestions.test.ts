import { expect, test } from '@playwright/test';
import type { Warning } from '../api/answers.ts';
import { added, addedToFirstSentence, applied, canDrop, chipsOf, quoted, without } from './suggestions.ts';

const warning = (over: Partial<Warning>): Warning => ({
  code: 'vague',
  keyframe: 0,
  start: -1,
  end: -1,
  message: '',
  suggestions: [],
  ...over,
});

test('a suggestion takes the place of the words that it is about', () => {
  const w = warning({ start: 9, end: 18 });
  expect(applied('He gives half-wave, smiling.', w, { label: '', edit: 'a small wave' })).toBe('He gives a small wave, smiling.');
});

test('a suggestion may take the place of other words than those that it is about', () => {
  const w = warning({ start: 2, end: 11 });
  const s = { label: 'low key light', edit: 'shot of a man, low key light.', start: 12, end: 26 };
  expect(applied('A cinematic shot of a man.', w, s)).toBe('A cinematic shot of a man, low key light.');
});

test('to take more than its own words away is a chip', () => {
  const w = warning({ code: 'negation', start: 14, end: 21, suggestions: [{ label: 'remove it', edit: '', start: 6, end: 21 }] });
  expect(chipsOf(w)).toHaveLength(1);
  expect(canDrop(w)).toBe(false);
});

test('a suggestion that begins a sentence begins with a capital', () => {
  expect(applied('Jogs home.', warning({ start: 0, end: 4 }), { label: '', edit: 'runs' })).toBe('Runs home.');
});

test('words are added before the full stop', () => {
  expect(added('A man waves.', ', window light')).toBe('A man waves, window light.');
  expect(added('A man waves', ', window light')).toBe('A man waves, window light');
  expect(added('A man waves, ', ', window light')).toBe('A man waves, window light');
  expect(added('', ', wide shot')).toBe('Wide shot');
  expect(added('She says "Late."', ', window light')).toBe('She says "Late.", window light');
});

test('what holds throughout is added to the first sentence', () => {
  expect(addedToFirstSentence('A man walks. He stops.', ', low key')).toBe('A man walks, low key. He stops.');
  expect(addedToFirstSentence('At f/2.8 a man walks', ', low key')).toBe('At f/2.8 a man walks, low key');
  expect(addedToFirstSentence('A man walks\nHe stops', ', low key')).toBe('A man walks, low key\nHe stops');
});

test('dropped words leave no commas and blanks behind', () => {
  const drop = (text: string, word: string) => without(text, text.indexOf(word), text.indexOf(word) + word.length);
  expect(drop('Medium shot, cinematic. He stops.', 'cinematic')).toBe('Medium shot. He stops.');
  expect(drop('Cinematic, a man walks', 'Cinematic')).toBe('A man walks');
  expect(drop('A man, nice, walks', 'nice')).toBe('A man, walks');
  expect(drop('A very cute man walks', 'cute')).toBe('A man walks');
  expect(drop('He waves stunningly.', 'stunningly')).toBe('He waves.');
  expect(drop('epic', 'epic')).toBe('');
  expect(drop('He stops. Epic moment of truth', 'Epic')).toBe('He stops. Moment of truth');
});

test('to remove words is no chip but the third answer', () => {
  const w = warning({ start: 0, end: 4, suggestions: [{ label: 'remove it', edit: '' }, { label: 'slow', edit: 'slow' }] });
  expect(chipsOf(w).map((s) => s.label)).toEqual(['slow']);
  expect(canDrop(w)).toBe(true);
  expect(canDrop(warning({ code: 'no-light' }))).toBe(false);
  expect(canDrop(warning({ code: 'substituted', start: 0, end: 3 }))).toBe(false);
});

test('what a message quotes is set apart', () => {
  expect(quoted('"dog" cannot be filmed')).toEqual([
    { text: '“dog”', strong: true },
    { text: ' cannot be filmed', strong: false },
  ]);
});
