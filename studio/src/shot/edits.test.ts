import { expect, test } from '@playwright/test';
import { type ShotDocument, frameOfKeyframe } from './document.ts';
import { CannotEdit, addKeyframe, closestPair, deleteKeyframe, duplicateKeyframe, mergeWithNext, moveKeyframe } from './edits.ts';

const SHOT: ShotDocument = {
  duration: '4s',
  keyframes: [
    { at: '0s', prompt: 'a' },
    { at: '1s', prompt: 'b', image: 'kept.png' },
    { at: '30f', prompt: 'c' },
  ],
};

test('a moved keyframe stops one frame short of its neighbors', () => {
  expect(frameOfKeyframe(moveKeyframe(SHOT, 1, 500), 1)).toBe(29);
  expect(frameOfKeyframe(moveKeyframe(SHOT, 1, -5), 1)).toBe(1);
  expect(frameOfKeyframe(moveKeyframe(SHOT, 2, 500), 2)).toBe(95);
});

test('an added keyframe takes the first free frame and its place in time', () => {
  const { shot, selected } = addKeyframe(SHOT, 24);
  expect(selected).toBe(2);
  expect(shot.keyframes.map((k) => k.at)).toEqual(['0s', '1s', '25f', '30f']);
});

test('a copy keeps all fields, also those that the studio does not know', () => {
  const { shot, selected } = duplicateKeyframe(SHOT, 1);
  expect(shot.keyframes[selected]).toEqual({ at: '25f', prompt: 'b', image: 'kept.png' });
});

test('the seventeenth keyframe is refused and nothing changes', () => {
  let shot = SHOT;
  while (shot.keyframes.length < 16) shot = addKeyframe(shot, 40).shot;
  expect(() => addKeyframe(shot, 80)).toThrow(CannotEdit);
  expect(shot.keyframes.length).toBe(16);
});

test('the two closest keyframes can be merged', () => {
  expect(closestPair(SHOT)).toBe(1);
  const { shot } = mergeWithNext(SHOT, 1);
  expect(shot.keyframes.map((k) => k.prompt)).toEqual(['a', 'b c']);
});

test('the last keyframe stays', () => {
  expect(() => deleteKeyframe({ duration: '1s', keyframes: [{ at: '0s' }] }, 0)).toThrow(CannotEdit);
  expect(deleteKeyframe(SHOT, 2).selected).toBe(1);
});
