import { OPEN, OPERATOR, asked, kept, leaveCredits, newAccount, operated } from './accounts.ts';
import { expect, test } from './fixtures.ts';
import { BRIEF } from './takes.ts';

test.use({ baseURL: OPEN });
test.skip(OPEN === '' || OPERATOR === '', 'BEATBOARD_OPEN_URL or BEATBOARD_OPERATOR is not set');
test.setTimeout(120_000);

interface Credits {
  readonly available: number;
  readonly held: number;
}

test('too few credits: price, balance and two cheaper ways are said, nothing is charged, and a cheaper way is rendered', async ({ page, accessibilityFaults }, info) => {
  await newAccount(page);
  await operated(page, 'plan', { plan: 'plus', store: 'web' });
  await leaveCredits(page, 20);
  const project = await kept(page, BRIEF);
  await page.goto(`/#/edit/${project}`);
  const final = page.getByRole('button', { name: /^Final 40 credits/ });
  await final.click();
  const dialog = page.getByRole('dialog', { name: 'Final costs 40, you have 20' });
  await expect(dialog).toContainText('Nothing is charged.');
  const ways = dialog.getByRole('button', { name: /^Render in/ });
  await expect(ways).toHaveCount(2);
  expect(await accessibilityFaults('dialog.dear')).toEqual([]);
  await page.screenshot({ path: info.outputPath('dear.png') });
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toHaveCount(0);
  expect(await asked<Credits>(page, 'GET', '/v1/credits')).toMatchObject({ available: 20, held: 0 });

  // The same on the page where renders are ordered.
  await page.goto(`/#/render/${project}`);
  await page.getByRole('button', { name: 'Final', exact: true }).click();
  await page.getByRole('combobox', { name: /^Size/ }).selectOption('1080p');
  await expect(page.getByText('Final costs 40, you have 20.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Render final/ })).toBeDisabled();
  const cheaper = page.locator('.cheaper');
  await expect(cheaper.getByRole('button')).toHaveText(['720p instead, 10 credits', '540p instead, 5 credits']);
  expect(await accessibilityFaults()).toEqual([]);
  await page.screenshot({ path: info.outputPath('dear-render.png') });
  await cheaper.getByRole('button', { name: / instead, / }).last().click();
  await expect(page.getByRole('button', { name: /^Render (draft|final), \d+ credits?$/ })).toBeEnabled();

  // From the editor, what is pressed is ordered.
  await page.goto(`/#/edit/${project}`);
  await final.click();
  await ways.last().click();
  await expect(page).toHaveURL(new RegExp(`#/render/${project}/[0-9a-f-]+$`), { timeout: 30_000 });
  const id = page.url().split('/').at(-1) ?? '';
  const made = await asked<{ credits: { price: number } }>(page, 'GET', `/v1/generations/${id}`);
  expect(made.credits.price).toBeLessThanOrEqual(20);
  await asked(page, 'POST', `/v1/generations/${id}/cancel`);
});

test('with nothing left the way on is told, and what a plan does not hold stands at the button', async ({ page, accessibilityFaults }, info) => {
  await newAccount(page);
  await leaveCredits(page, 0);
  const project = await kept(page, BRIEF);
  await page.goto(`/#/edit/${project}`);
  await page.getByRole('button', { name: /^Draft 5 credits/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Draft costs 5, you have 0' });
  await expect(dialog).toContainText(/The next credits come on \w+ \d+\./);
  await expect(dialog.getByRole('link', { name: 'Account' })).toBeVisible();
  await page.screenshot({ path: info.outputPath('none-left.png') });
  await page.keyboard.press('Escape');
  const final = page.getByRole('button', { name: /^Final/ });
  await expect(final).toHaveAttribute('title', /^The Free plan renders .* not 1080p/);
  await final.press('Enter');
  await expect(page.locator('.toast')).toContainText('not 1080p');
  expect(await accessibilityFaults('header')).toEqual([]);
});
