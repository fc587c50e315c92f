import type { Page } from '@playwright/test';
import { OPEN, newAccount } from './accounts.ts';
import { TWO, expect, test } from './fixtures.ts';

// Text at 200 %, as the browser's own setting makes it: every length in rem follows, also those of media queries.

test.setTimeout(180_000);

const SIZES = [
  [1440, 900],
  [390, 844],
] as const;

async function enlarge(page: Page): Promise<void> {
  const settings = await page.context().newCDPSession(page);
  await settings.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
}

/** What hinders at this size: the page scrolls sideways, or a control is cut off, spills over its box, or is covered. */
async function hindrances(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    // The corners of a turned arrow reach a little over its box.
    const SLACK = 8;
    const faults: string[] = [];
    if (getComputedStyle(document.documentElement).fontSize !== '32px') faults.push('The text is not large.');
    const wide = document.documentElement.scrollWidth - innerWidth;
    if (wide > 0) {
      const far = [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.strip, svg, .scroll, .sr'));
      faults.push(`The page is ${wide} px too wide: ${far.slice(-6).map((e) => `${e.tagName.toLowerCase()}.${e.className}`).join(', ')}.`);
    }
    const controls = [...document.querySelectorAll<HTMLElement>('button, a[href], input, select, textarea, summary')];
    for (const c of controls) {
      if (!c.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) || c.closest('.sr, .skip, [inert]') || c.matches('.skip')) continue;
      c.scrollIntoView({ block: 'center', inline: 'center' });
      const box = c.getBoundingClientRect();
      if (box.width < 2 || box.height < 2) continue;
      const name = `${c.tagName.toLowerCase()} “${(c.getAttribute('aria-label') ?? c.innerText ?? '').trim().slice(0, 40)}” .${c.className}`;
      if (box.left < -1 || box.right > innerWidth + 1) faults.push(`${name} is cut off: ${Math.round(box.left)} to ${Math.round(box.right)} of ${innerWidth}.`);
      const hit = document.elementFromPoint(box.left + box.width / 2, Math.min(box.top + box.height / 2, innerHeight - 1));
      const own = hit && (c.contains(hit) || hit.contains(c) || (hit.closest('label') as HTMLLabelElement | null)?.control === c);
      if (!own) faults.push(`${name} is covered by ${hit ? `${hit.tagName.toLowerCase()}.${hit.getAttribute('class') ?? ''}` : 'nothing'}.`);
      if (c.matches('button, a, summary') && c.scrollWidth > c.clientWidth + SLACK && c.clientWidth > 0 && !c.querySelector('.sr') && getComputedStyle(c).textOverflow !== 'ellipsis') {
        faults.push(`${name} holds more than its width: ${c.scrollWidth} in ${c.clientWidth}.`);
      }
    }
    scrollTo(0, 0);
    return faults;
  });
}

for (const [width, height] of SIZES) {
  test(`text at 200 % hinders nobody, ${width} wide`, async ({ page, makeProject }, info) => {
    await page.setViewportSize({ width, height });
    const project = await makeProject(TWO);
    await page.request.post('/v1/library/cast', {
      data: { name: 'Tom', document: { name: 'Tom', description: 'Tall man in a blue puffer jacket' } },
      headers: { Origin: new URL(page.url()).origin },
    });
    await enlarge(page);
    await page.goto('about:blank');
    for (const [where, there] of [
      ['/#/', 'Examples'],
      [`/#/edit/${project.id}`, 'As staged'],
      [`/#/edit/${project.id}/overhead`, 'As staged'],
      [`/#/render/${project.id}`, 'Queue'],
      ['/#/cast', 'Cast'],
      ['/#/cast/sets', 'Kitchen'],
      ['/#/account', 'Account'],
    ] as const) {
      await page.goto(where);
      await page.getByRole('heading', { name: there, exact: true }).first().waitFor({ timeout: 60_000 });
      if (where.includes('/render/')) await page.getByRole('button', { name: /^Render draft, / }).waitFor({ timeout: 60_000 });
      expect.soft(await hindrances(page), where).toEqual([]);
      await page.screenshot({ path: info.outputPath(`${where.replaceAll(/\W+/g, '-').replace(project.id, '')}${width}.png`) });
    }
  });
}

test.describe('with accounts', () => {
  test.use({ baseURL: OPEN });
  test.skip(OPEN === '', 'BEATBOARD_OPEN_URL names no service with accounts');

  for (const [width, height] of SIZES) {
    test(`signing in and the account hinder nobody at 200 %, ${width} wide`, async ({ page }, info) => {
      await page.setViewportSize({ width, height });
      await enlarge(page);
      await page.goto('/#/sign-in');
      await page.getByRole('button', { name: 'Make one' }).waitFor();
      expect.soft(await hindrances(page), 'sign in').toEqual([]);
      await page.screenshot({ path: info.outputPath('sign-in.png') });
      await page.getByRole('button', { name: 'Make one' }).click();
      expect.soft(await hindrances(page), 'sign up').toEqual([]);
      await newAccount(page);
      await page.goto('/#/account');
      await page.reload();
      await page.getByRole('heading', { name: 'Account', level: 1, exact: true }).waitFor();
      await page.getByRole('heading', { name: 'Ledger' }).waitFor();
      expect.soft(await hindrances(page), 'account').toEqual([]);
      await page.screenshot({ path: info.outputPath('account.png') });
    });
  }
});
