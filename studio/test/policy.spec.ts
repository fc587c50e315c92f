import { gzipSync } from 'node:zlib';
import { TWO, enter, expect, test } from './fixtures.ts';

/** What may be loaded before the 3D view, compressed. */
const SCRIPT_BYTES = 500_000;

test('the page is served under a strict policy, breaks none of it, and asks nobody else', async ({ page, makeProject, baseURL }) => {
  const policy = (await page.request.get('/')).headers()['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe-inline');
  expect(policy).not.toContain("'unsafe-eval'");
  const breaches: string[] = [];
  const foreign: string[] = [];
  const origin = new URL(baseURL ?? '').origin;
  page.on('console', (m) => {
    if (/content security policy|refused to/i.test(m.text())) breaches.push(m.text());
  });
  page.on('request', (r) => {
    if (!/^(data|blob):/.test(r.url()) && new URL(r.url()).origin !== origin) foreign.push(r.url());
  });
  const project = await makeProject(TWO);
  for (const where of ['/#/', `/#/edit/${project.id}`, `/#/edit/${project.id}/overhead`, '/#/render', '/#/cast', '/#/cast/sets', '/#/account']) {
    await page.goto(where);
    await page.waitForTimeout(1500);
  }
  expect(breaches).toEqual([]);
  expect(foreign).toEqual([]);
});

test('the editor needs less than half a megabyte of script before the 3D view', async ({ page, makeProject }) => {
  const project = await makeProject(TWO);
  const scripts = new Map<string, number>();
  page.on('response', (r) => {
    const path = new URL(r.url()).pathname;
    if (path.endsWith('.js')) void r.body().then((b) => scripts.set(path, gzipSync(b).length), () => undefined);
  });
  await page.goto('about:blank');
  await page.goto(`/#/edit/${project.id}`);
  await expect(page.getByRole('heading', { name: 'Keyframe 1', exact: true })).toBeVisible();
  await page.waitForTimeout(2000);
  const before3d = [...scripts].filter(([path]) => !/rehearsal|three|preview/.test(path));
  expect(before3d.length).toBeGreaterThan(0);
  expect(before3d.reduce((sum, [, bytes]) => sum + bytes, 0)).toBeLessThan(SCRIPT_BYTES);
});

test('an address that names nothing says so', async ({ page }) => {
  await enter(page);
  await page.goto('/#/nowhere/at/all');
  await expect(page.getByRole('heading', { name: 'Nothing is at this address' })).toBeVisible();
  await page.goto('/#/edit/01a22383-0809-7b62-9869-cdc528579ec4');
  await expect(page.getByRole('heading', { name: 'The shot cannot be opened' })).toBeVisible();
});
