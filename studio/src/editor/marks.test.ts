import { expect, test } from '@playwright/test';
import type { ShotDocument } from '../shot/document.ts';
import { type Held, type Marked, nameOf, withMark, withoutMark } from './marks.ts';

const DANIEL: Held = { kind: 'person', name: 'Daniel', id: 'person Daniel', slot: 'Daniel.mark' };
const CAMERA: Held = { kind: 'camera', name: 'camera', id: 'camera', slot: 'camera.mark' };
const SHOT: ShotDocument = { duration: '2s', keyframes: [{ at: '0s', prompt: 'Daniel waits.' }, { at: '1s', camera: { lens: 85 } }] };

test('a mark makes an entry of who has none at the keyframe', () => {
  expect(withMark(SHOT, 0, DANIEL, 1.2, -0.4).keyframes[0]!.cast).toEqual([{ name: 'Daniel', mark: { x: 1.2, z: -0.4 } }]);
});

test('a mark leaves other fields, and how one faces, as they are', () => {
  const shot: ShotDocument = {
    ...SHOT,
    keyframes: [{ at: '0s', cast: [{ name: 'Daniel', posture: 'sitting', mark: { x: 0, z: 0, facing: 90 } }, { name: 'Mara' }] }],
  };
  expect(withMark(shot, 0, DANIEL, 1, 2).keyframes[0]!.cast).toEqual([
    { name: 'Daniel', posture: 'sitting', mark: { x: 1, z: 2, facing: 90 } },
    { name: 'Mara' },
  ]);
});

test('the camera’s mark is a field of the camera', () => {
  expect(withMark(SHOT, 1, CAMERA, 0.4, 2.6).keyframes[1]!.camera).toEqual({ lens: 85, mark: { x: 0.4, z: 2.6 } });
});

test('reset gives a place back to the words and leaves nothing empty behind', () => {
  expect(withoutMark(withMark(SHOT, 0, DANIEL, 1, 2), 0, DANIEL)).toEqual(SHOT);
  expect(withoutMark(withMark(SHOT, 1, CAMERA, 1, 2), 1, CAMERA)).toEqual(SHOT);
  expect(withoutMark(SHOT, 0, CAMERA)).toBe(SHOT);
  expect(withoutMark(SHOT, 0, DANIEL)).toBe(SHOT);
});

test('a mark has a name that says whose it is, of which keyframe, and how far from the lens', () => {
  const all: Marked[] = [
    { ...DANIEL, x: 0, z: 0, facing: 0 },
    { ...CAMERA, x: 0, z: 2.2, facing: 180 },
  ];
  expect(nameOf(all[0]!, all, 2)).toBe('Daniel, mark of keyframe 3, 2.2 meters from the lens');
  expect(nameOf(all[1]!, all, 2)).toBe('Camera, mark of keyframe 3, 2.2 meters from Daniel');
});
