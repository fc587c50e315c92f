import { type Page, expect } from '@playwright/test';
import type { Generation } from '../src/api/answers.ts';
import type { ShotDocument } from '../src/shot/document.ts';

/** Half a second of one person before a plain wall: the least that can be drawn and compared. */
export const BRIEF: ShotDocument = {
  title: 'A brief hello',
  duration: '0.5s',
  fps: 24,
  set: 'studio',
  keyframes: [
    { at: '0f', prompt: 'Medium shot, soft light. A woman in a green dress stands.' },
    { at: '6f', prompt: 'She smiles.' },
  ],
};

/** Orders a small take of a shot by the API, as whoever the page's session belongs to. */
export async function ordered(page: Page, project: string, shot: ShotDocument, size = '320x180'): Promise<Generation> {
  const answer = await page.request.post('/v1/generations', {
    data: { type: 'video', model: 'beatboard', direction: shot, project_id: project, size },
    headers: { Origin: new URL(page.url()).origin },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()) as Generation;
}

/** Waits until takes are drawn. */
export async function drawn(page: Page, ...takes: readonly Generation[]): Promise<void> {
  for (const take of takes) {
    const state = async () => ((await (await page.request.get(`/v1/generations/${take.id}`)).json()) as Generation).state;
    await expect.poll(state, { timeout: 180_000, intervals: [500] }).toBe('completed');
  }
}
