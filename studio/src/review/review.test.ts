import { expect, test } from '@playwright/test';
import { type Comment, type GuestView, clipNumber, commentMarks, commentsOn, isCurrent, keyframesOf, ownAddress, shotOf, sourceOf } from './review.ts';

const clip = (id: string) => ({
  id,
  created_at: '2026-11-28T18:00:00Z',
  quality: 'draft' as const,
  width: 640,
  height: 360,
  first_frame: 0,
  frames: 24,
  frames_per_second: 23.976023976,
  video_url: `http://127.0.0.1:8090/files/accounts/a/${id}/clip.mp4?expires=1&signature=x`,
  stills: [
    { frame: 0, prompt: 'Wide shot.', url: '/files/0.jpg' },
    { frame: 12, prompt: 'She waves.', url: '/files/12.jpg' },
  ],
});

const VIEW = {
  title: 'A short hello',
  comments: true,
  expires_at: '2026-12-28T00:00:00Z',
  revision: 3,
  shot: { duration: '1s', keyframes: [{ at: '0s', prompt: 'Wide shot.' }, { at: '12f', prompt: 'She waves.', transition: 'cut' }] },
  generations: [clip('late'), clip('early')],
} as unknown as GuestView;

const comment = (frame: number, more: Partial<Comment> = {}): Comment => ({
  id: String(frame),
  frame,
  author: 'Jon',
  text: 'Earlier?',
  guest: true,
  created_at: '2026-11-28T18:00:00Z',
  ...more,
});

test('a take is played from the page’s own server at its exact rate', () => {
  const source = sourceOf(VIEW, 't', VIEW.generations[0]);
  expect(source.film).toBe('/files/accounts/a/late/clip.mp4?expires=1&signature=x');
  expect(source.rate).toEqual({ numerator: 24000, denominator: 1001 });
  expect(source.picture(13)).toBe('/files/12.jpg');
  expect(ownAddress('https://elsewhere.example/x')).toBe('https://elsewhere.example/x');
});

test('a shot that is not rendered is shown by its keyframes', () => {
  const source = sourceOf(VIEW, 't', undefined);
  expect(source.frames).toBe(24);
  expect(source.picture(20)).toBe('/v1/reviews/by-token/t/stills/12?width=640');
  expect(source.film).toBeUndefined();
});

test('keyframes of a take have the words that they were rendered by, whatever the shot says now', () => {
  expect(keyframesOf(VIEW, 't', VIEW.generations[0], undefined).map((k) => [k.frame, k.prompt, k.cut])).toEqual([
    [0, 'Wide shot.', false],
    [12, 'She waves.', true],
  ]);
  const other = { ...VIEW, shot: { duration: '1s', keyframes: [{ at: '3f', prompt: 'New.' }] } } as unknown as GuestView;
  expect(keyframesOf(other, 't', VIEW.generations[0], undefined).map((k) => k.prompt)).toEqual(['Wide shot.', 'She waves.']);
  expect(isCurrent(VIEW, VIEW.generations[0])).toBe(true);
  expect(isCurrent(other, VIEW.generations[0])).toBe(false);
  expect(isCurrent(other, undefined)).toBe(true);
});

test('a shot that is none is an empty one', () => {
  expect(shotOf({ ...VIEW, shot: { keyframes: 'none' } } as unknown as GuestView).keyframes).toEqual([]);
  expect(sourceOf({ ...VIEW, shot: {} } as unknown as GuestView, 't', undefined).picture(0)).toBeUndefined();
});

test('comments of the take and of the shot are shown by frame, with one mark for each frame', () => {
  const all = [comment(12), comment(3, { generation_id: 'late' }), comment(12, { id: 'x', author: 'Ada' }), comment(5, { generation_id: 'early' })];
  const here = commentsOn(all, VIEW.generations[0]);
  expect(here.map((c) => c.frame)).toEqual([3, 12, 12]);
  expect(commentMarks(here).map((m) => m.label)).toEqual(['Jon: Earlier?', 'Jon: Earlier?; Ada: Earlier?']);
  expect(clipNumber(VIEW, 'early')).toBe(1);
});
