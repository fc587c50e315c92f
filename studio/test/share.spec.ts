import type { Locator } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { BRIEF } from './takes.ts';

test('a link is made, what a guest says stands in the editor’s notes, and a link that is ended shows nothing', async ({
  page,
  browser,
  makeProject,
  accessibilityFaults,
}, info) => {
  test.setTimeout(120_000);
  const project = await makeProject(BRIEF);
  await page.goto(`/#/edit/${project.id}`);
  await page.getByRole('button', { name: 'Share for review' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share for review' });
  await dialog.getByLabel('Ends in').selectOption('7 days');
  await dialog.getByRole('button', { name: 'Make a link' }).click();
  const link = await dialog.getByLabel('Link for review').inputValue();
  expect(link).toContain('/#/review/');
  await expect(dialog.getByRole('button', { name: /^End it/ })).toHaveCount(1);
  expect(await accessibilityFaults('dialog.share')).toEqual([]);
  await page.screenshot({ path: info.outputPath('share.png') });
  await dialog.getByRole('button', { name: 'Close' }).click();

  // Somebody without an account.
  const elsewhere = await browser.newContext();
  const guest = await elsewhere.newPage();
  await guest.goto(link);
  await expect(guest.getByRole('heading', { level: 1, name: 'A brief hello' })).toBeVisible();
  await guest.keyboard.press('Shift+ArrowRight');
  await expect(guest.getByText('frame 6 of 12')).toBeVisible();
  await guest.getByRole('textbox', { name: 'Note' }).fill('Could the smile come earlier?');
  await guest.getByRole('textbox', { name: 'Your name' }).fill('Jon');
  await guest.getByRole('button', { name: 'Add the note' }).click();
  await expect(guest.locator('.said-one')).toContainText('Could the smile come earlier?');

  // Whoever comes back to the editor finds it at its keyframe, and on the ruler.
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  const pin = page.getByRole('button', { name: /^Comment at 00:00:06\. Jon: Could the smile/ });
  await expect(pin).toHaveCount(1);
  const middle = async (what: Locator) => {
    const box = (await what.boundingBox())!;
    return box.x + box.width / 2;
  };
  const mark = page.getByRole('slider', { name: 'Keyframe 2', exact: true }).locator('.ring');
  expect(Math.abs((await middle(pin.locator('circle'))) - (await middle(mark)))).toBeLessThan(3);
  const notes = page.getByRole('region', { name: 'Notes' });
  await expect(notes).toHaveCount(0);
  await page.getByRole('group', { name: 'Storyboard' }).getByRole('button', { name: /^Keyframe 2/ }).click();
  await expect(notes).toContainText('Could the smile come earlier?');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.fr')).toHaveText('frame 7 of 12');
  await notes.getByRole('button', { name: 'at 00:00:06' }).click();
  await expect(page.locator('.fr')).toHaveText('frame 6 of 12');
  expect(await accessibilityFaults('bb-direction-panel')).toEqual([]);
  await page.screenshot({ path: info.outputPath('notes.png') });

  // Done is done, also after a reload, unless it is brought back.
  await notes.getByRole('button', { name: 'Done: note of Jon' }).click();
  await expect(notes).toHaveCount(0);
  await expect(pin).toHaveCount(0);
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(notes).toContainText('Could the smile come earlier?');
  await notes.getByRole('button', { name: 'Done: note of Jon' }).click();
  await expect(notes).toHaveCount(0);
  const asked = page.waitForResponse((r) => r.url().endsWith('/comments'));
  await page.reload();
  await asked;
  await page.getByRole('group', { name: 'Storyboard' }).getByRole('button', { name: /^Keyframe 2/ }).click();
  await expect(page.getByRole('heading', { name: 'Keyframe 2', exact: true })).toBeVisible();
  await expect(notes).toHaveCount(0);

  // The link ends.
  await page.getByRole('button', { name: 'Share for review' }).click();
  await dialog.getByRole('button', { name: /^End it/ }).click();
  await expect(dialog.getByRole('button', { name: /^End it/ })).toHaveCount(0);
  await guest.reload();
  await expect(guest.getByRole('heading', { level: 1, name: 'This link has ended' })).toBeVisible();
  await elsewhere.close();
});
