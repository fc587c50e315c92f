import type { Locator, Page } from '@playwright/test';
import type { ShotDocument } from '../src/shot/document.ts';
import { expect, test } from './fixtures.ts';

/** A second of one person, which is quick to stage and to draw. */
const SHORT: ShotDocument = {
  title: 'A short hello',
  duration: '1s',
  fps: 24,
  keyframes: [
    { at: '0f', prompt: 'Wide shot of an office corridor, overhead fluorescent light. A woman in a green dress stands.' },
    { at: '18f', prompt: 'She smiles.' },
  ],
};

const DRAWN = 150_000;

test.setTimeout(400_000);

async function choose360(page: Page, project: string): Promise<Locator> {
  await page.goto(`/#/render/${project}`);
  await page.getByRole('combobox', { name: /^Size/ }).selectOption('360p');
  const button = page.getByRole('button', { name: /^Render draft, \d+ credits?$/ });
  await expect(button).toBeEnabled({ timeout: 60_000 });
  return button;
}

async function generationsOf(page: Page, project: string): Promise<readonly { id: string; state: string }[]> {
  const answer = await page.request.get(`/v1/generations?project_id=${project}`);
  return ((await answer.json()) as { generations: { id: string; state: string }[] }).generations;
}

function job(page: Page, id: string): Locator {
  return page.locator(`.job[data-id="${id}"]`);
}

async function done(page: Page, id: string): Promise<void> {
  await expect(job(page, id)).toHaveAttribute('data-kind', 'done', { timeout: DRAWN });
}

function idIn(page: Page): string {
  return page.url().split('/').at(-1) ?? '';
}

/** The frame that the film shows, from its time; -1 while it seeks or is not there. */
async function filmFrame(page: Page): Promise<number> {
  return page.evaluate(() => {
    const v = document.querySelector('video');
    return v && !v.seeking && v.readyState >= 2 ? Math.floor(v.currentTime * 24) : -1;
  });
}

