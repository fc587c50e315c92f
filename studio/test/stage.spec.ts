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

for (const [what, name, slot, group] of [
  ['camera', /^Camera, mark of keyframe 1/, 'camera', 'Camera'],
  ['key light', /^Key light, mark of keyframe 1/, 'light', 'Light'],
] as const) {
  test(`the ${what} is moved from above by arrows and by drag, each an undo step, and the place is a field with a way back`, async ({ page, makeProject }) => {
    const project = await makeProject(TWO);
    await open(page, project.id, true);
    const handle = page.getByRole('button', { name });
    await expect(handle).toBeVisible({ timeout: SLOW });
    const mark = () =>
      page.evaluate((s) => {
        const stage = document.querySelector('bb-stage') as unknown as { session: { shot: ShotDocument } };
        return stage.session.shot.keyframes[0]?.[s]?.['mark'] as { x: number; z: number } | undefined;
      }, slot);
    // Arrows in quick succession are one step; along the corridor nothing is in the way.
    await handle.focus();
    await page.keyboard.press('ArrowLeft');
    const once = (await mark())!;
    await page.keyboard.press('Shift+ArrowLeft');
    const twice = (await mark())!;
    expect(Math.hypot(twice.x - once.x, twice.z - once.z)).toBeCloseTo(0.5, 1);
    await page.keyboard.press('Control+z');
    expect(await mark()).toBeUndefined();
    await page.keyboard.press('Control+Shift+z');
    expect(await mark()).toEqual(twice);

    // It is staged there before it is dragged on.
    await expect(page.locator('.lens .tag')).toHaveCount(0, { timeout: SLOW });
    const box = (await handle.locator('.target').boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 40, y + 4, { steps: 5 });
    await expect(page.locator('.plan .rings')).toHaveCount(1);
    await page.mouse.up();
    expect(await mark()).not.toEqual(twice);
    await page.keyboard.press('Control+z');
    expect(await mark()).toEqual(twice);

    const panel = page.getByRole('complementary', { name: 'Direction' });
    await panel.locator('summary', { hasText: group }).click();
    await expect(panel.getByRole('combobox', { name: `${group} Mark`, exact: true })).toHaveClass(/yours/);
    await panel.getByRole('button', { name: `reset ${group}, Mark to the words` }).click();
    expect(await mark()).toBeUndefined();
  });
}

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

/** Takes the context of the preview away, as a driver does that starts anew. */
async function loseContext(page: Page): Promise<void> {
  await page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.lens canvas')!;
    const state = globalThis as unknown as { lost: WEBGL_lose_context };
    state.lost = canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')!;
    state.lost.loseContext();
  });
}

test('a lost context is bridged by the storyboard’s pictures, and the preview is back when the context is', async ({ page, makeProject }) => {
  const project = await makeProject(TWO);
  await open(page, project.id);
  await expect(page.locator('bb-storyboard-strip img[src^="blob:"]')).toHaveCount(TWO.keyframes.length, { timeout: SLOW });
  await loseContext(page);
  await expect(page.locator('.lens[data-kind=stills] img')).toBeVisible();
  expect((await seen(page)).spread).toBeGreaterThan(10);
  await page.evaluate(() => (globalThis as unknown as { lost: WEBGL_lose_context }).lost.restoreContext());
  await expect(page.locator('.lens[data-kind=live]')).toBeVisible();
  await expect.poll(async () => (await seen(page)).spread, { timeout: SLOW }).toBeGreaterThan(10);
});

test('a context that does not come back is replaced by stills, also after an edit meanwhile', async ({ page, makeProject }) => {
  const project = await makeProject(TWO);
  await open(page, project.id);
  await loseContext(page);
  await page.getByRole('group', { name: 'Storyboard' }).getByRole('button', { name: /^Keyframe 2/ }).click();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(page.locator('.lens .tag')).toHaveText('Stills only', { timeout: SLOW });
  await expect(page.locator('.lens img')).toBeVisible();
  expect((await seen(page)).spread).toBeGreaterThan(10);
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
