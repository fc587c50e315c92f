import type { Page } from '@playwright/test';
import { enter, expect, test } from './fixtures.ts';

const PHONE = { width: 390, height: 844 };

interface Kept {
  readonly id: string;
  readonly revision: number;
  readonly document: Record<string, unknown>;
}

/** A name that no other test uses. */
function unused(name: string): string {
  return `${name} ${Date.now().toString(36)}`;
}

async function call<T>(page: Page, method: string, path: string, body?: unknown): Promise<T> {
  const answer = await page.request.fetch(path, {
    method,
    headers: { Origin: new URL(page.url()).origin, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    ...(body === undefined ? {} : { data: JSON.stringify(body) }),
  });
  expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true);
  return (answer.status() === 204 ? undefined : await answer.json()) as T;
}

async function keep(page: Page, name: string, description: string): Promise<Kept> {
  return call(page, 'POST', '/v1/library/cast', { name, document: { name, description } });
}

async function kept(page: Page, id: string): Promise<Kept> {
  return call(page, 'GET', `/v1/library/cast/${id}`);
}

test('a person is made from words; a word that is not known is marked and dropped', async ({ page, accessibilityFaults }) => {
  await enter(page);
  await page.goto('/#/cast/people/new');
  const name = unused('Mara');
  const editor = page.getByRole('complementary', { name: 'New person' });
  await editor.getByLabel('Name').fill(name);
  await editor.getByLabel(/in words$/).fill('African woman in her forties, tall, glorpish, burgundy sweater');
  await expect(editor.locator('.mirror .bad')).toHaveText('glorpish');
  await expect(editor.getByText(/"glorpish" is not known/)).toBeVisible();
  await expect(editor.getByLabel('Height')).toHaveValue('tall');
  await expect(editor.getByLabel('Heritage')).toHaveValue('african');
  await expect(editor.getByLabel('Sex')).toHaveValue('female');
  expect(await accessibilityFaults()).toEqual([]);
  await editor.getByRole('button', { name: 'Drop' }).click();
  await expect(editor.getByLabel(/in words$/)).toHaveValue('African woman in her forties, tall, burgundy sweater');
  await expect(editor.locator('.mirror .bad')).toHaveCount(0);
  await editor.getByRole('button', { name: 'Save', exact: true }).click();

  await expect(page.getByRole('link', { name: new RegExp(name) })).toHaveAttribute('aria-current', 'true');
  const id = new URL(page.url()).hash.split('/').at(-1) ?? '';
  // In words only: what the words leave open stays open.
  expect((await kept(page, id)).document).toEqual({ name, description: 'African woman in her forties, tall, burgundy sweater' });
});

test('a changed field wins over the words, is written with all others, and goes back by reset', async ({ page }) => {
  await enter(page);
  const name = unused('Daniel');
  const { id } = await keep(page, name, 'Man in his thirties, tall, short black hair, navy suit');
  await page.goto(`/#/cast/people/${id}`);
  const editor = page.getByRole('complementary', { name });
  const save = editor.getByRole('button', { name: 'Save', exact: true });
  await expect(editor.getByLabel('Height')).toHaveValue('tall');
  await expect(save).toBeDisabled();
  await editor.getByLabel('Height').selectOption('short');
  await editor.getByRole('group', { name: 'Hair color' }).getByRole('button', { name: 'Red' }).click();
  await editor.getByRole('group', { name: 'Suit color', exact: true }).getByRole('button', { name: 'Charcoal' }).click();
  await expect(editor.getByRole('button', { name: 'reset' })).toHaveCount(3);
  await save.click();
  await expect(save).toBeDisabled();
  expect((await kept(page, id)).document).toMatchObject({
    description: 'Man in his thirties, tall, short black hair, navy suit',
    sex: 'male',
    age: 35,
    stature: 'short',
    hair: { style: 'short', color: { name: 'red' } },
    wardrobe: [{ kind: 'suit', color: { name: 'charcoal' } }, { kind: 'dress-shoes' }],
  });

  await page.reload();
  await expect(editor.getByLabel('Height')).toHaveValue('short');
  await expect(editor.getByRole('button', { name: 'reset' })).toHaveCount(3);
  for (let n = 3; n > 0; n--) {
    await editor.getByRole('button', { name: 'reset' }).first().click();
    await expect(editor.getByRole('button', { name: 'reset' })).toHaveCount(n - 1);
  }
  await expect(editor.getByLabel('Height')).toHaveValue('tall');
  await save.click();
  await expect(save).toBeDisabled();
  expect(Object.keys((await kept(page, id)).document).toSorted()).toEqual(['description', 'name']);
});

