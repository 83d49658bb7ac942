import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startPlayground } from '../../playground/start.js';
import { command, openBrowser, type Seat, sitDown } from './browser.js';
import { picture } from './pictures.js';

let browser: Browser;
let playground: Awaited<ReturnType<typeof startPlayground>>;
let seat: Seat;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  playground = await startPlayground({ port: 0 });
  seat = await sitDown(browser, playground.url, 'U0TEO');
  page = seat.page;
});
afterEach(async () => {
  await page.close();
  await playground.stop();
});

/** Moves the clock on, event by event, until something is there. */
async function moveOnUntil(present: () => Promise<boolean>): Promise<void> {
  const next = page.getByRole('button', { name: 'To the next event' });
  for (let moves = 0; moves < 40 && !(await present()); moves += 1) {
    await next.click();
    await page.getByRole('button', { name: 'Moving on…' }).waitFor({ state: 'detached' });
  }
}

test('Teo lives through a quarter: role, invitation, check-in; Mika gets the digest', async () => {
  await page.getByRole('heading', { name: 'Business Operations Associate' }).waitFor();

  await command(page, '/ladder senior');
  const role = page.getByRole('heading', { name: 'Senior Business Operations Manager' });
  await role.waitFor();

  await page.keyboard.press('Alt+KeyM');
  const start = page
    .getByRole('article')
    .filter({ hasText: /Your Q1 2027 check-in is open/ })
    .getByRole('button', { name: 'Start' });
  await moveOnUntil(async () => (await start.count()) > 0);
  await start.last().click();
  const dialog = page.getByRole('dialog', { name: /Check-in/ });
  await dialog.getByRole('radio', { name: 'Meeting' }).waitFor();
  await dialog.getByRole('radio', { name: 'Meeting' }).check();
  await dialog.getByRole('textbox').first().fill('In February I described three processes.');
  await picture(page, 'check-in');
  await checkInToTheEnd(dialog);

  await page.keyboard.press('Alt+Digit2');
  await page.keyboard.press('Alt+KeyM');
  const digest = page.getByRole('article').filter({ hasText: /1 of 2 check-ins/ });
  await moveOnUntil(async () => (await digest.count()) > 0);
  expect(playground.slack.refusals).toEqual([]);
  expect(seat.faults).toEqual([]);
});

/** Gives every page the choice 'Meeting' where it asks for one, and sends the last. */
async function checkInToTheEnd(dialog: ReturnType<Page['getByRole']>): Promise<void> {
  for (let pages = 0; pages < 10; pages += 1) {
    const title = (await dialog.getByRole('heading').first().textContent()) ?? '';
    const meeting = dialog.getByRole('radio', { name: 'Meeting' });
    if ((await meeting.count()) > 0) await meeting.check();
    const submit = dialog.locator('footer button').last();
    await submit.click();
    await expect
      .poll(async () => (await dialog.count()) === 0 || (await titleOf(dialog)) !== title, {
        timeout: 5000,
      })
      .toBe(true);
    if ((await dialog.count()) === 0) return;
  }
}

async function titleOf(dialog: ReturnType<Page['getByRole']>): Promise<string | null> {
  return dialog.getByRole('heading').first().textContent();
}
