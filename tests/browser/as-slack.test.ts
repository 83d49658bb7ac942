import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startPlayground } from '../../playground/start.js';
import { command, openBrowser, type Seat, sitDown } from './browser.js';

let browser: Browser;
let playground: Awaited<ReturnType<typeof startPlayground>>;
let seat: Seat;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  playground = await startPlayground({ port: 0 });
});
afterAll(async () => {
  await browser.close();
  await playground.stop();
});
beforeEach(async () => {
  seat = await sitDown(browser, playground.url, 'U0ROSA');
  page = seat.page;
  await page.keyboard.press('Alt+KeyH');
  await page.getByRole('tab', { name: 'Home', selected: true }).waitFor();
});
afterEach(async () => {
  expect(seat.faults).toEqual([]);
  await page.close();
});

test('the messages with Ladder have no line to type in, as in the real Slack', async () => {
  await page.keyboard.press('Alt+KeyM');
  await page.getByText('Sending messages to this app has been turned off.').waitFor();
  expect(await page.getByRole('textbox').count()).toBe(0);
  await page.getByRole('button', { name: 'general', exact: true }).click();
  expect(await page.getByRole('textbox', { name: 'Message #general' }).count()).toBe(1);
});

test('the messages of the past are there, dated, and count as read', async () => {
  expect(await page.getByRole('radio', { name: /unread/ }).count()).toBe(0);
  await page.keyboard.press('Alt+KeyM');
  const invitations = page.getByRole('article').filter({ hasText: /You sent your .* check-in on/ });
  await invitations.first().waitFor();
  expect(await invitations.count()).toBe(3);
  await page.getByText(/^You sent your Q4 2026 check-in on/).waitFor();
});

for (const [place, key] of [
  ['Home', 'Alt+KeyH'],
  ['the messages', 'Alt+KeyM'],
] as const) {
  test(`a slash in ${place} leads to where a command can be typed`, async () => {
    await page.keyboard.press(key);
    await page.getByRole('tab', { selected: true }).waitFor();
    await command(page, '/ladder senior');
    await page
      .getByRole('article')
      .filter({ hasText: 'Only visible to you' })
      .getByRole('heading', { name: 'Senior Business Operations Manager' })
      .last()
      .waitFor();
    await expect.poll(() => page.getByRole('textbox').inputValue()).toBe('');
  });
}

test('the button below the messages leads to the same line', async () => {
  await page.keyboard.press('Alt+KeyM');
  await page.getByRole('button', { name: 'Type /ladder in #general' }).click();
  await page.getByRole('option', { name: /\/ladder/ }).waitFor();
  expect(await page.getByRole('textbox').inputValue()).toBe('/');
});

test('a guest may look roles up, and is told that the rest is for members', async () => {
  await page.getByRole('radio', { name: /Gus Guest.*guest/ }).click();
  await command(page, '/ladder senior');
  await page.getByRole('heading', { name: 'Senior Business Operations Manager' }).waitFor();
  await command(page, '/ladder check-in');
  await page
    .getByRole('article')
    .getByText(/for full members of this workspace/)
    .waitFor();
});

test('somebody who has left can open nothing, and is asked for nothing', async () => {
  await page.getByRole('radio', { name: /Lou Former.*has left/ }).click();
  await page.getByText(/Lou Former has left Moss & Fern/).waitFor();
  await page.keyboard.press('/');
  expect(await page.getByRole('textbox').count()).toBe(0);
});