test('clothes are put on and taken off', async ({ page }) => {
  await enter(page);
  const name = unused('Ines');
  const { id } = await keep(page, name, 'Woman with red hair, orange sweater, jeans');
  await page.goto(`/#/cast/people/${id}`);
  const editor = page.getByRole('complementary', { name });
  await editor.getByLabel('One more garment').selectOption('hat');
  await editor.getByRole('button', { name: 'Take off sweater' }).click();
  await editor.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(editor.getByRole('button', { name: 'Save', exact: true })).toBeDisabled();
  const kinds = ((await kept(page, id)).document['wardrobe'] as { kind: string }[]).map((g) => g.kind);
  expect(kinds).toContain('hat');
  expect(kinds).not.toContain('sweater');
});

test('a change elsewhere is shown and nothing is lost', async ({ page }) => {
  await enter(page);
  const name = unused('Idris');
  const { id, revision } = await keep(page, name, 'Tall man, charcoal suit');
  await page.goto(`/#/cast/people/${id}`);
  const editor = page.getByRole('complementary', { name });
  const words = editor.getByLabel(/in words$/);
  await expect(words).toHaveValue('Tall man, charcoal suit');
  await call(page, 'PUT', `/v1/library/cast/${id}`, { document: { name, description: 'Short man' }, revision });
  await words.fill('Tall man, charcoal suit, beard');
  await editor.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(editor.getByText('was changed elsewhere')).toBeVisible();
  await editor.getByRole('button', { name: 'Use theirs' }).click();
  await expect(words).toHaveValue('Short man');
  await words.fill('Short man, grey hair');
  await call(page, 'PUT', `/v1/library/cast/${id}`, { document: { name, description: 'Anybody' }, revision: revision + 1 });
  await editor.getByRole('button', { name: 'Save', exact: true }).click();
  await editor.getByRole('button', { name: 'Keep mine' }).click();
  await expect.poll(async () => (await kept(page, id)).document['description']).toBe('Short man, grey hair');
});

test('somebody is put into a shot, a change there is asked for, and a deletion undone', async ({ page, makeProject }) => {
  const name = unused('Ruth');
  const title = unused('The handover');
  const project = await makeProject({ title, duration: '2s', keyframes: [{ at: '0s', prompt: `Wide shot of ${name}.` }] });
  const { id } = await keep(page, name, 'Old woman, white hair');
  await page.goto(`/#/cast/people/${id}`);
  const editor = page.getByRole('complementary', { name });
  await editor.getByLabel(`Put ${name} into a shot`).selectOption({ label: title });
  await expect(editor.getByRole('link', { name: title })).toBeVisible();
  await expect(page.getByRole('link', { name: new RegExp(`${name} in 1 shot`) })).toBeVisible();
  const shot = async () => (await call<Kept>(page, 'GET', `/v1/projects/${project.id}`)).document['cast'];
  expect(await shot()).toEqual([{ name, description: 'Old woman, white hair' }]);

  await editor.getByLabel(/in words$/).fill('Old woman, white hair, brown jacket');
  await editor.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(editor.getByText('looks as before in a shot')).toBeVisible();
  expect(await shot()).toEqual([{ name, description: 'Old woman, white hair' }]);
  await editor.getByRole('button', { name: 'Change it too' }).click();
  await expect.poll(shot).toEqual([{ name, description: 'Old woman, white hair, brown jacket' }]);

  await editor.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText(`${name} is deleted.`)).toBeVisible();
  await expect(page.getByRole('link', { name: new RegExp(name) })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('link', { name: new RegExp(name) })).toBeVisible();
});

