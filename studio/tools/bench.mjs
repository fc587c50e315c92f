// Measures how quick the page is, against a running service (BEATBOARD_URL), and prints a table.
//   npm run bench
import { chromium } from '@playwright/test';

const base = process.env.BEATBOARD_URL ?? 'http://127.0.0.1:8080';
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'],
});
const rows = [];
const row = (what, figure, target) => {
  rows.push([what, figure, target]);
  console.log(`${what.padEnd(58)} ${figure.padStart(24)}   ${target}`);
};
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const ms = (list) => `${Math.round(median(list))} ms, most ${Math.round(Math.max(...list))} ms`;

/** A page that has nothing in its cache; signs the owner in. */
const fresh = async () => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme: 'dark' });
  const page = await context.newPage();
  page.setDefaultTimeout(180_000);
  return page;
};
const post = (page, path, data, method = 'POST') =>
  page.evaluate(
    async ([p, d, m]) => {
      const r = await fetch(p, { method: m, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(d) });
      if (!r.ok) throw new Error(await r.text());
      return r.json();
    },
    [path, data, method],
  );

// 1. From nothing to a prompt box that takes words.
const arrivals = [];
for (let i = 0; i < 6; i++) {
  const page = await fresh();
  const began = Date.now();
  await page.goto(`${base}/`);
  await page.getByLabel('Describe the shot, or paste a shot list').fill('A');
  if (i > 0) arrivals.push(Date.now() - began);
  await page.context().close();
}
row('start page interactive, nothing cached', ms(arrivals), '1500 ms');

const page = await fresh();
await page.goto(`${base}/`);
await page.getByLabel('Describe the shot, or paste a shot list').waitFor();
const examples = await page.evaluate(async () => (await (await fetch('/v1/examples')).json()).items);
const project = async (id) => {
  const { shot, title } = examples.find((e) => e.id === id);
  return (await post(page, '/v1/projects', { title: `Bench: ${title}`, document: shot })).id;
};

// 2. The editor, with sixteen keyframes.
const sixteen = await project('sixteen');
const openings = [];
for (let i = 0; i < 4; i++) {
  await page.goto('about:blank');
  const began = Date.now();
  await page.goto(`${base}/#/edit/${sixteen}`);
  await page.getByLabel('What happens at this keyframe').waitFor();
  await page.locator('svg.lanes .k').nth(15).waitFor();
  openings.push(Date.now() - began);
}
row('editor of `sixteen` interactive', ms(openings), '1500 ms');
// The first picture is drawn, and one of each keyframe: without a graphics card that takes seconds, in which nothing else is drawn.
await page.locator('bb-storyboard-strip img[src^="blob:"]').nth(15).waitFor();

// 3. From the last keystroke to the mark of a word that is not known; 150 ms of it are the pause.
const marks = [];
const words = page.getByLabel('What happens at this keyframe');
for (let i = 0; i < 8; i++) {
  await words.focus();
  await page.keyboard.press('Control+End');
  marks.push(
    await page.evaluate(async (word) => {
      const area = document.activeElement;
      area.value = `${area.value} ${word}`;
      const began = performance.now();
      area.dispatchEvent(new InputEvent('input', { bubbles: true }));
      while (![...document.querySelectorAll('.mirror .bad')].some((b) => b.textContent.includes(word))) await new Promise(requestAnimationFrame);
      return performance.now() - began;
    }, `zorb${'abcdefgh'[i]}ing`),
  );
}
row('last keystroke to mark, 150 ms of pause included', ms(marks), '150 ms after the pause');

// What the last words changed is staged and drawn first.
await page.waitForTimeout(8000);

// 4. Scrubbing sixteen keyframes: script of a move, and frames that the browser makes meanwhile.
const scrubbing = async () => {
  const svg = document.querySelector('svg.lanes');
  const box = svg.getBoundingClientRect();
  const event = (kind, x) =>
    new PointerEvent(kind, { bubbles: true, cancelable: true, pointerId: 1, clientX: x, clientY: box.bottom - 20, pointerType: 'mouse' });
  svg.setPointerCapture = () => undefined;
  svg.dispatchEvent(event('pointerdown', box.left + 120));
  const script = [];
  let frames = 0;
  const began = performance.now();
  while (performance.now() - began < 3000) {
    const before = performance.now();
    svg.dispatchEvent(event('pointermove', box.left + 120 + ((frames * 7) % (box.width - 160))));
    script.push(performance.now() - before);
    frames++;
    await new Promise(requestAnimationFrame);
  }
  svg.dispatchEvent(event('pointerup', box.left + 120));
  script.sort((a, b) => a - b);
  return { rate: frames / 3, script: script[Math.floor(script.length / 2)], late: script[Math.floor(script.length * 0.95)] };
};
const scrub = await page.evaluate(scrubbing);
row('scrubbing `sixteen`, script of a move', `${scrub.script.toFixed(2)} ms, 95 % ${scrub.late.toFixed(2)} ms`, 'within a frame of 16 ms');
row('scrubbing `sixteen`, frames/s with the preview drawn in software', scrub.rate.toFixed(1), 'reported: there is no graphics card');

// 5. The preview after an edit of `eight`.
const eight = await project('eight');
await page.goto('about:blank');
// What the other page had in the works is drawn to its end, in software.
await page.waitForTimeout(8000);
const began = Date.now();
await page.goto(`${base}/#/edit/${eight}`);
await page.locator('.lens[data-kind=live]').waitFor();
row('first picture of `eight`', `${((Date.now() - began) / 1000).toFixed(1)} s`, '');
await page.waitForTimeout(8000);
const updates = [];
const cards = page.getByRole('group', { name: 'Storyboard' }).getByRole('button', { name: /^Keyframe / });
for (let i = 0; i < 6; i++) {
  await cards.nth(4).click();
  const answered = page.waitForResponse((r) => r.url().includes('/v1/preview-parts/') && r.request().method() === 'GET');
  await words.focus();
  await page.keyboard.press('Control+End');
  const last = Date.now();
  await page.keyboard.type(i % 2 ? ' They nod.' : ' They wave.', { delay: 0 });
  await answered;
  await page.locator('.lens .tag').waitFor({ state: 'detached' });
  updates.push(Date.now() - last);
  await page.waitForTimeout(2500);
}
row('edit of `eight` to its preview, typing and pause included', ms(updates), '1000 ms');

// 6. Without WebGL the page shows stills; what is left is the timeline's own rate.
const plain = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-3d-apis'] });
const stills = await plain.newPage({ viewport: { width: 1440, height: 900 } });
await stills.goto(`${base}/`);
await stills.getByLabel('Describe the shot, or paste a shot list').waitFor();
await stills.goto(`${base}/#/edit/${sixteen}`);
await stills.locator('svg.lanes').waitFor();
await stills.waitForTimeout(4000);
row('scrubbing `sixteen`, frames/s of the timeline without WebGL', (await stills.evaluate(scrubbing)).rate.toFixed(1), '60');
await plain.close();

await browser.close();
if (process.argv[2]) await import('node:fs/promises').then((fs) => fs.writeFile(process.argv[2], JSON.stringify(rows, null, 2)));
