import { expect, test } from '@playwright/test';
import { frameOf, frameRate, timecode } from './timecode.ts';

test('times of shot files come to the nearest frame', () => {
  const rate = frameRate(24);
  expect(['2.5s', '500ms', '60f', '00:00:02:12', '1001/24000s', '3', '.5'].map((t) => frameOf(t, rate))).toEqual([60, 12, 60, 60, 1, 72, 12]);
  expect(frameOf('soon', rate)).toBeUndefined();
});

test('timecodes count whole frames of a second', () => {
  expect(timecode(108, frameRate(24))).toBe('00:04:12');
  expect(timecode(59, frameRate('29.97'))).toBe('00:01:29');
  expect(timecode(60 * 24, frameRate(24))).toBe('01:00:00');
});
