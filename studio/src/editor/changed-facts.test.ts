import { expect, test } from '@playwright/test';
import type { ShotDocument } from '../shot/document.ts';
import { changedFacts } from './changed-facts.ts';

const A: ShotDocument = {
  duration: '4s',
  cast: [{ name: 'Daniel', description: 'a man in a navy suit' }],
  keyframes: [
    { at: '0s', prompt: 'Wide shot. Daniel walks.', camera: { lens: 35 } },
    { at: '2s', prompt: 'He stops.' },
  ],
};

test('the same shot has no changed facts', () => {
  expect(changedFacts(A, structuredClone(A))).toEqual([]);
});

test('fields, words, times and looks are told as facts', () => {
  const b: ShotDocument = {
    ...A,
    duration: '5s',
    cast: [{ name: 'Daniel', description: 'a man in a gray suit' }, { name: 'Mara' }],
    keyframes: [
      { at: '0s', prompt: 'Wide shot. Daniel walks.', camera: { lens: 50 }, cast: [{ name: 'Daniel', posture: 'sitting' }] },
      { at: '60f', prompt: 'He stops.' },
    ],
  };
  expect(changedFacts(A, b)).toEqual([
    'Duration: 4s, now 5s.',
    'Daniel looks different.',
    'Mara is new in the cast.',
    'Keyframe 1: camera lens 35, now 50.',
    'Keyframe 1: Daniel posture left to the words, now sitting.',
    'Keyframe 2: at 00:02:00, now at 00:02:12.',
  ]);
});

test('a keyframe between two others is new, the others are the same', () => {
  const b: ShotDocument = { ...A, keyframes: [A.keyframes[0]!, { at: '1s', prompt: 'He waves.' }, A.keyframes[1]!] };
  expect(changedFacts(A, b)).toEqual(['Keyframe 2 at 00:01:00 is new.']);
  expect(changedFacts(b, A)).toEqual(['The keyframe at 00:01:00 is gone.']);
});

test('a list of facts has an end', () => {
  const many = (n: number): ShotDocument => ({ duration: '20s', keyframes: Array.from({ length: 16 }, (_, i) => ({ at: `${i}s`, prompt: `${n} ${i}`, ease: `${n}`, set: `${n}` })) });
  expect(changedFacts(many(1), many(2))).toHaveLength(24);
});
