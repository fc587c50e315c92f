import type { Page } from '@playwright/test';
import { TWO, enter, expect, test } from './fixtures.ts';

const SENTENCE =
  'Medium shot, man in a navy suit walks toward camera, office corridor, even pace. He stops, looks at his watch and frowns.';

const box = (page: Page) => page.getByLabel('Describe the shot, or paste a shot list');
const words = (page: Page) => page.getByLabel('What happens at this keyframe');

async function pasted(page: Page, text: string): Promise<void> {
  await box(page).evaluate((area, data) => {
    const d = new DataTransfer();
    d.setData('text/plain', data);
    area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: d, bubbles: true, cancelable: true }));
  }, text);
}

test('a sentence becomes a storyboard within a moment', async ({ page }, info) => {
  await enter(page);
  await box(page).fill(SENTENCE);
  await expect(page.getByText('No light is named. We would use overhead fluorescent.')).toBeVisible();
  await expect(page.locator('.four .no')).toHaveText(/Light/);
  await expect(page.getByText('4 keyframes')).toBeVisible();
  await page.getByRole('button', { name: 'Window light from the left' }).click();
  await expect(box(page)).toHaveValue(SENTENCE.replace('even pace.', 'even pace, window light from the left.'));
  await expect(page.locator('.four .no')).toHaveCount(0);
  const started = Date.now();
  await page.getByRole('button', { name: 'Make the storyboard' }).click();
  await expect(page.getByRole('heading', { name: 'Keyframe 1', exact: true })).toBeVisible();
  const took = Date.now() - started;
  info.annotations.push({ type: 'sentence to storyboard', description: `${took} ms` });
  console.log(`sentence to storyboard: ${took} ms`);
  await expect(words(page)).toHaveValue(/window light from the left\.$/);
  await expect(page.getByRole('group', { name: 'Storyboard' }).getByRole('button', { name: /^Keyframe / })).toHaveCount(4);
});

test('a pasted list keeps its times', async ({ page }) => {
  await enter(page);
  await box(page).fill('0:00 wide shot, a man enters the office\n3.5s: he stops\n0:06 - close-up, he smiles');
  await expect(page.getByText('3 keyframes')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(words(page)).toHaveValue('wide shot, a man enters the office');
  await page.getByRole('button', { name: /Keyframe 2/ }).first().click();
  await expect(page.getByText('00:03:12').first()).toBeVisible();
});

test('words are kept while another page is looked at', async ({ page }) => {
  await enter(page);
  await box(page).fill('A man waves');
  await page.getByRole('link', { name: 'Cast', exact: true }).click();
  await expect(box(page)).toHaveCount(0);
  await page.getByRole('link', { name: 'Shots', exact: true }).click();
  await expect(box(page)).toHaveValue('A man waves');
});

test('nothing written makes nothing', async ({ page }) => {
  await enter(page);
  await page.getByRole('button', { name: 'Make the storyboard' }).click();
  await expect(page.getByText('Write one sentence first.')).toBeVisible();
  await expect(box(page)).toBeFocused();
});

test('ten megabytes are refused before they enter, and can become a list', async ({ page }) => {
  await enter(page);
  await box(page).fill('My words');
  await pasted(page, 'He walks, stops and waves. '.repeat(390_000));
  await expect(page.getByText('10.5 MB of text were pasted')).toBeVisible();
  await expect(box(page)).toHaveValue('My words');
  await page.getByRole('button', { name: 'Import it as a shot list' }).click();
  await expect(page.getByRole('heading', { name: 'Keyframe 1', exact: true })).toBeVisible();
  await expect(page.locator('.toast')).toContainText('longer than a clip can hold');
});

test('shot files and lists are opened, and what is none is told by name', async ({ page }) => {
  await enter(page);
  const file = page.locator('#shot-file');
  const choose = (name: string, mimeType: string, content: string | Buffer) =>
    file.setInputFiles({ name, mimeType, buffer: Buffer.isBuffer(content) ? content : Buffer.from(content) });
  const told = page.getByRole('alert');

  await choose('kitchen.yaml', 'application/yaml', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]));
  await expect(told).toContainText('kitchen.yaml is a picture. It begins like a PNG picture.');
  await choose('page.json', 'application/json', '<!doctype html><title>x');
  await expect(told).toContainText('page.json is not a shot. It begins with “<!doctype ht”');
  await choose('corridor.json', 'application/json', JSON.stringify({ ...TWO, version: 4 }));
  await expect(told).toContainText('Written by a newer Beatboard. corridor.json has shot format 4. This server reads up to 1. Nothing was changed.');
  await choose('corridor.yaml', 'application/yaml', 'version: 4\nduration: 5s\nkeyframes:\n  - {at: 0s, prompt: a}\n');
  await expect(told).toContainText('corridor.yaml has shot format 4.');
  await choose('bad.json', 'application/json', JSON.stringify({ duration: '90s', keyframes: [] }));
  await expect(told).toContainText('bad.json is not a shot.');
  await expect(told).toContainText('at most 20 s');
  await choose('cut.json', 'application/json', '{"duration": ');
  await expect(told).toContainText('cut.json is not JSON.');
  await choose('empty.csv', 'text/csv', '');
  await expect(told).toContainText('empty.csv is empty.');
  await choose('huge.csv', 'text/csv', 'x'.repeat(1_200_000));
  await expect(told).toContainText('huge.csv is too large. It has 1.2 MB');
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(told).toHaveCount(0);

  await choose('list.csv', 'text/csv', 'seconds,prompt\n0,"Wide shot, a man waits"\n3,He waves\n');
  await expect(words(page)).toHaveValue('Wide shot, a man waits');
  await page.goto('/#/');
  await choose('desk.yaml', 'application/yaml', 'duration: 4s\nkeyframes:\n  - at: 0s\n    prompt: "Wide shot, a woman reads."\n');
  await expect(words(page)).toHaveValue('Wide shot, a woman reads.');
  await expect(page.getByRole('heading', { name: 'desk', exact: true })).toBeVisible();
  await page.goto('/#/');
  await choose('two.json', 'application/json', JSON.stringify({ ...TWO, title: 'Out of a file' }));
  await expect(page.getByRole('heading', { name: 'Out of a file' })).toBeVisible();
});

