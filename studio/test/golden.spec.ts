import type { Page } from '@playwright/test';
import type { Example } from '../src/api/answers.ts';
import { OPERATOR, asked, leaveCredits, operated } from './accounts.ts';
import { TWO, expect, test } from './fixtures.ts';
import { BRIEF, drawn, ordered } from './takes.ts';

// Pictures of every page, in test/golden. They are made anew by `npm run golden` and looked
// at before they are kept. A fiftieth of the points may differ, which is more than dates and the letters of another
// machine take, and less than anything that is missing or out of place.

const OPEN = process.env['BEATBOARD_OPEN_URL'] ?? process.env['BEATBOARD_URL'] ?? 'http://127.0.0.1:8080';
const STAGED = 120_000;

test.use({ baseURL: OPEN });
test.setTimeout(300_000);

/** Somebody who has just arrived: nothing is there that other tests left. */
async function arrive(page: Page): Promise<void> {
  const headers = { Origin: new URL(OPEN).origin };
  const answer = await page.request.post('/v1/sign-up/password', {
    data: { email: `golden-${Date.now()}@example.test`, name: 'Anna Berg', organization: 'Studio North', password: 'a long golden pass phrase' },
    headers,
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  await page.goto('/');
  await page.getByRole('heading', { name: 'What happens in the shot?' }).waitFor();
}

async function keep(page: Page, shot: object, title: string): Promise<string> {
  const answer = await page.request.post('/v1/projects', { data: { title, document: shot }, headers: { Origin: new URL(OPEN).origin } });
  expect(answer.ok(), await answer.text()).toBe(true);
  return ((await answer.json()) as { id: string }).id;
}

async function staged(page: Page, cards: number): Promise<void> {
  await page.locator('.lens[data-kind=live]').waitFor({ timeout: STAGED });
  await expect(page.locator('.lens .tag')).toHaveCount(0, { timeout: STAGED });
  await expect(page.locator('bb-storyboard-strip img[src^="blob:"]')).toHaveCount(cards, { timeout: STAGED });
  await expect(page.getByText('Saved', { exact: true }).first()).toBeAttached();
}

for (const [name, width, height, colorScheme] of [
  ['dark', 1440, 900, 'dark'],
  ['light', 1440, 900, 'light'],
  ['phone', 390, 844, 'dark'],
] as const) {
  test(`pages look as they did: ${name}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const picture = (what: string) => expect(page).toHaveScreenshot(`${what}-${name}.png`, { timeout: 60_000 });
    await arrive(page);
    await page.getByRole('heading', { name: 'Examples' }).waitFor();
    await picture('start');

    const project = await keep(page, TWO, 'The handover');
    await page.goto(`/#/edit/${project}`);
    await staged(page, 3);
    await page.getByRole('group', { name: 'Storyboard' }).getByRole('button', { name: /^Keyframe / }).nth(1).click();
    await page.waitForTimeout(500);
    await picture('editor');
    if (name !== 'phone') {
      await page.goto(`/#/edit/${project}/overhead`);
      await expect(page.getByRole('button', { name: /^Daniel, mark of keyframe/ })).toBeVisible({ timeout: STAGED });
      await page.waitForTimeout(500);
      await picture('overhead');
    }
    await page.goto(`/#/render/${project}`);
    await expect(page.getByRole('button', { name: /^Render / })).toBeVisible({ timeout: STAGED });
    await page.waitForTimeout(3000);
    await picture('render');
    await page.goto('/#/cast/sets');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForTimeout(2000);
    await picture('sets');
    await page.goto('/#/cast/props');
    await expect(page.getByRole('heading', { name: 'Armchair' })).toBeVisible({ timeout: STAGED });
    await page.waitForTimeout(2000);
    await picture('props');
    await page.goto('/#/cast');
    await page.waitForTimeout(1500);
    await picture('cast');
    await page.goto('/#/account');
    await page.getByRole('heading', { name: 'Account', level: 1 }).waitFor();
    await page.waitForTimeout(1500);
    await picture('account');
  });
}

test('sixteen keyframes look as they did', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await arrive(page);
  const { items } = (await (await page.request.get('/v1/examples')).json()) as { items: readonly Example[] };
  const sixteen = items.find((e) => e.id === 'sixteen');
  expect(sixteen).toBeDefined();
  await page.goto(`/#/edit/${await keep(page, sixteen?.shot ?? {}, 'Sixteen')}`);
  await staged(page, 16);
  await expect(page).toHaveScreenshot('sixteen-light.png', { timeout: 60_000 });
});

test('states look as they did: a take compared, a note, too few credits', async ({ page }) => {
  test.skip(OPERATOR === '', 'BEATBOARD_OPERATOR is not set');
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await arrive(page);
  await operated(page, 'plan', { plan: 'plus', store: 'web' });
  await leaveCredits(page, 30);
  const project = await keep(page, BRIEF, 'A brief hello');
  await drawn(page, await ordered(page, project, { ...BRIEF, keyframes: [BRIEF.keyframes[0]!, { at: '6f', prompt: 'She frowns.' }] }));
  await asked(page, 'POST', `/v1/projects/${project}/comments`, { frame: 8, author: 'Jon', text: 'Could the smile come earlier?' });
  await page.goto(`/#/edit/${project}`);
  await staged(page, 2);
  await page.getByRole('group', { name: 'Storyboard' }).getByRole('button', { name: /^Keyframe 2/ }).click();
  await page.getByRole('region', { name: 'Notes' }).waitFor();
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await page.getByRole('button', { name: /^Take 1/ }).click();
  await expect(page.locator('.facts-list li').first()).toBeVisible({ timeout: STAGED });
  const shown = () => page.evaluate(() => [...document.querySelectorAll('video')].map((v) => (v.seeking || v.readyState < 2 ? -1 : Math.floor(v.currentTime * 24))));
  await expect.poll(shown, { timeout: STAGED }).toEqual([6]);
  await page.mouse.move(720, 880);
  await expect(page).toHaveScreenshot('compare-dark.png', { timeout: 60_000 });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Final 40 credits/ }).click();
  await expect(page.getByRole('dialog')).toHaveScreenshot('credits-dark.png', { timeout: 60_000 });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toHaveScreenshot('keys-dark.png', { timeout: 60_000 });

  await page.goto(`/#/render/${project}`);
  await expect(page.getByRole('region', { name: 'Report' }).getByRole('row').nth(1)).toBeVisible({ timeout: STAGED });
  await page.waitForTimeout(2000);
  await expect(page).toHaveScreenshot('render-done-dark.png', { timeout: 60_000 });

  const review = (await asked(page, 'POST', `/v1/projects/${project}/reviews`, {})) as { url: string };
  await page.goto(`/${new URL(review.url).hash}`);
  await expect(page.locator('.said-one')).toContainText('Could the smile come earlier?');
  await page.waitForTimeout(2000);
  await expect(page).toHaveScreenshot('review-dark.png', { timeout: 60_000 });
});

test('the way in looks as it did', async ({ page }) => {
  await page.goto('/#/sign-in');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForTimeout(500);
  await expect(page).toHaveScreenshot('sign-in-dark.png');
});
