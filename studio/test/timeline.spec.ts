import type { Page } from '@playwright/test';
import type { ShotSession } from '../src/session/shot-session.ts';
import type { ShotDocument } from '../src/shot/document.ts';
import { TWO, expect, test } from './fixtures.ts';

/** A part of the editor, as far as a test asks it. */
type TimelinePart = HTMLElement & { readonly session: ShotSession };

/** Sixteen keyframes in ten seconds. */
const SIXTEEN: ShotDocument = {
  ...TWO,
  title: 'Sixteen beats',
  duration: '10s',
  keyframes: Array.from({ length: 16 }, (_, i) => ({
    at: `${i * 15}f`,
    prompt: i === 0 ? String(TWO.keyframes[0]?.prompt) : i % 2 ? 'He waves.' : 'He nods.',
  })),
};

test.use({ staged: false });

const marks = (page: Page) => page.getByRole('slider', { name: /^Keyframe / });
const mark = (page: Page, n: number) => page.getByRole('slider', { name: `Keyframe ${n}`, exact: true });
const cards = (page: Page) => page.getByRole('group', { name: 'Storyboard' }).locator('.kf[data-i]');
const playhead = (page: Page) => page.locator('.fr');

async function open(page: Page, id: string): Promise<void> {
  await page.goto(`/#/edit/${id}`);
  await page.locator('.lanes .lane').first().waitFor();
}

