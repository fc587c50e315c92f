import { expect, test } from '@playwright/test';
import { type ShotDocument, frameOfKeyframe, framesOf } from './document.ts';
import * as edits from './edits.ts';

const shot = (...frames: number[]): ShotDocument => ({
  duration: '4s',
  fps: '24',
  keyframes: frames.map((f, i) => ({ at: `${f}f`, prompt: `Beat ${i + 1}.` })),
});
const frames = (s: ShotDocument) => s.keyframes.map((_, i) => frameOfKeyframe(s, i));

test('a keyframe stops one frame short of its neighbors', () => {
  expect(frames(edits.moveKeyframe(shot(0, 20, 40), 1, 70))).toEqual([0, 39, 40]);
  expect(frames(edits.moveKeyframe(shot(0, 20, 40), 1, -9))).toEqual([0, 1, 40]);
  expect(frames(edits.moveKeyframe(shot(0, 20, 40), 2, 999))).toEqual([0, 20, 95]);
});

test('a copy comes to the next free frame', () => {
  const { shot: after, selected } = edits.duplicateKeyframe(shot(0, 1, 2, 40), 0);
  expect(frames(after)).toEqual([0, 1, 2, 3, 40]);
  expect(selected).toBe(3);
  expect(after.keyframes[3]?.prompt).toBe('Beat 1.');
});

test('the 17th keyframe is refused, and the two closest can be merged', () => {
  const full = shot(...Array.from({ length: 16 }, (_, i) => (i === 9 ? 46 : i * 5)));
  expect(() => edits.addKeyframe(full, 90)).toThrow(edits.ClipIsFull);
  expect(edits.closestPair(full)).toBe(9);
  const merged = edits.mergeWithNext(full, 9).shot;
  expect(merged.keyframes).toHaveLength(15);
  expect(merged.keyframes[9]?.prompt).toBe('Beat 10. Beat 11.');
});

test('the only keyframe stays', () => {
  expect(() => edits.deleteKeyframe(shot(0), 0)).toThrow('A shot keeps at least one keyframe.');
});

test('another frame rate keeps the times of keyframes', () => {
  const after = edits.withRate(shot(0, 12, 48), '30');
  expect(after.fps).toBe('30');
  expect(frames(after)).toEqual([0, 15, 60]);
  expect(framesOf(after)).toBe(120);
});

test('keyframes that would share a frame at a lower rate stay apart', () => {
  const after = edits.withRate({ ...shot(0, 1, 2), fps: '60' }, '24');
  expect(frames(after)).toEqual([0, 1, 2]);
});

test('a clip given in frames keeps its length at another rate', () => {
  const after = edits.withRate({ ...shot(0, 12), duration: '48f' }, '48');
  expect(framesOf(after)).toBe(96);
});

test('a clip does not end before its last keyframe, nor last too long', () => {
  expect(() => edits.withDuration(shot(0, 60), 2)).toThrow('Keyframe 2 is at 00:02:12.');
  expect(() => edits.withDuration(shot(0), 21)).toThrow('20 seconds at most');
  expect(() => edits.withDuration(shot(0), Number.NaN)).toThrow('more than 0 seconds');
  expect(edits.withDuration(shot(0, 60), 2.75).duration).toBe('2.75s');
});

test('an aspect takes the place of a size', () => {
  const after = edits.withAspect({ ...shot(0), size: '1920x1080' }, '9:16');
  expect(after).not.toHaveProperty('size');
  expect(after.aspect).toBe('9:16');
});
