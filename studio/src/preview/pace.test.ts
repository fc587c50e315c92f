import { expect, test } from '@playwright/test';
import { Pace } from './pace.ts';

test('a quick preview is drawn with each frame', () => {
  const pace = new Pace();
  expect(pace.wait(false, 0)).toBe(0);
  pace.took(12, 100);
  expect(pace.slow).toBe(false);
  expect(pace.wait(true, 101)).toBe(0);
});

test('a slow one waits for the hand to rest', () => {
  const pace = new Pace();
  pace.took(700, 1000);
  expect(pace.slow).toBe(true);
  expect(pace.wait(false, 1001)).toBeGreaterThan(100);
});

test('a slow one that plays takes half of the time', () => {
  const pace = new Pace();
  pace.took(700, 1000);
  expect(pace.wait(true, 1000)).toBeCloseTo(700);
  expect(pace.wait(true, 1700)).toBe(0);
});
