import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { OPEN, OPERATOR, PASSWORD, asked } from './accounts.ts';
import { expect, test } from './fixtures.ts';

const PHONE = { width: 390, height: 844 };

test.use({ baseURL: OPEN });
test.skip(OPEN === '', 'BEATBOARD_OPEN_URL names no service with accounts');

let count = 0;

function someone(): { name: string; organization: string; email: string } {
  const n = `${Date.now().toString(36)}${count++}`;
  return { name: 'Anna Berg', organization: `Studio ${n}`, email: `anna-${n}@north.example` };
}

/** Makes an account with a password, by the page. */
async function signUp(page: Page, who = someone()): Promise<typeof who> {
  await page.goto('/#/sign-in');
  await page.getByRole('button', { name: 'Make one' }).click();
  await page.getByLabel('Your name').fill(who.name);
  await page.getByLabel('Account', { exact: true }).fill(who.organization);
  await page.getByLabel('E-mail address').fill(who.email);
  await page.getByLabel(/^Password/).fill(PASSWORD);
  await page.getByRole('button', { name: 'With the password' }).click();
  await page.getByRole('navigation', { name: 'Main' }).waitFor();
  return who;
}

async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

async function virtualAuthenticator(page: Page): Promise<void> {
  const devices = await page.context().newCDPSession(page);
  await devices.send('WebAuthn.enable');
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

test('a passkey makes an account and signs in to it again', async ({ page, accessibilityFaults }) => {
  await virtualAuthenticator(page);
  const who = someone();
  await page.goto('/#/account');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  expect(await accessibilityFaults()).toEqual([]);
  await page.getByRole('button', { name: 'Make one' }).click();
  expect(await accessibilityFaults()).toEqual([]);
  await page.getByLabel('Your name').fill(who.name);
  await page.getByLabel('Account', { exact: true }).fill(who.organization);
  await page.getByLabel('E-mail address').fill(who.email);
  await page.getByRole('button', { name: 'With a passkey' }).click();

  // One is where one wanted to go.
  await expect(page.getByRole('heading', { name: 'Account', level: 1, exact: true })).toBeVisible();
  const ways = page.getByRole('region', { name: 'Sign-in' });
  await expect(ways.getByText(/^Passkey, /)).toHaveCount(1);
  await ways.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(page.getByRole('heading', { name: 'Account', level: 1, exact: true })).toBeVisible();
  await expect(page.getByText(`${who.name}, you`)).toBeVisible();

  // The only way in is not taken away.
  await ways.getByText(/^Passkey, /).click();
  await ways.getByRole('button', { name: 'Remove' }).click();
  await expect(ways.getByRole('alert')).toBeVisible();
});

test('a second passkey is added with a name, and a password changed', async ({ page }) => {
  await virtualAuthenticator(page);
  const who = await signUp(page);
  await page.goto('/#/account');
  const ways = page.getByRole('region', { name: 'Sign-in' });
  await ways.getByRole('button', { name: 'Add passkey' }).click();
  await ways.getByLabel('What to call it').fill('Edit suite');
  await ways.getByRole('button', { name: 'Make passkey' }).click();
  await expect(ways.getByText('Passkey, Edit suite')).toBeVisible();

  await ways.getByRole('button', { name: 'Change password' }).click();
  await ways.getByLabel('Password until now').fill('not the one at all');
  await ways.getByLabel('New password').fill('a better password');
  await ways.getByRole('button', { name: 'Change password' }).last().click();
  await expect(ways.getByRole('alert')).toBeVisible();
  await ways.getByLabel('Password until now').fill(PASSWORD);
  await ways.getByRole('button', { name: 'Change password' }).last().click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await signIn(page, who.email);
  await expect(page.getByRole('alert')).toBeVisible();
  await signIn(page, who.email, 'a better password');
  await expect(page.getByRole('heading', { name: 'Account', level: 1, exact: true })).toBeVisible();
});

test('after signing in one is back where one was', async ({ page }) => {
  const who = await signUp(page);
  await asked(page, 'POST', '/v1/sign-out');
  await page.goto('/#/sign-in?back=%2Fcast%2Fsets');
  await page.reload();
  await signIn(page, who.email);
  await expect(page.getByRole('heading', { name: 'Kitchen' })).toBeVisible();
  expect(new URL(page.url()).hash).toBe('#/cast/sets');

  // Another site is no place to go back to.
  await asked(page, 'POST', '/v1/sign-out');
  await page.goto('/#/sign-in?back=https%3A%2F%2Felsewhere.example');
  await page.reload();
  await signIn(page, who.email);
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  expect(new URL(page.url()).hash).toBe('#/');
});

test('the ledger joins a hold with its settlement', async ({ page, accessibilityFaults }, info) => {
  await signUp(page);
  const made = await asked<{ id: string }>(page, 'POST', '/v1/generations', {
    type: 'image',
    output_format: 'jpeg',
    size: '160x90',
    direction: { title: 'A, "small" one', duration: '1s', keyframes: [{ at: '0s', prompt: 'Wide shot of an empty studio.' }] },
  });
  await expect
    .poll(async () => (await asked<{ state: string }>(page, 'GET', `/v1/generations/${made.id}`)).state, { timeout: 50_000 })
    .toBe('completed');
  await page.goto('/#/account');
  const row = page.getByRole('region', { name: 'Ledger' }).getByRole('row', { name: /A, "small" one, picture/ });
  await expect(row).toBeVisible();
  expect(await row.getByRole('cell').allTextContents()).toEqual([expect.stringMatching(/^\d+ \w+, \d\d:\d\d$/), 'A, "small" one, picture', '1', '1', '', '249']);
  await expect(page.getByRole('row', { name: /Grant of 250/ })).toBeVisible();
  await expect(page.getByText('Free', { exact: true }).first()).toBeVisible();

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  const lines = readFileSync(await (await download).path(), 'utf8').split('\r\n');
  expect(lines[0]).toBe('When,What,Held,Charged,Returned,Added,Balance,Generation');
  expect(lines[1]).toContain(`"A, ""small"" one, picture",1,1,,,249,${made.id}`);

  await page.getByRole('button', { name: 'compare' }).click();
  await expect(page.getByRole('region', { name: 'Plans' }).getByRole('row', { name: /Plus/ })).toContainText('$29.99');
  for (const scheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    expect(await accessibilityFaults(), scheme).toEqual([]);
    await page.screenshot({ path: info.outputPath(`account-${scheme}.png`), fullPage: true });
  }
  await page.setViewportSize(PHONE);
  expect(await accessibilityFaults(), 'phone').toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  await page.screenshot({ path: info.outputPath('account-phone.png'), fullPage: true });
});

test('a key is shown one time, renewed and revoked', async ({ page, accessibilityFaults }) => {
  await signUp(page);
  await page.goto('/#/account');
  const keys = page.getByRole('region', { name: 'Keys' });
  await keys.getByRole('button', { name: 'New key' }).click();
  expect(await accessibilityFaults()).toEqual([]);
  await keys.getByLabel('Name').fill('Render farm');
  await keys.getByLabel('Change shots and cast').uncheck();
  await keys.getByRole('button', { name: 'Make key' }).click();
  const secret = await keys.getByLabel('Key “Render farm”').inputValue();
  const known = await page.request.get('/v1/account', { headers: { Authorization: `Bearer ${secret}`, Cookie: '' } });
  expect(known.ok()).toBe(true);
  expect(((await known.json()) as { you: { scopes: string[] } }).you.scopes).not.toContain('projects:write');
  expect(await accessibilityFaults()).toEqual([]);
  await page.reload();
  await expect(keys.getByText('Render farm')).toBeVisible();
  await expect(page.locator(`input[value="${secret}"]`)).toHaveCount(0);
  await expect(keys.getByText(`bb_…${secret.slice(-4)}`)).toBeVisible();

  await keys.getByText('Render farm').click();
  await keys.getByRole('button', { name: 'Renew' }).click();
  const renewed = await keys.getByLabel('Key “Render farm”').inputValue();
  expect(renewed).not.toBe(secret);
  await keys.getByRole('button', { name: 'I have kept it' }).click();
  await keys.getByRole('button', { name: 'Revoke' }).first().click();
  await keys.getByRole('button', { name: 'Revoke for good' }).click();
  await expect(keys.getByText('Render farm')).toHaveCount(1);
});

test('somebody who is invited joins by the link, and gets another role', async ({ page, browser, accessibilityFaults }) => {
  test.skip(OPERATOR === '', 'BEATBOARD_OPERATOR is not set; the free plan has one member');
  await signUp(page);
  const { id } = await asked<{ id: string }>(page, 'GET', '/v1/account');
  const given = await page.request.post(`/v1/operator/accounts/${id}/plan`, {
    data: { plan: 'plus', store: 'web' },
    headers: { Authorization: `Bearer ${OPERATOR}`, Cookie: '' },
  });
  expect(given.ok(), await given.text()).toBe(true);
  await page.goto('/#/account');
  const members = page.getByRole('region', { name: 'Members' });
  await members.getByRole('button', { name: 'Invite' }).click();
  const guest = `jon-${Date.now().toString(36)}@ruiz.example`;
  await members.getByLabel('E-mail address').fill(guest);
  await members.getByLabel('Role', { exact: true }).selectOption('viewer');
  await members.getByRole('button', { name: 'Make link' }).click();
  const link = await members.getByLabel(`Link for ${guest}`).inputValue();
  await expect(members.getByText('invited', { exact: true })).toBeVisible();
  expect(await accessibilityFaults()).toEqual([]);

  const other = await browser.newContext();
  const theirs = await other.newPage();
  await theirs.goto(link);
  await expect(theirs.getByRole('heading', { name: /^Join Studio / })).toBeVisible();
  await theirs.getByLabel('Your name').fill('Jon Ruiz');
  await theirs.getByLabel('Password').fill(PASSWORD);
  await theirs.getByRole('button', { name: 'Join' }).click();
  await expect(theirs.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await theirs.goto(`${OPEN}/#/account`);
  await expect(theirs.getByRole('region', { name: 'Members' })).toContainText('Jon Ruiz, you');
  await expect(theirs.getByRole('region', { name: 'Keys' })).toHaveCount(0);
  await other.close();

  await page.reload();
  await members.getByText('Jon Ruiz', { exact: true }).click();
  await members.getByLabel('Role of Jon Ruiz').selectOption('member');
  await expect(members.getByRole('listitem').filter({ hasText: 'Jon Ruiz' }).locator('summary')).toContainText('editor');
  await members.getByRole('button', { name: 'Remove' }).click();
  await members.getByRole('button', { name: 'Remove Jon Ruiz' }).click();
  await expect(members.getByText('Jon Ruiz', { exact: true })).toHaveCount(0);
});

test('a link that was used or made up is refused in words', async ({ page }) => {
  await page.goto('/#/sign-in/nobody-made-this');
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByText('Ask for a new link.')).toBeVisible();
});

test('a webhook is tested, and what the address answers is shown', async ({ page, accessibilityFaults }) => {
  let status = 200;
  const got: { readonly type: string; readonly signature: string }[] = [];
  const receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (d: Buffer) => (body += d.toString()));
    request.on('end', () => {
      got.push({ type: (JSON.parse(body) as { type: string }).type, signature: String(request.headers['webhook-signature']) });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done));
  const port = (receiver.address() as AddressInfo).port;
  try {
    await signUp(page);
    await page.goto('/#/account');
    const hooks = page.getByRole('region', { name: 'Webhooks' });
    await hooks.getByRole('button', { name: 'Add' }).click();
    await hooks.getByLabel('Address').fill(`http://127.0.0.1:${port}/told`);
    await hooks.getByRole('button', { name: 'Add' }).last().click();
    await expect(hooks.getByLabel(`Secret for 127.0.0.1:${port}`)).toHaveValue(/^whsec_/);
    await hooks.getByRole('button', { name: 'I have kept it' }).click();
    await hooks.getByRole('button', { name: 'Send test' }).click();
    await expect(hooks.getByText(/^Answered 200/).first()).toBeVisible({ timeout: 20_000 });
    expect(got[0]).toEqual({ type: 'webhook.test', signature: expect.stringMatching(/^v1,/) });
    expect(await accessibilityFaults()).toEqual([]);

    status = 500;
    await hooks.getByRole('button', { name: 'Send test' }).click();
    await expect(hooks.getByText(/^Answered 500/).first()).toBeVisible({ timeout: 20_000 });
    await hooks.getByText('Messages and settings').click();
    await hooks.getByRole('button', { name: 'Turn off' }).click();
    await expect(hooks.getByText(/^Off\./)).toBeVisible();
    await expect(hooks.getByRole('button', { name: 'Send test' })).toBeDisabled();
    await hooks.getByRole('button', { name: 'Turn on' }).click();
    await expect(hooks.getByRole('button', { name: 'Send test' })).toBeEnabled();
    await hooks.getByRole('button', { name: 'Delete', exact: true }).click();
    await hooks.getByRole('button', { name: 'Delete for good' }).click();
    await expect(hooks.getByText(`127.0.0.1:${port}`)).toHaveCount(0);
  } finally {
    receiver.close();
  }
});

test('name and time zone are changed, the audit trail tells who did it, and the account is closed', async ({ page }) => {
  await signUp(page);
  await page.goto('/#/account');
  const settings = page.getByRole('region', { name: 'Account' });
  await settings.getByLabel('Name').fill('Studio South');
  await settings.getByLabel('Time zone').selectOption('Europe/Berlin');
  await settings.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The account is changed.')).toBeVisible();
  await page.getByText('Who did what').click();
  await expect(page.getByRole('region', { name: 'Audit trail' }).getByRole('row', { name: /Anna Berg.*account renamed/ })).toBeVisible();
  await settings.getByRole('button', { name: 'Close the account' }).click();
  await settings.getByLabel(/^Write “Studio South”/).fill('Studio');
  await settings.getByRole('button', { name: 'Close for good' }).click();
  await expect(settings.getByRole('alert')).toBeVisible();
  await settings.getByLabel(/^Write “Studio South”/).fill('Studio South');
  await settings.getByRole('button', { name: 'Close for good' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});
