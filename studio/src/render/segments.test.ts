import { expect, test } from '@playwright/test';
import { freshOf, rememberFresh, segments, segmentsText } from './segments.ts';

test('a take is kept, new and to come in stretches', () => {
  const found = segments(10, (n) => n < 3 || n > 7 || n === 4, [{ from: 3, to: 7 }], 5);
  expect(found).toEqual([
    { from: 0, to: 2, kind: 'kept' },
    { from: 3, to: 3, kind: 'to come' },
    { from: 4, to: 4, kind: 'new' },
    { from: 5, to: 7, kind: 'to come' },
    { from: 8, to: 9, kind: 'kept' },
  ]);
  expect(segmentsText(found)).toBe('frames 0 to 2, 8 to 9 kept; frames 4 new; frames 3, 5 to 7 to come');
});

test('what nobody knows is not said', () => {
  expect(segments(4, (n) => n < 2, undefined, 2).map((s) => s.kind)).toEqual(['there', 'to come']);
  expect(segments(4, () => true, undefined, 0).map((s) => s.kind)).toEqual(['new']);
  expect(segments(4, () => true, undefined, 4).map((s) => s.kind)).toEqual(['kept']);
});

test('new frames are remembered by generation, the last sixty', () => {
  const kept = new Map<string, string>();
  const shelf = { getItem: (k: string) => kept.get(k) ?? null, setItem: (k: string, v: string) => void kept.set(k, v) };
  for (let i = 0; i < 70; i++) rememberFresh(`g${i}`, [{ from: i, to: i }], shelf);
  expect(freshOf('g69', shelf)).toEqual([{ from: 69, to: 69 }]);
  expect(freshOf('g0', shelf)).toBeUndefined();
  kept.set('beatboard.fresh', 'broken');
  expect(freshOf('g69', shelf)).toBeUndefined();
});