test('a draft is ordered once, comes frame by frame, plays exactly and can be downloaded; an edit keeps frames', async ({
  page,
  makeProject,
  accessibilityFaults,
}) => {
  const project = await makeProject(SHORT);
  const button = await choose360(page, project.id);
  await expect(page.locator('.price')).toContainText('24 frames new');
  await expect(page.locator('.price')).toContainText('Held now, charged for delivered frames only.');
  await button.dblclick();
  await page.waitForURL(/\/[0-9a-f-]{36}\/[0-9a-f-]{36}$/);
  const first = idIn(page);
  expect(await generationsOf(page, project.id)).toHaveLength(1);
  await expect(page.getByText('This is being rendered now.')).toBeVisible();
  await expect(page.getByText('Files unlock when all 24 frames are in.')).toBeVisible();

  // Frames appear before the film is there.
  await expect(page.locator('bb-frame-view img.still')).toHaveAttribute('src', /\/frames\/\d+$/, { timeout: DRAWN });
  await expect(page.locator('.scrub rect.new').first()).toBeVisible();
  await done(page, first);

  // Exact frames, by keys and by the strip.
  await expect.poll(() => filmFrame(page)).toBe(0);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => filmFrame(page)).toBe(2);
  await expect(page.getByText('frame 2 of 24')).toBeVisible();
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(() => filmFrame(page)).toBe(18);
  await page.keyboard.press('End');
  await expect.poll(() => filmFrame(page)).toBe(23);
  await page.getByRole('group', { name: 'Keyframes' }).getByRole('button').first().click();
  await expect.poll(() => filmFrame(page)).toBe(0);
  await page.keyboard.press('l');
  await expect(page.getByRole('button', { name: 'Play, Space' })).toBeVisible();
  await expect.poll(() => filmFrame(page)).toBeGreaterThan(5);

  // The report goes to the frame of a row.
  const report = page.getByRole('region', { name: 'Report' });
  await expect(report.locator('.sum')).toContainText('asked');
  await report.locator('summary').nth(1).click();
  await expect.poll(() => filmFrame(page)).toBe(18);
  await expect(report.locator('details[open] tbody tr').first()).toBeVisible();

  // Downloads.
  const mp4 = page.getByRole('group', { name: 'Downloads' }).getByRole('link', { name: /^MP4/ });
  const film = await page.request.get((await mp4.getAttribute('href')) ?? '');
  expect(film.headers()['content-type']).toBe('video/mp4');
  expect((await film.body()).length).toBeGreaterThan(1000);
  await page.getByRole('button', { name: /^All \d+ files$/ }).click();
  await expect(page.getByRole('dialog', { name: 'Files' })).toContainText('Whose work is in the pictures');
  await page.getByRole('dialog', { name: 'Files' }).getByRole('button', { name: 'Close' }).click();
  expect(await accessibilityFaults()).toEqual([]);

  // The same shot again costs nothing; with other words from the last keyframe on, only those are new.
  await expect(page.locator('.price')).toContainText('24 frames kept from take 1', { timeout: 60_000 });
  const edited = { ...SHORT, keyframes: [SHORT.keyframes[0], { at: '18f', prompt: 'She frowns.' }] };
  const put = await page.request.put(`/v1/projects/${project.id}`, {
    data: { document: edited, revision: 1 },
    headers: { Origin: new URL(page.url()).origin },
  });
  expect(put.ok(), await put.text()).toBe(true);
  await page.reload();
  await expect(page.locator('.price')).toContainText(/[1-9]\d* frames? kept from take 1/, { timeout: 60_000 });
  const again = page.getByRole('button', { name: /^Render draft/ });
  await expect(again).toBeEnabled();
  await again.click();
  await page.waitForURL((url) => !url.href.includes(first));
  const second = idIn(page);
  await expect(job(page, second)).toContainText(/\d+ of (\d+|\d+ frames) new, [1-9]\d* kept/);
  await done(page, second);
  await expect(page.locator('.legend')).toContainText(/[1-9]\d* kept from take 1/);
  await expect(page.locator('.scrub rect.kept').first()).toBeAttached();

  // Two takes beside each other.
  await page.getByLabel('Compare with another take').selectOption({ label: 'Take 1, draft 360p' });
  const wipe = page.getByRole('slider', { name: 'Wipe between Take 2 and Take 1' });
  await wipe.focus();
  await page.keyboard.press('ArrowRight');
  await expect(wipe).toHaveAttribute('aria-valuenow', '52');

  // Deleting asks, as it cannot be undone.
  await page.getByRole('button', { name: 'Delete A short hello' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Keep it' }).click();
  await expect(job(page, second)).toBeVisible();
  await page.getByRole('button', { name: 'Delete A short hello' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete the render' }).click();
  await expect(job(page, second)).toHaveCount(0);
});

test('a render is cancelled naming the credits, ordered again, and goes on after the connection was lost', async ({
  page,
  makeProject,
}) => {
  const project = await makeProject({ ...SHORT, title: 'A long goodbye', duration: '4s' });
  await (await choose360(page, project.id)).click();
  await page.waitForURL(/\/[0-9a-f-]{36}\/[0-9a-f-]{36}$/);
  const first = idIn(page);
  await job(page, first).getByRole('button', { name: /^Cancel and return 16 credits/ }).click();
  const asked = page.getByRole('dialog', { name: 'Cancel A long goodbye?' });
  await asked.getByRole('button', { name: 'Go on rendering' }).click();
  await expect(job(page, first)).not.toHaveAttribute('data-kind', 'cancelled');
  await job(page, first).getByRole('button', { name: /^Cancel and return 16 credits/ }).click();
  await asked.getByRole('button', { name: 'Cancel and return 16 credits' }).click();
  await expect(job(page, first)).toHaveAttribute('data-kind', 'cancelled');
  await expect(job(page, first)).toContainText('16 credits returned.');

  await job(page, first).getByRole('button', { name: /^Render it again, 16 credits/ }).click();
  await page.waitForURL((url) => !url.href.includes(first));
  const second = idIn(page);
  await expect(job(page, second).locator('.jl')).toContainText(/[1-9]\d* of 96/, { timeout: DRAWN });

  await page.context().setOffline(true);
  await page.getByRole('combobox', { name: /^Size/ }).selectOption('540p');
  await expect(page.getByText('Rendering waits for the connection.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Render draft/ })).toBeDisabled();
  await page.context().setOffline(false);
  await expect(page.getByRole('button', { name: /^Render draft, 40 credits/ })).toBeEnabled({ timeout: 60_000 });
  await page.request.post(`/v1/generations/${second}/cancel`, { headers: { Origin: new URL(page.url()).origin } });
  await expect(job(page, second)).toHaveAttribute('data-kind', 'cancelled', { timeout: 30_000 });
});

test('an account without renders, and a render that is gone, say what to do', async ({ page, makeProject }) => {
  const project = await makeProject(SHORT);
  await page.goto(`/#/render/${project.id}/01a2237e-b9fb-7e98-bac3-000000000000`);
  await expect(page.getByRole('alert')).toHaveText('There is no such render; it may have been deleted.');
  await expect(page.getByRole('button', { name: /^Render draft/ })).toBeVisible();
});

for (const [name, size, theme] of [
  ['a phone', { width: 390, height: 844 }, 'dark'],
  ['a light desktop', { width: 1440, height: 900 }, 'light'],
] as const) {
  test(`on ${name} the page is in order and fits`, async ({ page, makeProject, accessibilityFaults }) => {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: theme });
    const project = await makeProject(SHORT);
    await page.goto(`/#/render/${project.id}`);
    await expect(page.getByRole('button', { name: /^Render draft, / })).toBeVisible({ timeout: 60_000 });
    await page.getByRole('combobox', { name: /^Files/ }).selectOption('Everything for compositing');
    await expect(page.getByRole('combobox', { name: /^Layers/ })).toBeVisible();
    await page.getByText('More files').click();
    expect(await accessibilityFaults()).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    if (size.width < 700) {
      const order = await page.locator('.rend > *').evaluateAll((all) => all.map((e) => e.className));
      expect(order).toEqual(['player', 'queue', 'report']);
    }
  });
}