/** Where on the page a frame is. */
async function place(page: Page, n: number): Promise<{ x: number; y: number }> {
  const box = (await mark(page, n).locator('.ring').boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test('keys move, undo, duplicate to sixteen, refuse the seventeenth and offer to merge', async ({ page, makeProject }) => {
  const project = await makeProject(TWO);
  await open(page, project.id);
  await page.keyboard.press('Shift+ArrowRight');
  await expect(playhead(page)).toHaveText('frame 60 of 144');
  await expect(cards(page).nth(1)).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('Alt+ArrowRight');
  await expect(mark(page, 2)).toHaveAttribute('aria-valuenow', '61');
  await page.keyboard.press('Control+z');
  await expect(mark(page, 2)).toHaveAttribute('aria-valuenow', '60');
  await page.keyboard.press('Control+Shift+z');
  await expect(mark(page, 2)).toHaveAttribute('aria-valuenow', '61');
  for (let n = 3; n < 16; n++) await page.keyboard.press('d');
  await expect(marks(page)).toHaveCount(16);
  await expect(page.getByText('16 of 16 keyframes, full')).toBeVisible();
  await page.keyboard.press('d');
  await expect(marks(page)).toHaveCount(16);
  await expect(page.locator('.toast')).toContainText('A clip holds 16 keyframes. Delete one to add here.');
  await page.getByRole('button', { name: /^Merge \d+ and \d+$/ }).click();
  await expect(marks(page)).toHaveCount(15);
  await page.keyboard.press('Control+z');
  await expect(marks(page)).toHaveCount(16);
  await page.keyboard.press('Delete');
  await expect(page.locator('.toast')).toContainText('Keyframe deleted. Ctrl Z brings it back.');
  await expect(marks(page)).toHaveCount(15);
});

test('the clock plays in real time, stops at the end, and loops a range', async ({ page, makeProject }) => {
  const project = await makeProject({ ...TWO, duration: '5s' });
  await open(page, project.id);
  const timeline = page.locator('bb-timeline');
  await timeline.evaluate((part: TimelinePart) => {
    const { session, dataset } = part;
    session.addEventListener('playing', () => (dataset['began'] = String(performance.now())), { once: true });
    session.addEventListener('playhead', () => {
      if (session.playhead >= 36 && !dataset['frame']) [dataset['frame'], dataset['at']] = [String(session.playhead), String(performance.now())];
    });
  });
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect(timeline).toHaveAttribute('data-frame', /\d+/);
  const [began, at, frame] = await timeline.evaluate(({ dataset: d }) => [d['began'], d['at'], d['frame']].map(Number));
  const seconds = (at! - began!) / 1000;
  await page.keyboard.press('k');
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  // A busy machine shows a frame late, never early.
  expect(frame!).toBeLessThanOrEqual(seconds * 24 + 1);
  expect(frame!).toBeGreaterThan((seconds - 0.5) * 24);
  await page.keyboard.press('Home');
  await page.keyboard.press('l');
  await page.keyboard.press('l');
  await page.keyboard.press('l');
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
  await expect(playhead(page)).toHaveText('frame 119 of 120');
  await page.keyboard.press('Home');
  await page.keyboard.press('i');
  for (let n = 0; n < 6; n++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('o');
  await page.keyboard.press('Space');
  await page.waitForTimeout(700);
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: /^Clear the range/ }).click();
  await expect(page.getByRole('button', { name: /^Clear the range/ })).toHaveCount(0);
});

test('a mark is dragged in one step, snaps, and stops before its neighbor', async ({ page, makeProject }) => {
  const project = await makeProject(TWO);
  await open(page, project.id);
  const [first, second, third] = [await place(page, 1), await place(page, 2), await place(page, 3)];
  const frame = (second.x - first.x) / 60;
  // The playhead stands on frame 80: a mark that comes near it snaps to it.
  await page.mouse.click(first.x + frame * 80, second.y + 20);
  await expect(playhead(page)).toHaveText('frame 80 of 144');
  await page.mouse.move(second.x, second.y);
  await page.mouse.down();
  await page.mouse.move(first.x + frame * 70, second.y, { steps: 5 });
  await page.waitForTimeout(1000);
  await page.mouse.move(first.x + frame * 80 + 5, second.y, { steps: 5 });
  await expect(mark(page, 2)).toHaveAttribute('aria-valuenow', '80');
  await expect(page.locator('g.tag')).toContainText('00:03:08');
  await page.mouse.move(third.x + 60, second.y, { steps: 5 });
  await expect(mark(page, 2)).toHaveAttribute('aria-valuenow', '99');
  await page.mouse.up();
  await expect(page.locator('g.tag')).toHaveCount(0);
  await expect(playhead(page)).toHaveText('frame 99 of 144');
  await page.keyboard.press('Control+z');
  await expect(mark(page, 2)).toHaveAttribute('aria-valuenow', '60');
});

test('the focus moves from mark to mark, with one stop for Tab', async ({ page, makeProject }) => {
  const project = await makeProject(TWO);
  await open(page, project.id);
  await mark(page, 1).focus();
  await expect(page.locator('[data-keyframe-mark][tabindex="0"]')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await expect(mark(page, 2)).toBeFocused();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(mark(page, 2)).toHaveAttribute('aria-valuenow', '72');
  await page.keyboard.press('ArrowLeft');
  await expect(mark(page, 2)).toHaveAttribute('aria-valuenow', '71');
  await expect(mark(page, 2)).toBeFocused();
  await expect(mark(page, 2)).toHaveAttribute('aria-valuetext', /^00:02:23, frame 71, continuous, /);
});

test('single letters can be switched off for good', async ({ page, makeProject }) => {
  const project = await makeProject(TWO);
  await open(page, project.id);
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keys' });
  await expect(dialog).toBeVisible();
  await dialog.getByRole('switch').click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('d');
  await page.keyboard.press('Alt+ArrowRight');
  await expect(marks(page)).toHaveCount(3);
  await expect(mark(page, 1)).toHaveAttribute('aria-valuenow', '1');
  await page.reload();
  await page.locator('.lanes .lane').first().waitFor();
  await page.keyboard.press('d');
  await page.getByRole('button', { name: 'All keys' }).click();
  await expect(dialog.getByRole('switch')).not.toBeChecked();
  await dialog.getByRole('switch').click();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.keyboard.press('d');
  await expect(marks(page)).toHaveCount(4);
});

test('scrubbing sixteen keyframes draws the playhead only', async ({ page, makeProject }) => {
  const project = await makeProject(SIXTEEN);
  await open(page, project.id);
  await page.waitForTimeout(1500);
  const measured = await page.evaluate(async () => {
    const svg = document.querySelector<SVGSVGElement>('svg.lanes')!;
    const box = svg.getBoundingClientRect();
    const event = (kind: string, x: number) =>
      new PointerEvent(kind, { bubbles: true, cancelable: true, pointerId: 1, button: kind === 'pointermove' ? -1 : 0, clientX: x, clientY: box.bottom - 20, pointerType: 'mouse' });
    svg.setPointerCapture = () => undefined;
    const changed = new Set<string>();
    const watch = new MutationObserver((all) => all.forEach((m) => changed.add((m.target as Element).getAttribute('class') ?? m.target.nodeName)));
    watch.observe(svg, { subtree: true, childList: true, attributes: true, characterData: true });
    svg.dispatchEvent(event('pointerdown', box.left + 120));
    const times: number[] = [];
    for (let n = 0; n < 300; n++) {
      const before = performance.now();
      svg.dispatchEvent(event('pointermove', box.left + 120 + ((n * 37) % (box.width - 160))));
      await Promise.resolve();
      times.push(performance.now() - before);
      if (n % 5 === 0) await new Promise(requestAnimationFrame);
    }
    svg.dispatchEvent(event('pointerup', box.left + 120));
    watch.disconnect();
    times.sort((a, b) => a - b);
    const mean = times.reduce((sum, t) => sum + t, 0) / times.length;
    return { mean, late: times[285]!, changed: [...changed] };
  });
  console.log(`script per pointer move: mean ${measured.mean.toFixed(2)} ms, 95 % ${measured.late.toFixed(2)} ms`);
  expect(measured.changed).toEqual(['playhead']);
});

test('up to nine cards have their words, more of them only their numbers', async ({ page, makeProject }) => {
  const nine = await makeProject({ ...SIXTEEN, keyframes: SIXTEEN.keyframes.slice(0, 9) });
  await open(page, nine.id);
  // Those that are not seen are still read out.
  const captions = () => page.locator('.strip .kf[data-i] .cap').evaluateAll((all) => all.filter((c) => c.clientWidth > 1).length);
  await expect.poll(captions).toBe(9);
  await page.keyboard.press('End');
  await page.keyboard.press('n');
  await expect(cards(page)).toHaveCount(10);
  await expect.poll(captions).toBe(0);
  await expect(cards(page).nth(9).locator('b')).toContainText('10');
  await expect(cards(page).nth(0)).toHaveAttribute('title', /\w/);
});

test('clip settings change length, rate and shape, and refuse what would lose a keyframe', async ({ page, makeProject }) => {
  const project = await makeProject(TWO);
  await open(page, project.id);
  await page.getByRole('button', { name: /^Clip settings/ }).click();
  const settings = page.getByRole('group', { name: 'Clip settings' }).and(page.locator(':popover-open'));
  await settings.getByLabel('Frame rate').selectOption('30');
  await expect(mark(page, 2)).toHaveAttribute('aria-valuenow', '75');
  await settings.getByLabel('Aspect').selectOption('9:16');
  await settings.getByLabel('Duration').fill('3');
  await settings.getByLabel('Duration').press('Enter');
  await expect(settings.getByText(/^Keyframe 3 is at 00:04:05/)).toBeVisible();
  await settings.getByLabel('Duration').fill('7.5');
  await settings.getByLabel('Duration').press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Clip settings: 7.5 s, 30 fps, 9:16' })).toBeVisible();
  await expect(page.getByText('Saved')).toBeVisible();
});

test('the title is changed in place', async ({ page, makeProject }) => {
  const project = await makeProject(TWO);
  await open(page, project.id);
  await page.getByRole('button', { name: 'The handover' }).click();
  await page.getByRole('textbox', { name: 'Title' }).fill('The farewell');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'The farewell', level: 1 })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('heading', { name: 'The handover', level: 1 })).toBeVisible();
});

