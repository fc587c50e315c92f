import { expect, test } from '@playwright/test';
import type { ShotDocument } from '../shot/document.ts';
import { differences } from './shot-differences.ts';

const mine: ShotDocument = {
  title: 'One',
  duration: '4s',
  keyframes: [
    { at: '0s', prompt: 'He waits.' },
    { at: '24f', prompt: 'He waves.' },
  ],
};

test('versions that say the same do not differ, however they write times', () => {
  expect(differences(mine, { ...mine, keyframes: [{ at: '0f', prompt: 'He waits.' }, { at: '1s', prompt: 'He waves.' }] })).toEqual([]);
});

test('keyframes that differ stand side by side', () => {
  const theirs: ShotDocument = { ...mine, title: 'Two', keyframes: [{ at: '0s', prompt: 'He runs.' }, { at: '48f', prompt: 'He waves.', transition: 'cut' }] };
  expect(differences(mine, theirs)).toEqual([
    { what: 'Title', mine: 'One', theirs: 'Two' },
    { what: 'Keyframe at 00:00:00', mine: 'He waits.', theirs: 'He runs.' },
    { what: 'Keyframe at 00:01:00', mine: 'He waves.' },
    { what: 'Keyframe at 00:02:00', theirs: 'He waves.\nFields: transition' },
  ]);
});
