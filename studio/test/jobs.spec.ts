import { type AddressInfo, type Server, type Socket, connect, createServer } from 'node:net';
import type { Locator, Page } from '@playwright/test';
import type { Generation, GenerationPage } from '../src/api/answers.ts';
import type { Report } from '../src/render/report.ts';
import type { ShotDocument } from '../src/shot/document.ts';
import { expect, test } from './fixtures.ts';
import { BRIEF, drawn, ordered } from './takes.ts';

const SLOW = 150_000;

test.setTimeout(400_000);

const job = (page: Page, take: Generation): Locator => page.locator(`.job[data-id="${take.id}"]`);

/** Long enough to be seen at work. */
const LONG: ShotDocument = { ...BRIEF, title: 'A long hello', duration: '4s' };

/** A line to the service that can be cut and mended, as that of a laptop which is carried about. */
class Line {
  readonly #open = new Set<Socket>();
  #server: Server | undefined;
  #port = 0;

  constructor(private readonly to: URL) {}

  async mend(): Promise<string> {
    this.#server = createServer((near) => {
      const far = connect(Number(this.to.port), this.to.hostname);
      for (const [one, other] of [[near, far], [far, near]] as const) {
        this.#open.add(one);
        one.on('error', () => other.destroy());
        one.on('close', () => (this.#open.delete(one), other.destroy()));
        one.pipe(other);
      }
    });
    await new Promise<void>((done) => this.#server!.listen(this.#port, '127.0.0.1', done));
    this.#port = (this.#server.address() as AddressInfo).port;
    return `http://127.0.0.1:${this.#port}`;
  }

  async cut(): Promise<void> {
    const closed = new Promise((done) => this.#server?.close(done));
    for (const s of this.#open) s.destroy();
    await closed;
  }
}

test('jobs wait, are next, run on through a lost connection without running backwards, and are cancelled', async ({ page, makeProject, accessibilityFaults, baseURL }, info) => {
  const project = await makeProject(LONG);
  const line = new Line(new URL(baseURL ?? ''));
  const here = await line.mend();
  const first = await ordered(page, project.id, LONG);
  const second = await ordered(page, project.id, { ...BRIEF, title: 'The second' });
  const third = await ordered(page, project.id, { ...BRIEF, title: 'The third' });
  await page.goto(`${here}/#/render/${project.id}/${first.id}`);
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
  await line.cut();
  await expect(page.getByText('No news from the server. Trying again; what is drawn is kept.')).toBeVisible({ timeout: 30_000 });
  await expect(job(page, first)).toHaveAttribute('data-kind', 'running');
  await page.screenshot({ path: info.outputPath('away.png') });
  await line.mend();
  await expect(page.getByText('No news from the server.')).toHaveCount(0, { timeout: 60_000 });
  expect(await accessibilityFaults()).toEqual([]);
  await expect(job(page, first)).toHaveAttribute('data-kind', 'done', { timeout: SLOW });
  const said = await page.evaluate(() => (globalThis as unknown as { said: number[] }).said);
  expect(said.length).toBeGreaterThan(2);
  expect(said).toEqual(said.toSorted((a, b) => a - b));
  await expect(job(page, second)).toHaveAttribute('data-kind', 'done', { timeout: SLOW });
  await page.goto('about:blank');
  await line.cut();
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
  // Too much for half a second.
  const hasty: ShotDocument = { ...BRIEF, title: 'A hasty hello', keyframes: [BRIEF.keyframes[0]!, { at: '6f', prompt: 'She waves, smiles and sits down.' }] };
  const project = await makeProject(hasty);
  const take = await ordered(page, project.id, hasty);
  await drawn(page, take);
  // Whether a face is there in part hangs on a frame or two, so one fact is told as if it was.
  await page.route('**/v1/generations/*/report', async (route) => {
    const answer = await route.fetch();
    const told = (await answer.json()) as Report;
    const keyframes = told.keyframes.map((k) => ({
      ...k,
      facts: k.facts.map((f) => (f.slot.endsWith('.expression') ? { ...f, status: 'missed', state: 'in-part', measured: '40 % of it on the face' } : f)),
    }));
    await route.fulfill({ response: answer, json: { ...told, keyframes } });
  });
  await page.goto(`/#/render/${project.id}/${take.id}`);
  const report = page.getByRole('region', { name: 'Report' });
  await expect(report.locator('.sum')).toContainText('not done');
  await expect(report.locator('td .fail').first()).toContainText(/^not done, /);
  await expect(report.locator('.sum')).toContainText('in part');
  // The keyframe that lacks something is open.
  await expect(report.locator('details[open]')).toContainText('She waves');
  await expect(report.locator('td .attn').first()).toContainText(/^in part, 40 % of it on the face/);
  expect(await accessibilityFaults()).toEqual([]);
  await page.screenshot({ path: info.outputPath('report.png') });
});
