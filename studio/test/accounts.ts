import { type Page, expect } from '@playwright/test';
import type { ShotDocument } from '../src/shot/document.ts';

/** A service with accounts; passkeys want it called by name. */
export const OPEN = (process.env['BEATBOARD_OPEN_URL'] ?? '').replace('127.0.0.1', 'localhost');
/** The operator's token there. */
export const OPERATOR = process.env['BEATBOARD_OPERATOR'] ?? '';
export const PASSWORD = 'correct horse battery';

let count = 0;

/** Makes an account of its own, by the API, and tells the address to sign in with. */
export async function newAccount(page: Page): Promise<string> {
  const email = `anna-${Date.now().toString(36)}${count++}@north.example`;
  await asked(page, 'POST', '/v1/sign-up/password', { email, name: 'Anna Berg', organization: 'Studio North', password: PASSWORD });
  return email;
}

/** A call as the page makes it. */
export async function asked<T>(page: Page, method: string, path: string, body?: unknown): Promise<T> {
  const answer = await page.request.fetch(path, {
    method,
    headers: { Origin: OPEN, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    ...(body === undefined ? {} : { data: JSON.stringify(body) }),
  });
  expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true);
  return (answer.status() === 204 ? undefined : await answer.json()) as T;
}

/** Keeps a shot as a project of the account. */
export async function kept(page: Page, shot: ShotDocument): Promise<string> {
  return (await asked<{ id: string }>(page, 'POST', '/v1/projects', { title: shot.title, document: shot })).id;
}

/** A call of the operator upon the account. */
export async function operated(page: Page, what: string, body: unknown): Promise<void> {
  const { id } = await asked<{ id: string }>(page, 'GET', '/v1/account');
  const done = await page.request.post(`/v1/operator/accounts/${id}/${what}`, {
    data: body,
    headers: { Authorization: `Bearer ${OPERATOR}`, Cookie: '' },
  });
  expect(done.ok(), await done.text()).toBe(true);
}

/** Leaves an account so many credits and no more. */
export async function leaveCredits(page: Page, credits: number): Promise<void> {
  const { available } = await asked<{ available: number }>(page, 'GET', '/v1/credits');
  if (available !== credits) await operated(page, 'corrections', { reference: `left ${credits}`, credits: credits - available, reason: 'A test.' });
}
