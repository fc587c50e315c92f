import type { Page } from '@playwright/test';
import type { ShotDocument } from '../src/shot/document.ts';
import { TWO, expect, test } from './fixtures.ts';

const SLOW = 120_000;

/** Opens a shot and waits until it is to be seen. */
async function open(page: Page, id: string, overhead = false): Promise<void> {
  await page.goto(`/#/edit/${id}${overhead ? '/overhead' : ''}`);
  await page.locator('.lens[data-kind=live]').waitFor({ timeout: SLOW });
  await expect(page.locator('.lens .tag')).toHaveCount(0, { timeout: SLOW });
}

/** The mean color of the picture, and how much it varies: a blank one does not. */
async function seen(page: Page): Promise<{ mean: number; spread: number }> {
  const png = (await page.locator('.lens').screenshot()).toString('base64');
  return page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(64, 36);
    const paper = canvas.getContext('2d')!;
    paper.drawImage(image, 0, 0, 64, 36);
    const { data: pixels } = paper.getImageData(0, 0, 64, 36);
    const gray = Array.from({ length: 64 * 36 }, (_, i) => (pixels[4 * i]! + pixels[4 * i + 1]! + pixels[4 * i + 2]!) / 3);
    const mean = gray.reduce((s, v) => s + v, 0) / gray.length;
    return { mean, spread: Math.sqrt(gray.reduce((s, v) => s + (v - mean) ** 2, 0) / gray.length) };
  }, png);
}

test.describe.configure({ timeout: 240_000 });

test('a shot is seen through its lens, and the storyboard has a picture of each keyframe', async ({ page, makeProject, accessibilityFaults }) => {
  const project = await makeProject(TWO);
  await open(page, project.id);
  const { mean, spread } = await seen(page);
  expect(mean).toBeGreaterThan(20);
  expect(spread).toBeGreaterThan(10);
  await expect(page.locator('bb-storyboard-strip img[src^="blob:"]')).toHaveCount(TWO.keyframes.length, { timeout: SLOW });
  expect(await accessibilityFaults('bb-stage')).toEqual([]);
});

test('guides lie over the picture', async ({ page, makeProject, accessibilityFaults }) => {
  const project = await makeProject(TWO);
  await open(page, project.id);
  await page.getByRole('button', { name: 'Guides' }).click();
  await page.getByLabel('Thirds').check();
  await page.getByLabel('Action and title safe').check();
  await page.getByLabel('Mask').selectOption('1:1');
  await expect(page.locator('svg.guides .line')).toHaveCount(4);
  await expect(page.locator('svg.guides .mask')).toHaveCount(1);
  expect(await accessibilityFaults('bb-stage')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByLabel('Thirds')).toBeHidden();
});

test('a performer is moved from above by arrows and by drag, each an undo step, and the place is a field', async ({ page, makeProject, accessibilityFaults }) => {
  const project = await makeProject(TWO);
  await open(page, project.id, true);
  const daniel = page.getByRole('button', { name: /^Daniel, mark of keyframe 1, [\d.]+ meters from the lens$/ });
  await expect(daniel).toBeVisible({ timeout: SLOW });
  expect(await accessibilityFaults('bb-stage')).toEqual([]);
  await daniel.focus();
  await page.keyboard.press('ArrowUp');
  const mark = () =>
    page.evaluate(() => {
      const stage = document.querySelector('bb-stage') as unknown as { session: { shot: ShotDocument } };
      return stage.session.shot.keyframes[0]?.cast?.[0]?.['mark'] as { x: number; z: number } | undefined;
    });
  const first = await mark();
  expect(first).toBeDefined();
  await page.waitForTimeout(1000);
  const box = (await daniel.locator('.disc').boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 60, box.y + 4, { steps: 4 });
  await expect(page.locator('.plan .rings')).toHaveCount(1);
  await page.mouse.up();
  const second = await mark();
  expect(second).not.toEqual(first);
  await page.evaluate(() => (document.querySelector('bb-stage') as unknown as { session: { undo(): void } }).session.undo());
  expect(await mark()).toEqual(first);
  await page.getByRole('button', { name: 'Reset Daniel', exact: true }).click();
  expect(await mark()).toBeUndefined();
});

test('a mark that would lie in a wall stays at the wall and says so', async ({ page, makeProject }) => {
  const project = await makeProject(TWO);
  await open(page, project.id, true);
  const daniel = page.getByRole('button', { name: /^Daniel, mark/ });
  await daniel.focus();
  for (let i = 0; i < 12; i++) await page.keyboard.press('Shift+ArrowDown');
  await expect(page.locator('.plan-foot [role=status]')).toContainText('stays');
});

test('an edit is staged anew while the earlier picture stays', async ({ page, makeProject }) => {
  const project = await makeProject(TWO);
  await open(page, project.id);
  const asked = page.waitForResponse((r) => r.url().endsWith('/v1/shots/preview') && r.ok(), { timeout: SLOW });
  await page.evaluate(() =>
    (document.querySelector('bb-stage') as unknown as { session: { editKeyframe(i: number, c: object): void } }).session.editKeyframe(0, {
      prompt: 'Wide shot, office corridor, overhead fluorescent light. Daniel, a man in a navy suit, stands.',
    }),
  );
  await expect(page.locator('.lens .tag')).toHaveText('staging');
  expect((await seen(page)).spread).toBeGreaterThan(10);
  await asked;
  await expect(page.locator('.lens .tag')).toHaveCount(0, { timeout: SLOW });
});

test('without WebGL there is a still for each keyframe', async ({ page, makeProject, accessibilityFaults }) => {
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = new Proxy(HTMLCanvasElement.prototype.getContext, {
      apply: (original, self, args: unknown[]) => (String(args[0]).startsWith('webgl') ? null : Reflect.apply(original, self, args)),
    });
  });
  const project = await makeProject(TWO);
  await page.goto(`/#/edit/${project.id}`);
  // The page was there before it lost WebGL.
  await page.reload();
  await expect(page.locator('.lens[data-kind=stills]')).toBeVisible({ timeout: SLOW });
  await expect(page.locator('.lens img')).toBeVisible({ timeout: SLOW });
  await expect(page.locator('bb-storyboard-strip img[src^="blob:"]')).toHaveCount(TWO.keyframes.length, { timeout: SLOW });
  expect(await accessibilityFaults('bb-stage')).toEqual([]);
});

test('a shot of which nothing is said says where it will appear', async ({ page, makeProject }) => {
  const project = await makeProject({ title: 'Empty', duration: '2s', keyframes: [{ at: '0s', prompt: '' }] });
  await page.goto(`/#/edit/${project.id}`);
  await expect(page.getByText('Nothing is staged yet')).toBeVisible();
});

test('a shot that cannot be staged says why in the words of the service', async ({ page, makeProject }) => {
  const project = await makeProject({ title: 'Wrong', duration: '99s', keyframes: [{ at: '0s', prompt: 'A man walks.' }] });
  await page.goto(`/#/edit/${project.id}`);
  await expect(page.getByText('The shot cannot be staged')).toBeVisible({ timeout: SLOW });
  await expect(page.locator('.note-box')).toContainText('99');
});
