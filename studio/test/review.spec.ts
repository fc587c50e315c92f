import type { Page } from '@playwright/test';
import type { ShotDocument } from '../src/shot/document.ts';
import { expect, test } from './fixtures.ts';

const SHOT: ShotDocument = {
  title: 'For your eyes',
  duration: '1s',
  fps: 24,
  keyframes: [
    { at: '0f', prompt: 'Wide shot of an office corridor, overhead fluorescent light. A woman in a green dress stands.' },
    { at: '12f', prompt: 'She smiles.' },
  ],
};

interface MadeReview {
  readonly id: string;
  readonly url: string;
}

async function share(page: Page, project: string, more: Record<string, unknown> = {}): Promise<MadeReview> {
  const answer = await page.request.post(`/v1/projects/${project}/reviews`, {
    data: more,
    headers: { Origin: new URL(page.url()).origin },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()) as MadeReview;
}

test('a guest sees the keyframes, says something at a frame and a point, and finds it again', async ({
  page,
  browser,
  makeProject,
  accessibilityFaults,
}) => {
  test.setTimeout(180_000);
  const project = await makeProject(SHOT);
  const review = await share(page, project.id);
  const address = new URL(review.url).hash;
  await page.goto(`/${address}`);
  await expect(page.getByRole('heading', { level: 1, name: 'For your eyes' })).toBeVisible();
  await expect(page.getByText('Not rendered yet: keyframes as they would be drawn')).toBeVisible();
  await expect(page.getByText('Nothing was said yet.')).toBeVisible();

  await page.keyboard.press('Shift+ArrowRight');
  await expect(page.getByText('frame 12 of 24')).toBeVisible();
  await expect(page.locator('.pc .said')).toContainText('She smiles.');
  await page.locator('.pic.shaped').click({ position: { x: 100, y: 80 } });
  await page.getByRole('textbox', { name: 'Note' }).fill('Could the smile come earlier?');
  await page.getByRole('textbox', { name: 'Your name' }).fill('Jon');
  await page.getByRole('button', { name: 'Pin, move with arrows' }).press('ArrowRight');
  await page.getByRole('button', { name: 'Add the note' }).click();
  await expect(page.locator('.said-one')).toContainText('Could the smile come earlier?');
  await expect(page.locator('.scrub .m.comment')).toHaveCount(1);
  expect(await accessibilityFaults()).toEqual([]);

  // Somebody else with the link needs no account; a click on the note goes to its frame and shows its pin.
  const guest = await browser.newContext({ baseURL: new URL(page.url()).origin });
  const elsewhere = await guest.newPage();
  await elsewhere.goto(`/${address}`);
  await elsewhere.getByRole('button', { name: /^Jon at 00:00:12, pinned/ }).click();
  await expect(elsewhere.getByText('frame 12 of 24')).toBeVisible();
  await expect(elsewhere.getByRole('button', { name: 'Note of Jon' })).toBeVisible();
  await guest.close();

  // The name is remembered, the note is not kept in the form.
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Your name' })).toHaveValue('Jon');
  await expect(page.getByRole('textbox', { name: 'Note' })).toHaveValue('');
});

test('links that were ended, that are none, and that are for looking only say so', async ({ page, makeProject }) => {
  const project = await makeProject(SHOT);
  const looking = await share(page, project.id, { comments: false });
  await page.goto(`/${new URL(looking.url).hash}`);
  await expect(page.getByText('This link is for looking only.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add the note' })).toHaveCount(0);

  const end = await page.request.delete(`/v1/reviews/${looking.id}`, { headers: { Origin: new URL(page.url()).origin } });
  expect(end.ok()).toBe(true);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'This link has ended' })).toBeVisible();

  await page.goto('/#/review/no-such-link');
  await expect(page.getByRole('heading', { level: 1, name: 'This link leads nowhere' })).toBeVisible();
});
