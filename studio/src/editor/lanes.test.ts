import { expect, test } from '@playwright/test';
import type { Explanation, LaneSpan } from '../api/answers.ts';
import { actionEnds, fittingLabel, lanesOf } from './lanes.ts';

const span = (lane: string, from: number, to: number, more: Partial<LaneSpan> = {}): LaneSpan => ({
  lane, from, to, kind: 'hold', label: 'wide, on Ann', origin: 'words', share: 1, ...more,
});

const explained = (...lanes: LaneSpan[]) => ({ lanes }) as unknown as Explanation;

test('a set that never changes has no lane', () => {
  const all = lanesOf(explained(span('camera', 0, 60), span('set', 0, 60)));
  expect(all.map((l) => l.name)).toEqual(['Camera']);
});

test('the mark tells a cut, the lane does not', () => {
  expect(lanesOf(explained(span('camera', 0, 60, { label: 'cut, close up, on Tom' })))[0]?.bars[0]?.label).toBe('Close up, on Tom');
});

test('an action without time for it needs a look, and says how much of it there is', () => {
  const bar = lanesOf(explained(span('Ann', 0, 20, { kind: 'act', label: 'laugh', share: 0.68 })))[0]?.bars[0];
  expect(bar?.kind).toBe('warn');
  expect(bar?.told).toBe('laugh, 68 % of it before something else begins');
});

test('what was decided and who is away are dashed', () => {
  const bars = lanesOf(explained(span('Ann', 0, 20, { origin: 'decided' }), span('Ann', 20, 40, { kind: 'off' })))[0]?.bars;
  expect(bars?.map((b) => b.kind)).toEqual(['auto', 'auto']);
});

test('labels lose their last parts before they are cut off', () => {
  const measure = (t: string) => t.length * 6;
  expect(fittingLabel('medium, on woman', 100, measure)).toBe('medium, on woman');
  expect(fittingLabel('medium, on woman', 60, measure)).toBe('medium');
  expect(fittingLabel('walks toward the camera', 60, measure)).toBe('walks tow…');
  expect(fittingLabel('walks', 10, measure)).toBe('');
  expect(fittingLabel('walks toward the camera', 60, measure, false)).toBe('');
});

test('marks may snap to where actions and moves end', () => {
  expect(actionEnds(explained(span('Ann', 0, 20, { kind: 'act' }), span('Ann', 20, 60), span('camera', 0, 40, { kind: 'move' })))).toEqual([20, 40]);
});
