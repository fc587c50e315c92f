import { expect, test } from '@playwright/test';
import { playedTo } from './playback.ts';
import { shuttled } from './commands.ts';

test('frames follow the clock of the shot', () => {
  expect(playedTo(10, 0.5, 1, 24, [0, 99], false)).toEqual({ frame: 22, on: true, again: false });
  expect(playedTo(10, 1, 1, 30000 / 1001, [0, 99], false).frame).toBe(39);
  expect(playedTo(50, 0.5, -4, 24, [0, 99], false).frame).toBe(2);
});

test('the last frame is shown for as long as any other', () => {
  expect(playedTo(98, 1.9 / 24, 1, 24, [0, 99], false)).toEqual({ frame: 99, on: true, again: false });
  expect(playedTo(98, 2.01 / 24, 1, 24, [0, 99], false)).toEqual({ frame: 99, on: false, again: false });
});

test('a range is played over and over', () => {
  expect(playedTo(20, 2, 1, 24, [10, 30], true)).toEqual({ frame: 10, on: true, again: true });
  expect(playedTo(20, 2, -1, 24, [10, 30], true)).toEqual({ frame: 30, on: true, again: true });
});

test('pressing again doubles the speed up to four times, the other way begins anew', () => {
  expect([0, 1, 2, 4, -2].map((s) => shuttled(s, 1))).toEqual([1, 2, 4, 4, 1]);
  expect([0, -1, -2, -4, 4].map((s) => shuttled(s, -1))).toEqual([-1, -2, -4, -4, -1]);
});