test('a file that is dropped on the page is opened', async ({ page }) => {
  await enter(page);
  const data = await page.evaluateHandle((text) => {
    const d = new DataTransfer();
    d.items.add(new File([text], 'list.txt', { type: 'text/plain' }));
    return d;
  }, '1. Wide shot, a man waits in an office\n2. He waves');
  await page.dispatchEvent('bb-start-page', 'dragover', { dataTransfer: data });
  await expect(page.getByText('Drop a shot file or a shot list')).toBeVisible();
  await page.dispatchEvent('bb-start-page', 'drop', { dataTransfer: data });
  await expect(words(page)).toHaveValue('Wide shot, a man waits in an office');
});

test('a picture that is dropped, and one that is none, are told by their first bytes, and nothing changes', async ({ page, accessibilityFaults }, info) => {
  await enter(page);
  await box(page).fill('My words');
  const projects = async () => ((await (await page.request.get('/v1/projects')).json()) as { items: readonly unknown[] }).items.length;
  const before = await projects();
  const drop = async (name: string, bytes: number[]) => {
    const data = await page.evaluateHandle(
      ([n, b]) => {
        const d = new DataTransfer();
        d.items.add(new File([new Uint8Array(b)], n, { type: 'image/png' }));
        return d;
      },
      [name, bytes] as const,
    );
    await page.dispatchEvent('bb-start-page', 'drop', { dataTransfer: data });
  };
  const told = page.getByRole('alert');
  await drop('kitchen.jpg', [0xff, 0xd8, 0xff, 0xe0, 0, 0x10]);
  await expect(told).toContainText('kitchen.jpg is a picture. It begins like a JPEG picture. A shot file, a CSV shot list or a text belongs here. Nothing was changed.');
  await drop('kitchen.png', [...Buffer.from('<html><body>Not found</body></html>')]);
  await expect(told).toContainText('kitchen.png is not a picture. It begins with “<html><body>”, so it may be a saved web page.');
  await expect(told).toContainText('Nothing was changed.');
  await drop('kitchen.png', [0, 1, 2, 0xfe, 0xff, 9]);
  await expect(told).toContainText('kitchen.png is not a picture. It begins with 00 01 02 fe.');
  await drop('kitchen.png', []);
  await expect(told).toContainText('kitchen.png is empty.');
  await expect(box(page)).toHaveValue('My words');
  expect(await projects()).toBe(before);
  expect(await accessibilityFaults('.ask')).toEqual([]);
  await page.screenshot({ path: info.outputPath('no-picture.png') });
  await expect(page.getByRole('button', { name: 'Choose another file' })).toBeVisible();
});

test('own shots are listed, deleted and brought back', async ({ page, makeProject }) => {
  const title = `Delete me ${Date.now() % 100000}`;
  const { id } = await makeProject({ ...TWO, title });
  await page.goto('/#/account');
  await page.goto('/#/');
  const link = page.getByRole('link', { name: title });
  await expect(link).toBeVisible();
  await page.getByRole('button', { name: `Delete ${title}` }).click();
  await expect(link).toHaveCount(0);
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(link).toBeVisible();
  await page.getByRole('button', { name: `Delete ${title}` }).click();
  const gone = page.waitForRequest((r) => r.method() === 'DELETE');
  await page.getByRole('link', { name: 'Cast', exact: true }).click();
  expect((await gone).url()).toContain(id);
});

test('an example opens as a shot of one’s own', async ({ page }) => {
  await enter(page);
  const first = page.locator('bb-example-list .card').first();
  await expect(first).toBeVisible();
  const title = (await first.locator('b').textContent()) ?? '';
  await first.click();
  await expect(page.getByRole('heading', { name: title, exact: true })).toBeVisible();
});

for (const scheme of ['dark', 'light'] as const) {
  for (const [name, width, height] of [['laptop', 1440, 900], ['phone', 390, 844]] as const) {
    test(`axe finds nothing on the start page, ${scheme}, ${name}`, async ({ page, accessibilityFaults }) => {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: scheme });
      await enter(page);
      await box(page).fill(SENTENCE);
      await expect(page.getByText('No light is named.')).toBeVisible();
      await pasted(page, 'x'.repeat(70_000));
      await expect(page.getByRole('alert')).toBeVisible();
      expect(await accessibilityFaults()).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    });
  }
}
