import { expect, test } from '@playwright/test';
import { History } from './history.ts';

test('edits that follow closely with the same key undo as one', () => {
  const h = new History<number>();
  h.record(1, 'words', 0);
  h.record(2, 'words', 500);
  h.record(3, 'words', 2000);
  expect(h.undo(4)).toBe(3);
  expect(h.undo(3)).toBe(1);
  expect(h.undo(1)).toBeUndefined();
});

test('a drag is one step, however long it rests', () => {
  const h = new History<number>();
  h.record(1, 'drag:1', 0, Infinity);
  h.record(2, 'drag:1', 60_000, Infinity);
  h.record(3, 'drag:2', 60_100, Infinity);
  expect(h.undo(4)).toBe(3);
  expect(h.undo(3)).toBe(1);
});

test('what was undone can be done again until something else is done', () => {
  const h = new History<number>();
  h.record(1);
  expect(h.undo(2)).toBe(1);
  expect(h.redo(1)).toBe(2);
  h.undo(2);
  h.record(1);
  expect(h.canRedo).toBe(false);
});

test('after an undo the next edit is a step of its own', () => {
  const h = new History<number>();
  h.record(1, 'move', 0);
  h.undo(2);
  h.record(1, 'move', 100);
  expect(h.undo(5)).toBe(1);
});