test('people are found by their clothes, and kept anew under another name', async ({ page }) => {
  await enter(page);
  const name = unused('Leo');
  const { id } = await keep(page, name, 'Man in a vermilion-free lavender shirt');
  await page.goto(`/#/cast/people/${id}`);
  await page.getByLabel('Find').fill('lavender shirt');
  await expect(page.getByRole('link', { name: new RegExp(name) })).toBeVisible();
  await page.getByLabel('Find').fill('nobody wears this');
  await expect(page.getByText('Nobody here is like “nobody wears this”.')).toBeVisible();
  await page.getByLabel('Find').fill('');
  await page.getByRole('button', { name: 'Save as a new person' }).click();
  await expect(page.getByRole('link', { name: new RegExp(`${name} 2`) })).toHaveAttribute('aria-current', 'true');
});

test('a set is found by a thing in it and filmed in', async ({ page, accessibilityFaults }) => {
  await enter(page);
  await page.goto('/#/cast/sets');
  await page.getByLabel('Find').fill('stove');
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(['Kitchen']);
  await page.getByRole('button', { name: 'Film here, Kitchen' }).click();
  expect(await accessibilityFaults()).toEqual([]);
  await page.getByRole('button', { name: 'New shot' }).click();
  await expect.poll(() => new URL(page.url()).hash).toMatch(/^#\/edit\//);
  const id = new URL(page.url()).hash.split('/').at(-1) ?? '';
  expect((await call<Kept>(page, 'GET', `/v1/projects/${id}`)).document).toMatchObject({ set: 'kitchen' });
});

test('things are listed with what people do with them', async ({ page, accessibilityFaults }) => {
  await enter(page);
  await page.goto('/#/cast/props');
  await page.getByLabel('Find').fill('drink');
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(['Cup', 'Glass']);
  expect(await accessibilityFaults()).toEqual([]);
});

test('a thing is found by its set, is seen, and is filmed there', async ({ page, accessibilityFaults }) => {
  await enter(page);
  await page.goto('/#/cast/props');
  await page.getByLabel('Find').fill('kitchen stove');
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(['Stove']);
  await expect(page.getByText('In: kitchen.')).toBeVisible();
  const picture = page.getByRole('img', { name: 'Stove, in the set kitchen' });
  await expect.poll(() => picture.evaluate((i: HTMLImageElement) => i.naturalWidth)).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Film it, Stove' }).click();
  await expect(page.getByLabel('Where to film it').getByRole('option')).toHaveText(['Kitchen']);
  expect(await accessibilityFaults()).toEqual([]);
  await page.getByRole('button', { name: 'New shot' }).click();
  await expect.poll(() => new URL(page.url()).hash).toMatch(/^#\/edit\//);
  const id = new URL(page.url()).hash.split('/').at(-1) ?? '';
  const { document } = await call<Kept>(page, 'GET', `/v1/projects/${id}`);
  expect(document).toMatchObject({ title: 'The stove', set: 'kitchen', keyframes: [{ prompt: expect.stringContaining('the stove') as unknown }] });
});

test('what no set has and nobody brings is not on the shelf', async ({ page }) => {
  await enter(page);
  await page.goto('/#/cast/props');
  await expect(page.getByRole('heading', { level: 2, name: 'Door' })).toBeVisible();
  await page.getByLabel('Find').fill('stairs');
  await expect(page.getByText('No thing is like “stairs”.')).toBeVisible();
});

test('the shelves hold nothing against accessibility, in dark, in light and on a phone', async ({ page, accessibilityFaults }, info) => {
  await enter(page);
  await keep(page, unused('Tom'), 'Tall man in a blue puffer jacket, jeans');
  for (const shelf of ['people', 'sets', 'props']) {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`/#/cast/${shelf}`);
    await page.getByRole('heading', { name: 'Cast' }).waitFor();
    for (const scheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      expect(await accessibilityFaults(), `${shelf}, ${scheme}`).toEqual([]);
      await page.screenshot({ path: info.outputPath(`${shelf}-${scheme}.png`) });
    }
    await page.setViewportSize(PHONE);
    expect(await accessibilityFaults(), `${shelf}, phone`).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
    await page.screenshot({ path: info.outputPath(`${shelf}-phone.png`), fullPage: true });
  }
});

/** How much the picture of an element varies: what is blank does not. */
async function spread(page: Page, selector: string): Promise<number> {
  const png = (await page.locator(selector).screenshot()).toString('base64');
  return page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
    const paper = new OffscreenCanvas(48, 40).getContext('2d')!;
    paper.drawImage(await createImageBitmap(new Blob([bytes], { type: 'image/png' })), 0, 0, 48, 40);
    const { data: pixels } = paper.getImageData(0, 0, 48, 40);
    const gray = Array.from({ length: 48 * 40 }, (_, i) => (pixels[4 * i]! + pixels[4 * i + 1]! + pixels[4 * i + 2]!) / 3);
    const mean = gray.reduce((s, v) => s + v, 0) / gray.length;
    return Math.sqrt(gray.reduce((s, v) => s + (v - mean) ** 2, 0) / gray.length);
  }, png);
}

