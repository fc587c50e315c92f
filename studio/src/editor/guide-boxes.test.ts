import { expect, test } from '@playwright/test';
import { maskOf, safeArea } from './guide-boxes.ts';

test('titles are safe within the middle 90 percent', () => {
  expect(safeArea(0.9, 2)).toEqual({ x: expect.closeTo(10, 9), y: expect.closeTo(5, 9), width: 180, height: 90 });
});

test('a wider shape is a letterbox, a narrower one has pillars', () => {
  expect(maskOf('4:1', 2)).toEqual({ x: 0, y: 25, width: 200, height: 50 });
  expect(maskOf('1:1', 2)).toEqual({ x: 50, y: 0, width: 100, height: 100 });
  expect(maskOf('nonsense', 2)).toBeUndefined();
  expect(maskOf('1:0', 2)).toBeUndefined();
});
