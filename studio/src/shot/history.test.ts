import { expect, test } from '@playwright/test';
import { History } from './history.ts';

test('edits with the same key in quick succession undo as one', () => {
  const history = new History<string>();
  history.record('', 'words', 0);
  history.record('a', 'words', 300);
  history.record('ab', 'words', 900);
  history.record('abc', 'words', 5000);
  expect(history.undo('abcd')).toBe('abc');
  expect(history.undo('abc')).toBe('');
  expect(history.undo('')).toBeUndefined();
  expect(history.redo('')).toBe('abc');
  expect(history.redo('abc')).toBe('abcd');
});

test('an edit ends what could be redone', () => {
  const history = new History<number>();
  history.record(1);
  expect(history.undo(2)).toBe(1);
  history.record(1);
  expect(history.canRedo).toBe(false);
});