test('somebody stands on the turntable and is turned by arrows and by drag', async ({ page, accessibilityFaults }, info) => {
  test.setTimeout(180_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await enter(page);
  const { id } = await keep(page, unused('Amara'), 'Woman with short black hair, red coat, jeans');
  await page.goto(`/#/cast/people/${id}`);
  const table = page.locator('bb-turntable .turn');
  await expect(table.locator('.tag')).toHaveCount(0, { timeout: 120_000 });
  // With less motion wanted nobody turns by themselves.
  await expect(table).toHaveAttribute('aria-label', /full figure, 20° left$/);
  await expect.poll(() => spread(page, 'bb-turntable .turn'), { timeout: 60_000 }).toBeGreaterThan(10);
  const front = await table.screenshot();
  const turn = page.getByRole('slider', { name: 'Turn' });
  await turn.focus();
  for (let n = 0; n < 4; n++) await page.keyboard.press('ArrowRight');
  await expect(turn).toHaveAttribute('aria-valuetext', 'front');
  const box = (await table.boundingBox())!;
  await page.mouse.move(box.x + 100, box.y + 100);
  await page.mouse.down();
  await page.mouse.move(box.x + 250, box.y + 100, { steps: 3 });
  await page.mouse.up();
  await expect(turn).toHaveAttribute('aria-valuetext', '90° right');
  expect((await table.screenshot()).equals(front)).toBe(false);
  await page.getByRole('button', { name: 'Head', exact: true }).click();
  await expect(table).toHaveAttribute('aria-label', /head and shoulders, 90° right$/);
  expect(await accessibilityFaults('bb-turntable')).toEqual([]);
  await page.screenshot({ path: info.outputPath('turntable.png') });

  // A context that the browser takes away is one still, not a blank table.
  await page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('bb-turntable canvas')!;
    canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')!.loseContext();
  });
  await expect(table.locator('img')).toBeVisible({ timeout: 60_000 });
  await expect(turn).toHaveCount(0);
  await expect.poll(() => spread(page, 'bb-turntable .turn')).toBeGreaterThan(10);
});

test('without WebGL the turntable has a still', async ({ page, accessibilityFaults }, info) => {
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = new Proxy(HTMLCanvasElement.prototype.getContext, {
      apply: (original, self, args: unknown[]) => (String(args[0]).startsWith('webgl') ? null : Reflect.apply(original, self, args)),
    });
  });
  await enter(page);
  const { id } = await keep(page, unused('Amara'), 'Woman with short black hair, red coat, jeans');
  await page.goto(`/#/cast/people/${id}`);
  await page.reload();
  await expect(page.getByRole('img', { name: /^Amara .*, standing$/ })).toBeVisible({ timeout: 30_000 });
  await expect.poll(() => spread(page, '.turn')).toBeGreaterThan(10);
  await expect(page.getByRole('slider', { name: 'Turn' })).toHaveCount(0);
  expect(await accessibilityFaults('bb-cast-page')).toEqual([]);
  await page.screenshot({ path: info.outputPath('turntable-still.png') });
});
