import type { Page } from '@playwright/test';
import type { ShotDocument } from '../src/shot/document.ts';
import { expect, test } from './fixtures.ts';
import { BRIEF, drawn, ordered } from './takes.ts';

const FROWN: ShotDocument = { ...BRIEF, keyframes: [BRIEF.keyframes[0]!, { at: '6f', prompt: 'She frowns.' }] };
const SLOW = 120_000;

test.setTimeout(300_000);

const menu = (page: Page, name: string | RegExp) => page.locator('.vbar').getByRole('button', { name, exact: true });

/** The times that the films of the takes show, in frames. */
async function filmFrames(page: Page): Promise<readonly number[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLVideoElement>('bb-take-picture video')].map((v) => (v.seeking || v.readyState < 2 ? -1 : Math.floor(v.currentTime * 24))),
  );
}

/** How far from its left edge the take on the right is cut away, as a share. */
async function cutAway(page: Page): Promise<number> {
  return page.locator('bb-take-picture.right').evaluate((e) => parseFloat(getComputedStyle(e).clipPath.split(' ').at(-1) ?? '') / 100);
}

test('two takes lie under one wipe, share the playhead, and what differs is told as facts', async ({ page, makeProject, accessibilityFaults }, info) => {
  const project = await makeProject(BRIEF);
  const first = await ordered(page, project.id, BRIEF);
  await drawn(page, first, await ordered(page, project.id, FROWN));
  await page.goto(`/#/edit/${project.id}`);
  await page.locator('.lens[data-kind=live]').waitFor({ timeout: SLOW });

  // The preview is of the shot as it stands, which is that of the first take.
  await menu(page, 'Compare').click();
  await page.getByRole('group', { name: 'Compare the preview with' }).getByRole('button', { name: /^Take 1/ }).click();
  await expect(page.getByText('Both are of the same shot.')).toBeVisible({ timeout: SLOW });
  await expect(page.locator('.wipe-name')).toHaveText(['Preview', 'Take 1']);
  await page.getByRole('group', { name: 'Compare the preview with' }).getByRole('button', { name: /^Take 2/ }).click();
  const facts = page.locator('.facts-list li');
  await expect(facts).toContainText(['Keyframe 2: “She frowns.”, now “She smiles.”'], { timeout: SLOW });
  await page.keyboard.press('Escape');

  // One take beside another.
  await menu(page, 'Takes').click();
  await page.getByRole('group', { name: 'In the picture' }).getByRole('button', { name: /^Take 1/ }).click();
  await page.keyboard.press('Escape');
  const wipe = page.getByRole('slider', { name: 'Wipe between Take 1 and Take 2' });
  await wipe.focus();
  await page.keyboard.press('ArrowRight');
  await expect(wipe).toHaveAttribute('aria-valuenow', '52');
  await page.keyboard.press('Home');
  await expect(wipe).toHaveAttribute('aria-valuenow', '0');
  const box = (await page.locator('.pic').boundingBox())!;
  const grip = (await wipe.boundingBox())!;
  await page.mouse.move(grip.x + grip.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 0.3 * box.width, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  await expect(wipe).toHaveAttribute('aria-valuenow', /^(29|30|31)$/);
  expect(await cutAway(page)).toBeCloseTo(0.3, 1);

  // The playhead is that of both.
  await page.getByRole('group', { name: 'Storyboard' }).getByRole('button', { name: /^Keyframe 2/ }).click();
  await expect.poll(() => filmFrames(page), { timeout: SLOW }).toEqual([6, 6]);
  expect(await accessibilityFaults('bb-stage')).toEqual([]);
  await menu(page, 'Compare').click();
  await expect(facts).toContainText(["Keyframe 2: “She smiles.”, now “She frowns.”"]);
  expect(await accessibilityFaults('bb-stage')).toEqual([]);
  await page.screenshot({ path: info.outputPath('compare.png') });
  await page.getByRole('button', { name: 'Stop comparing' }).click();
  await expect(wipe).toHaveCount(0);
});
