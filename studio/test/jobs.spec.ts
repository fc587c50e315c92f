import type { Locator, Page } from '@playwright/test';
import type { Generation, GenerationPage } from '../src/api/answers.ts';
import type { ShotDocument } from '../src/shot/document.ts';
import { expect, test } from './fixtures.ts';
import { BRIEF, drawn, ordered } from './takes.ts';

const SLOW = 150_000;

test.setTimeout(400_000);

const job = (page: Page, take: Generation): Locator => page.locator(`.job[data-id="${take.id}"]`);

/** Long enough to be seen at work. */
const LONG: ShotDocument = { ...BRIEF, title: 'A long hello', duration: '4s' };

test('jobs wait, are next, run on through a lost connection without running backwards, and are cancelled', async ({ page, makeProject, accessibilityFaults }, info) => {
  const project = await makeProject(LONG);
  const first = await ordered(page, project.id, LONG);
  const second = await ordered(page, project.id, { ...BRIEF, title: 'The second' });
  const third = await ordered(page, project.id, { ...BRIEF, title: 'The third' });
  await page.goto(`/#/render/${project.id}/${first.id}`);
  await expect(job(page, first)).toHaveAttribute('data-kind', 'running', { timeout: SLOW });
  await expect(job(page, second)).toHaveAttribute('data-kind', 'next');
  await expect(job(page, third)).toHaveAttribute('data-kind', 'queued');
  await expect(job(page, third)).toContainText('Draft 180p, 12 frames, 2 credits held');
  await job(page, third).getByRole('button', { name: /^Cancel and return/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: /^Cancel and return/ }).click();
  await expect(job(page, third)).toHaveAttribute('data-kind', 'cancelled');
  await expect(job(page, third)).toContainText('2 credits returned.');

  // What the bar says from now on.
  await page.evaluate((id) => {
    const said = ((globalThis as unknown as { said: number[] }).said = []) as number[];
    const look = () => {
      const now = document.querySelector(`.job[data-id="${id}"] [role=progressbar]`)?.getAttribute('aria-valuenow');
      if (now !== undefined && now !== null) said.push(Number(now));
    };
    new MutationObserver(look).observe(document.querySelector('bb-render-queue')!, { subtree: true, childList: true, attributes: true });
    look();
  }, first.id);
  await expect(job(page, first).locator('.jl')).toContainText(/[1-9]\d* of 96/, { timeout: SLOW });
  await page.context().setOffline(true);
  await expect(page.getByText('No news from the server. Trying again; what is drawn is kept.')).toBeVisible({ timeout: 30_000 });
  await expect(job(page, first)).toHaveAttribute('data-kind', 'running');
  await page.screenshot({ path: info.outputPath('away.png') });
  await page.context().setOffline(false);
  await expect(page.getByText('No news from the server.')).toHaveCount(0, { timeout: 60_000 });
  expect(await accessibilityFaults()).toEqual([]);
  await expect(job(page, first)).toHaveAttribute('data-kind', 'done', { timeout: SLOW });
  const said = await page.evaluate(() => (globalThis as unknown as { said: number[] }).said);
  expect(said.length).toBeGreaterThan(2);
  expect(said).toEqual(said.toSorted((a, b) => a - b));
  await expect(job(page, second)).toHaveAttribute('data-kind', 'done', { timeout: SLOW });
});

test('a job that failed says why, what came back, and the way on', async ({ page, makeProject, accessibilityFaults }, info) => {
  const project = await makeProject(BRIEF);
  const take = await ordered(page, project.id, { ...BRIEF, title: 'A failed hello' });
  await drawn(page, take);
  // Nothing fails on purpose: what the service says of this one is told as if it had.
  await page.route('**/v1/generations?*', async (route) => {
    const answer = await route.fetch();
    const all = (await answer.json()) as GenerationPage;
    const failed = { state: 'failed', failure_reason: 'The disk is full at frame 7.', credits: { price: 2, charged: 0 } };
    await route.fulfill({ response: answer, json: { ...all, generations: all.generations.map((g) => (g.id === take.id ? { ...g, ...failed } : g)) } });
  });
  await page.goto(`/#/render/${project.id}/${take.id}`);
  const failed = job(page, take);
  await expect(failed).toHaveAttribute('data-kind', 'failed');
  await expect(failed).toContainText('The disk is full at frame 7. 2 credits returned.');
  await expect(failed.getByRole('button', { name: /^Render it again, 2 credits/ })).toBeVisible();
  expect(await accessibilityFaults()).toEqual([]);
  await page.screenshot({ path: info.outputPath('failed.png') });
});

test('what was asked and is seen in part, or not at all, stands so in the report', async ({ page, makeProject, accessibilityFaults }, info) => {
  const hasty: ShotDocument = {
    ...BRIEF,
    title: 'A hasty hello',
    keyframes: [BRIEF.keyframes[0]!, { at: '6f', prompt: 'She waves and sits down.' }, { at: '9f', prompt: 'She smiles.' }],
  };
  const project = await makeProject(hasty);
  const take = await ordered(page, project.id, hasty);
  await drawn(page, take);
  await page.goto(`/#/render/${project.id}/${take.id}`);
  const report = page.getByRole('region', { name: 'Report' });
  await expect(report.locator('.sum')).toContainText('not done');
  await expect(report.locator('td .fail').first()).toContainText(/^not done, /);
  await expect(report.locator('.sum')).toContainText('in part');
  await expect(report.locator('td .attn').first()).toContainText(/^in part, /);
  expect(await accessibilityFaults()).toEqual([]);
  await page.screenshot({ path: info.outputPath('report.png') });
});
