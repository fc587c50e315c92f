import { expect, test } from '@playwright/test';
import { ago, day, daysUntil, moment } from './times.ts';

const NOW = Date.parse('2026-11-28T12:00:00Z');

test('Times are told in the zone of the account', () => {
  expect(moment('2026-11-22T23:41:00Z', 'Europe/Berlin')).toBe('23 Nov, 00:41');
  expect(day('2025-11-22T10:00:00Z', 'UTC', new Date(NOW))).toBe('22 Nov 2025');
});

test('A zone that the browser does not know is read as UTC', () => {
  expect(moment('2026-11-22T09:41:00Z', 'Mars/Olympus')).toBe('22 Nov, 09:41');
});

test('What was just now is told in minutes, what was earlier by its day', () => {
  expect(ago('2026-11-28T11:59:30Z', 'UTC', NOW)).toBe('just now');
  expect(ago('2026-11-28T11:58:00Z', 'UTC', NOW)).toBe('2 min ago');
  expect(ago('2026-11-28T08:00:00Z', 'UTC', NOW)).toBe('today');
  expect(ago('2026-11-20T08:00:00Z', 'UTC', NOW)).toBe('20 Nov');
  expect(daysUntil('2026-11-30T13:00:00Z', NOW)).toBe(3);
});
