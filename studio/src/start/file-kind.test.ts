import { expect, test } from '@playwright/test';
import { kindOf, isTable } from './file-kind.ts';
import { when } from './when.ts';

test('what a text is is told by what it holds', () => {
  expect(kindOf('{"duration":"5s"}', 'a.txt')).toBe('json');
  expect(kindOf('title: A\nduration: 5s\nkeyframes:\n  - {at: 0s}', 'a')).toBe('yaml');
  expect(kindOf('seconds,prompt\n0,Wide', 'a.txt')).toBe('csv');
  expect(kindOf('"frame";"prompt"\n0;Wide', 'a.txt')).toBe('csv');
  expect(kindOf('<!doctype html><p>', 'a.yaml')).toBe('markup');
  expect(kindOf('0:00 wide\n0:03 close', 'list.txt')).toBe('list');
  expect(kindOf('nothing known', 'a.yml')).toBe('yaml');
});

test('a table has the columns of a shot list', () => {
  expect(isTable('Seconds,Prompt\n1,a')).toBe(true);
  expect(isTable('A man, a prompt and a second')).toBe(false);
});

test('times are said as people say them', () => {
  const now = new Date('2026-11-28T12:00:00');
  const ago = (ms: number) => when(new Date(now.getTime() - ms).toISOString(), now);
  expect(ago(20_000)).toBe('just now');
  expect(ago(5 * 60_000)).toBe('5 min ago');
  expect(ago(3 * 3_600_000)).toBe('today, 09:00');
  expect(ago(24 * 3_600_000)).toBe('yesterday, 12:00');
  expect(ago(40 * 24 * 3_600_000)).toBe('19 Oct');
});
