import type { Page } from '@playwright/test';
import { enter, expect, test } from './fixtures.ts';

/** Seconds of film are minutes of a test: short beats, one person. */
const LIST = '0:00 Wide shot of an office corridor, overhead fluorescent light, a woman in a green dress stands.\n0.75s: She smiles.';

const STAGED = 120_000;
const DRAWN = 180_000;

test.setTimeout(600_000);

async function makeStoryboard(page: Page): Promise<void> {
  await enter(page);
  await page.getByLabel('Describe the shot, or paste a shot list').fill(LIST);
  await page.getByRole('button', { name: 'Make the storyboard' }).click();
  await expect(page.getByRole('heading', { name: 'Keyframe 1', exact: true })).toBeVisible();
}

/** Shortens the clip to a second, so that it is drawn soon. */
async function shorten(page: Page): Promise<void> {
  const { id, shot } = await page.evaluate(() => {
    const stage = document.querySelector('bb-stage') as unknown as { session: { project: { id: string }; shot: Record<string, unknown> } };
    return { id: stage.session.project.id, shot: stage.session.shot };
  });
  const project = (await (await page.request.get(`/v1/projects/${id}`)).json()) as { revision: number };
  const saved = await page.request.put(`/v1/projects/${id}`, {
    data: { document: { ...shot, duration: '1s' }, revision: project.revision },
    headers: { Origin: new URL(page.url()).origin },
  });
  expect(saved.ok(), await saved.text()).toBe(true);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Keyframe 1', exact: true })).toBeVisible();
}

for (const [name, width, height] of [
  ['a laptop', 1440, 900],
  ['a phone', 390, 844],
] as const) {
  test(`the whole way on ${name}: words, storyboard, stage, draft, one edit, download`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await makeStoryboard(page);
    await expect(page.getByText('Saved', { exact: true }).first()).toBeAttached({ timeout: 20_000 });
    await shorten(page);

    // It is seen before a credit is spent.
    await page.locator('.lens[data-kind=live]').waitFor({ timeout: STAGED });

    // Draft: ordered once, and its page opens.
    const draft = page.getByRole('button', { name: /^Draft/ }).locator('visible=true').first();
    await expect(draft).toBeEnabled({ timeout: 60_000 });
    await expect(draft).toContainText(/credit/, { timeout: 60_000 });
    await draft.click();
    await page.waitForURL(/#\/render\/[0-9a-f-]{36}\/[0-9a-f-]{36}$/, { timeout: 60_000 });
    const [, , project, first] = new URL(page.url()).hash.split('/');
    await expect(page.locator(`.job[data-id="${first}"]`)).toHaveAttribute('data-kind', 'done', { timeout: DRAWN });

    // One keyframe is changed; the price is that of the frames that change.
    await page.goto(`/#/edit/${project}`);
    const cards = page.getByRole('group', { name: 'Storyboard' }).getByRole('button', { name: /^Keyframe / });
    await cards.nth(1).click();
    await page.getByLabel('What happens at this keyframe').fill('She frowns.');
    const again = page.getByRole('button', { name: /^Draft/ }).locator('visible=true').first();
    await expect(page.getByText(/^\d+ frames? to render, \d+ kept$/)).toBeAttached({ timeout: STAGED });
    // On the ruler what is to be rendered lies over what is kept, and is not all of it.
    const length = (which: string) => page.locator(`svg.lanes .${which}`).first().evaluate((l) => Number(l.getAttribute('x2')) - Number(l.getAttribute('x1')));
    expect(await length('todo')).toBeGreaterThan(0);
    expect(await length('todo')).toBeLessThan(await length('done'));

    await again.click();
    await page.waitForURL((url) => url.hash.startsWith(`#/render/${project}/`) && !url.hash.endsWith(first ?? ''), { timeout: 60_000 });
    const second = new URL(page.url()).hash.split('/').at(-1);
    await expect(page.locator(`.job[data-id="${second}"]`)).toHaveAttribute('data-kind', 'done', { timeout: DRAWN });
    const made = (await (await page.request.get(`/v1/generations/${second}`)).json()) as { frames: { kept: number; total: number } };
    expect(made.frames.kept).toBeGreaterThan(0);
    expect(made.frames.kept).toBeLessThan(made.frames.total);

    // The film comes down.
    const mp4 = page.getByRole('group', { name: 'Downloads' }).getByRole('link', { name: /^MP4/ });
    const film = await page.request.get((await mp4.getAttribute('href')) ?? '');
    expect(film.headers()['content-type']).toBe('video/mp4');
    expect((await film.body()).subarray(4, 8).toString()).toBe('ftyp');
  });
}
