import { expect, test } from '@playwright/test';
import { frameOf, frameRate, framesPerSecond, timecode } from './timecode.ts';

const CINEMA = frameRate('24');

test('reads times in all forms of a shot file', () => {
  expect(frameOf('2.5s', CINEMA)).toBe(60);
  expect(frameOf('2.5', CINEMA)).toBe(60);
  expect(frameOf('500ms', CINEMA)).toBe(12);
  expect(frameOf('60f', CINEMA)).toBe(60);
  expect(frameOf('00:00:02:12', CINEMA)).toBe(60);
  expect(frameOf('1001/24000s', frameRate('23.976'))).toBe(1);
  expect(frameOf(3, CINEMA)).toBe(72);
  expect(frameOf('soon', CINEMA)).toBeUndefined();
});

test('knows the rates of television exactly', () => {
  expect(framesPerSecond(frameRate('29.970'))).toBeCloseTo(29.97, 3);
  expect(frameRate('24000/1001')).toEqual({ numerator: 24000, denominator: 1001 });
  expect(frameRate('nonsense')).toEqual({ numerator: 24, denominator: 1 });
});

test('writes timecode of minutes, seconds and frames', () => {
  expect(timecode(108, CINEMA)).toBe('00:04:12');
  expect(timecode(60 * 24 + 5, CINEMA)).toBe('01:00:05');
  expect(timecode(23, frameRate('23.976'))).toBe('00:00:23');
});
