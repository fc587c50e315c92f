import { expect, test } from '@playwright/test';
import { frameRate } from '../shot/timecode.ts';
import { TimelineScale, snapped, ticks } from './timeline-scale.ts';

test('every frame is found again at the place where it stands', () => {
  const scale = new TimelineScale(480, 100, 883);
  for (let f = 0; f < 480; f++) expect(scale.frame(scale.x(f))).toBe(f);
});

test('places outside the clip count as its first and last frame', () => {
  const scale = new TimelineScale(240, 100, 800);
  expect(scale.frame(-50)).toBe(0);
  expect(scale.frame(5000)).toBe(239);
});

test('a mark snaps to the nearest of what is near enough', () => {
  expect(snapped(50, [53, 48, 90], 3)).toBe(48);
  expect(snapped(50, [54, 46], 3)).toBe(50);
  expect(snapped(50, [53], 3)).toBe(53);
  expect(snapped(50, [], 3)).toBe(50);
  expect(snapped(80.8, [80], 0.94)).toBe(80);
  expect(snapped(80.8, [79], 0.94)).toBe(81);
});

test('times on the ruler keep their distance, lines come every second', () => {
  const wide = ticks(new TimelineScale(240, 0, 1000), frameRate(24), 90);
  expect(wide.map((t) => t.frame)).toEqual([0, 24, 48, 72, 96, 120, 144, 168, 192, 216, 240]);
  expect(wide.every((t) => t.label)).toBe(true);
  const narrow = ticks(new TimelineScale(240, 0, 300), frameRate(24), 90);
  expect(narrow.filter((t) => t.label).map((t) => t.label)).toEqual(['00:00:00', '00:05:00', '00:10:00']);
});

test('the ruler of 29.97 frames a second has a line every 30 frames', () => {
  expect(ticks(new TimelineScale(90, 0, 900), frameRate('29.97'), 50).map((t) => t.frame)).toEqual([0, 30, 60, 90]);
});
