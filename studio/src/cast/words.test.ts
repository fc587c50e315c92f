import { expect, test } from '@playwright/test';
import type { Explanation, Warning } from '../api/answers.ts';
import { decisions, doubts, replaced } from './words.ts';

const WORDS = 'Tall man, charismatic, navy suit, a glorple.';

function explanation(warnings: Partial<Warning>[]): Explanation {
  return {
    keyframes: [],
    lanes: [],
    notices: [],
    shot: { duration: '1s', keyframes: [] },
    decisions: [
      { keyframe: -1, slot: 'Someone.build', value: 'average', reason: 'not said', alternatives: [] },
      { keyframe: 0, slot: 'light', value: 'three point', reason: 'not said', alternatives: [] },
    ],
    warnings: warnings.map((w) => ({ code: 'unknown-word', keyframe: -1, start: -1, end: -1, message: '', suggestions: [], ...w })),
  };
}

test('A word that is not known is found where it stands in the description', () => {
  const found = doubts(
    explanation([
      { message: 'Description of Someone: "charismatic" is not known and left out' },
      { message: 'No light is named: three point is used' },
    ]),
    'Someone',
    WORDS,
  );
  expect(found).toHaveLength(1);
  expect(found[0]?.message).toBe('"charismatic" is not known and left out.');
  expect(WORDS.slice(found[0]?.start, found[0]?.end)).toBe('charismatic');
});

test('A warning that says where its words stand is taken at that', () => {
  const message = 'Description of Someone: the "hair" of Someone was told differently before';
  expect(doubts(explanation([{ performer: 'Someone', start: 10, end: 21, message }]), 'Someone', WORDS)[0]).toMatchObject({ start: 10, end: 21 });
});

test('A warning about no word of the description marks nothing', () => {
  expect(doubts(explanation([{ message: 'Description of Someone: too much is worn' }]), 'Someone', WORDS)[0]).toMatchObject({ start: -1 });
});

test('What was decided for the person is told apart from the rest', () => {
  expect(decisions(explanation([]), 'Someone')).toEqual([{ fact: 'build', value: 'average', reason: 'not said' }]);
});

test('A dropped word takes its comma along', () => {
  const at = WORDS.indexOf('charismatic');
  expect(replaced(WORDS, at, at + 11, '')).toBe('Tall man, navy suit, a glorple.');
  const last = WORDS.indexOf('glorple');
  expect(replaced(WORDS, last, last + 7, '')).toBe('Tall man, charismatic, navy suit.');
  expect(replaced('Charismatic, tall', 0, 11, '')).toBe('tall');
});

test('A suggestion stands in the place of the words that it is for, or behind all', () => {
  expect(replaced('wears a tux', 8, 11, 'suit')).toBe('wears a suit');
  expect(replaced('Tall man', -1, -1, 'beard')).toBe('Tall man, beard');
});