test('without a connection edits are kept, and the buttons say why they wait', async ({ page, makeProject, context }) => {
  const project = await makeProject(TWO);
  await open(page, project.id);
  await context.setOffline(true);
  await page.keyboard.press('Alt+ArrowRight');
  await expect(page.getByText('Offline, 1 edit kept here')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Draft/ })).toHaveAttribute('title', 'Rendering waits for the connection.');
  await context.setOffline(false);
  // Unless it has noticed by itself.
  await page.getByRole('button', { name: 'Try now' }).click({ timeout: 3000 }).catch(() => undefined);
  await expect(page.getByText('Saved')).toBeVisible();
  await page.reload();
  await page.locator('.lanes .lane').first().waitFor();
  await expect(mark(page, 1)).toHaveAttribute('aria-valuenow', '1');
});

test('a later save elsewhere is shown side by side', async ({ page, makeProject, baseURL }) => {
  const project = await makeProject(TWO);
  await open(page, project.id);
  const elsewhere = { ...TWO, keyframes: TWO.keyframes.map((k, i) => (i === 1 ? { ...k, prompt: 'Medium shot. He bows.' } : k)) };
  const answer = await page.request.put(`/v1/projects/${project.id}`, {
    data: { document: elsewhere, revision: 1 },
    headers: { Origin: new URL(baseURL ?? '').origin },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  await page.keyboard.press('Alt+ArrowRight');
  await expect(page.getByText('Conflict')).toBeVisible();
  await page.getByRole('banner').getByRole('button', { name: 'Compare' }).click();
  const dialog = page.getByRole('dialog', { name: 'This shot was changed elsewhere' });
  await expect(dialog.getByRole('row').filter({ hasText: 'Medium shot. He bows.' })).toContainText('He stops and waves.');
  await dialog.getByRole('button', { name: 'Keep mine' }).click();
  await expect(page.getByText('Saved')).toBeVisible();
  await expect(mark(page, 1)).toHaveAttribute('aria-valuenow', '1');
});

test('a draft is ordered once and its page opens', async ({ page, makeProject, baseURL }) => {
  const project = await makeProject({ ...TWO, duration: '0.5s', keyframes: TWO.keyframes.slice(0, 1) });
  await open(page, project.id);
  let orders = 0;
  page.on('request', (r) => {
    if (r.method() === 'POST' && r.url().endsWith('/v1/generations')) orders++;
  });
  await page.getByRole('button', { name: /^Draft \d+ credits?/ }).dblclick();
  await expect(page).toHaveURL(new RegExp(`#/render/${project.id}/[0-9a-f-]+$`), { timeout: 30_000 });
  expect(orders).toBe(1);
  const generation = page.url().split('/').at(-1);
  await page.request.post(`/v1/generations/${generation}/cancel`, { headers: { Origin: new URL(baseURL ?? '').origin } });
});

for (const [theme, width, height] of [
  ['dark', 1440, 900],
  ['light', 1440, 900],
  ['dark', 390, 844],
  ['light', 390, 844],
] as const) {
  test(`nothing hinders anyone at the timeline, ${theme}, ${width} wide`, async ({ page, makeProject, accessibilityFaults }) => {
    const project = await makeProject(SIXTEEN);
    await page.emulateMedia({ colorScheme: theme });
    await page.setViewportSize({ width, height });
    await open(page, project.id);
    await expect(marks(page)).toHaveCount(16);
    expect(await accessibilityFaults('.time')).toEqual([]);
    expect(await accessibilityFaults('header')).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    if (width > 700) {
      await page.getByRole('button', { name: /^Clip settings/ }).click();
      expect(await accessibilityFaults('[id^=clip-settings]:popover-open')).toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('?');
      expect(await accessibilityFaults('dialog.keys')).toEqual([]);
    } else {
      await expect(page.locator('.dock').getByRole('button')).toHaveCount(2);
      expect(await accessibilityFaults('.dock')).toEqual([]);
    }
  });
}
