import { expect, test } from '@playwright/test';
import type { Generation } from '../api/answers.ts';
import { barShares, inQueueOrder, jobKind, jobLine } from './job.ts';

function job(state: string, more: Record<string, unknown> = {}): Generation {
  return {
    id: state,
    created_at: '2026-11-28T18:00:00Z',
    type: 'video',
    state,
    frames: { total: 288, done: 276, kept: 216 },
    credits: { price: 24, charged: 0 },
    render: { quality: 'final', width: 1920, height: 1080, formats: ['mp4'] },
    ...more,
  } as unknown as Generation;
}

test('a bar shows what is kept and what is drawn, never more than all', () => {
  expect(barShares(job('processing'))).toEqual({ kept: 0.75, drawn: 60 / 288, all: 0.75 + 60 / 288 });
  expect(barShares(job('processing', { frames: { total: 10, done: 3, kept: 6 } })).all).toBe(0.6);
  expect(barShares(job('processing', { frames: undefined })).all).toBe(0);
});

test('a running job says how many frames are new, and when it will be done', () => {
  const samples = [
    { at: 0, done: 30 },
    { at: 30_000, done: 60 },
  ];
  expect(jobLine(job('processing'), 'running', samples, 30_000)).toBe('Final 1080p, 60 of 72 new, 216 kept, 12 s left');
  expect(jobLine(job('processing'), 'running', [], 0)).toBe('Final 1080p, 60 of 72 new, 216 kept');
  expect(jobLine(job('processing'), 'running', samples, 0, 118)).toBe('Final 1080p. Going on at frame 118');
});

test('the first that waits is next', () => {
  const early = job('queued', { id: 'a' });
  const late = job('queued', { id: 'b', created_at: '2026-11-28T19:00:00Z' });
  expect(jobKind(early, [late, early])).toBe('next');
  expect(jobKind(late, [late, early])).toBe('queued');
  expect(jobLine(early, 'next', [], 0)).toBe('Final 1080p, 72 of 288 frames new, 216 kept, 24 credits held');
});

test('what ended says what it cost, and what failed says why', () => {
  expect(jobLine(job('completed', { credits: { price: 24, charged: 20 } }), 'done', [], 0)).toContain('20 credits');
  expect(jobKind(job('failed', { cancelled: true }), [])).toBe('cancelled');
  expect(jobLine(job('failed', { cancelled: true }), 'cancelled', [], 0)).toBe('Final 1080p. 24 credits returned.');
  expect(jobLine(job('failed', { failure_reason: 'Disk full at frame 201.' }), 'failed', [], 0)).toBe(
    'Disk full at frame 201. 24 credits returned.',
  );
});

test('what runs comes first, then what waits in its order, then the latest that ended', () => {
  const at = (id: string, state: string, hour: number) => job(state, { id, created_at: `2026-11-28T${hour}:00:00Z` });
  const all = [at('old', 'completed', 10), at('new', 'failed', 12), at('second', 'queued', 14), at('first', 'queued', 13), at('run', 'processing', 15)];
  expect(inQueueOrder(all).map((g) => g.id)).toEqual(['run', 'first', 'second', 'new', 'old']);
});
