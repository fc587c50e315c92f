import { expect, test } from '@playwright/test';
import { type Sample, duration, newFrames, sampled, secondsLeft } from './pace.ts';

const frames = (done: number, total = 100, kept = 0) => ({ done, total, kept });

test('kept frames are not work', () => {
  expect(newFrames(frames(60, 100, 50))).toBe(10);
  expect(newFrames(frames(20, 100, 50))).toBe(0);
});

test('the time left follows from how fast frames came', () => {
  const samples: Sample[] = [
    { at: 0, done: 10 },
    { at: 10_000, done: 20 },
  ];
  expect(secondsLeft(samples, frames(20), 10_000)).toBe(80);
  expect(secondsLeft(samples, frames(20), 14_000)).toBe(76);
});

test('of an edit only the new frames count', () => {
  const samples: Sample[] = [
    { at: 0, done: 2 },
    { at: 5000, done: 7 },
  ];
  expect(secondsLeft(samples, frames(57, 72, 50), 5000)).toBe(15);
});

test('too little is no estimate', () => {
  expect(secondsLeft([], frames(0), 0)).toBeUndefined();
  expect(secondsLeft([{ at: 0, done: 1 }, { at: 300, done: 9 }], frames(9), 300)).toBeUndefined();
  expect(secondsLeft([{ at: 0, done: 8 }, { at: 9000, done: 9 }], frames(9), 9000)).toBeUndefined();
});

test('when frames cease to come there is no estimate', () => {
  const samples: Sample[] = [
    { at: 0, done: 10 },
    { at: 10_000, done: 20 },
  ];
  expect(secondsLeft(samples, frames(20), 24_000)).toBe(66);
  expect(secondsLeft(samples, frames(20), 26_000)).toBeUndefined();
});

test('an estimate never falls below zero', () => {
  const samples: Sample[] = [
    { at: 0, done: 50 },
    { at: 5000, done: 99 },
  ];
  expect(secondsLeft(samples, frames(99), 15_000)).toBe(0);
});

test('samples of long ago, of no frame, and that run backwards are dropped', () => {
  let s: readonly Sample[] = [];
  s = sampled(s, { at: 0, done: 0 });
  expect(s).toEqual([]);
  s = sampled(s, { at: 1000, done: 1 });
  s = sampled(s, { at: 2000, done: 1 });
  expect(s).toHaveLength(1);
  s = sampled(s, { at: 50_000, done: 5 });
  s = sampled(s, { at: 51_000, done: 3 });
  expect(s.at(-1)).toEqual({ at: 50_000, done: 5 });
  s = sampled(s, { at: 70_000, done: 9 });
  expect(s[0]?.at).toBe(50_000);
});

test('durations read as people say them', () => {
  expect(duration(0.2)).toBe('1 s');
  expect(duration(25.4)).toBe('25 s');
  expect(duration(240)).toBe('4 min');
  expect(duration(4200)).toBe('1 h 10 min');
});
