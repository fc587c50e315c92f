import { OPEN, PASSWORD, asked, kept, newAccount } from './accounts.ts';
import { TWO, expect, test } from './fixtures.ts';

test.use({ baseURL: OPEN });
test.skip(OPEN === '', 'BEATBOARD_OPEN_URL names no service with accounts');
test.setTimeout(120_000);

const PHONE = { width: 390, height: 844 };
const WORDS = 'Medium shot. He stops and bows.';

for (const [name, size] of [['a laptop', { width: 1440, height: 900 }], ['a phone', PHONE]] as const) {
  test(`a session that ends while editing, on ${name}: editing goes on, and signing in leads back to the same frame`, async ({ page, context, playwright, accessibilityFaults }, info) => {
    await page.setViewportSize(size);
    const email = await newAccount(page);
    const project = await kept(page, TWO);
    await page.goto(`/#/edit/${project}`);
    await page.getByRole('group', { name: 'Storyboard' }).getByRole('button', { name: /^Keyframe 2/ }).click();
    for (let n = 0; n < 3; n++) await page.keyboard.press('ArrowRight');
    await expect(page.locator('.fr')).toHaveText('frame 63 of 144');

    // Ended elsewhere: the browser still has its cookie.
    const cookies = (await context.cookies()).map((c) => `${c.name}=${c.value}`).join('; ');
    const elsewhere = await playwright.request.newContext({ baseURL: OPEN, extraHTTPHeaders: { Cookie: cookies, Origin: OPEN } });
    expect((await elsewhere.post('/v1/sign-out')).ok()).toBe(true);
    await elsewhere.dispose();

    const words = page.getByLabel('What happens at this keyframe');
    await words.fill(WORDS);
    const orders = page.locator(size === PHONE ? '.dock' : '.orders');
    const signIn = orders.getByRole('link', { name: 'Sign in' });
    await expect(signIn).toBeVisible();
    await expect(page.getByText(/^Signed out, \d edits? kept here$/)).toBeAttached();
    await expect(orders.getByRole('button', { name: /^Draft/ })).toHaveAttribute('title', 'Sign in to render. Your edits are kept here.');
    await words.press('Escape');
    await page.keyboard.press('Control+z');
    await expect(words).toHaveValue('Medium shot. He stops and waves.');
    await page.keyboard.press('Control+Shift+z');
    await expect(words).toHaveValue(WORDS);
    await expect(page.locator('.fr')).toHaveText('frame 63 of 144');
    expect(await accessibilityFaults('header')).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await page.screenshot({ path: info.outputPath('signed-out.png') });

    await signIn.click();
    await expect(page.getByText('You go back to where you were. Edits are kept in this browser.')).toBeVisible();
    await page.getByLabel('E-mail address').fill(email);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Keyframe 2', exact: true })).toBeVisible();
    await expect(page.locator('.fr')).toHaveText('frame 63 of 144');
    await expect(words).toHaveValue(WORDS);
    await expect(page.getByText('Saved', { exact: true })).toBeAttached();
    await expect(signIn).toHaveCount(0);
    await expect.poll(async () => (await asked<{ document: typeof TWO }>(page, 'GET', `/v1/projects/${project}`)).document.keyframes[1]?.prompt).toBe(WORDS);
  });
}
