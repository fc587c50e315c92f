import { expect, test } from '@playwright/test';
import type { GenerationFile } from '../api/answers.ts';
import { awaited, downloads, sizeText } from './file-kinds.ts';

const file = (name: string, bytes = 1000) => ({ name, bytes }) as GenerationFile;

test('what people look for has a button, and everything is in the list with what it is', () => {
  const { main, all } = downloads(
    ['credits.txt', '01-daniel.bvh', 'clip.otio', 'clip.mp4', 'tracks.json', 'unheard-of.xyz'].map((n) => file(n)),
    { count: 24, bytes: 42_176_445 },
  );
  expect(main.map((d) => d.label)).toEqual(['MP4', 'EXR zip', 'Tracks', 'OTIO', 'Credits']);
  expect(all).toHaveLength(7);
  expect(all.at(-1)).toMatchObject({ name: 'unheard-of.xyz', label: 'File' });
  expect(main.every((d) => d.about.endsWith('.'))).toBe(true);
});

test('before a take is done its buttons are known from what was ordered', () => {
  expect(awaited(['mp4', 'exr', 'tracks'])).toEqual(['MP4', 'EXR zip', 'Tracks', 'Report', 'Credits']);
});

test('sizes read as people say them', () => {
  expect([900, 59_550, 42_176_445, 1_200_000_000].map(sizeText)).toEqual(['900 B', '60 kB', '42 MB', '1.2 GB']);
});
