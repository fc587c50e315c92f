// Makes the pictures of docs/STUDIO.md: drives a running service (BEATBOARD_URL) as its owner would.
//   npm run tutorial
import { mkdir } from 'node:fs/promises';
import { chromium } from '@playwright/test';

const base = process.env.BEATBOARD_URL ?? 'http://127.0.0.1:8080';
const out = new URL('../../docs/pictures/studio/', import.meta.url).pathname;
await mkdir(out, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'],
});
const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: 'dark' });
const minutes = (n) => n * 60_000;
page.setDefaultTimeout(minutes(3));

const picture = async (name) => {
  await page.waitForTimeout(1500);
  await page.screenshot({ path: `${out}${name}.png` });
  console.log(`${name}.png`);
};
const staged = async () => {
  await page.locator('.lens[data-kind=live]').waitFor();
  await page.locator('.lens .tag').waitFor({ state: 'detached' });
};

await page.goto(`${base}/`);
await page.getByLabel('Describe the shot, or paste a shot list').fill(
  'Medium shot, Daniel, a man in a navy suit, walks toward camera, office corridor, even pace. He stops, looks at his watch and frowns.',
);
await page.getByText(/No light is named/).waitFor();
await picture('start');

await page.getByRole('button', { name: 'Window light from the left' }).click();
await page.getByRole('button', { name: 'Make the storyboard' }).click();
await page.getByRole('heading', { name: 'Keyframe 1', exact: true }).waitFor();
await staged();
await page.locator('bb-storyboard-strip img[src^="blob:"]').nth(2).waitFor();
await picture('editor');

const cards = page.getByRole('group', { name: 'Storyboard' }).getByRole('button', { name: /^Keyframe / });
await cards.nth(2).click();
await page.getByLabel('What happens at this keyframe').fill('Close-up, cinematic. He looks at his watch with a grimmace and frowns.');
await page.getByText(/Needs your eye/).waitFor();
await staged();
await picture('words');

await page.keyboard.press('Escape');
await page.getByRole('button', { name: 'Overhead' }).click();
await page.getByRole('button', { name: /^Daniel, mark of keyframe/ }).focus();
await picture('overhead');
await page.getByRole('button', { name: 'Lens', exact: true }).click();

const draft = page.getByRole('button', { name: /^Draft/ }).locator('visible=true').first();
await draft.click();
await page.waitForURL(/#\/render\//);
await page.locator('.job[data-kind=done]').first().waitFor({ timeout: minutes(10) });
await picture('render');

await page.goto(`${base}/#/cast`);
await page.waitForTimeout(5000);
await picture('cast');
await browser.close();
