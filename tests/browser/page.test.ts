import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openBrowser, type Seat, sitDown, write } from './browser.js';
import { ana, ben, general, type Sampler, startSampler } from './sampler.js';

let browser: Browser;
let sampler: Sampler;
let seat: Seat;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  sampler = await startSampler();
  seat = await sitDown(browser, sampler.slack.url, ana);
});
afterEach(async () => {
  await seat.page.close();
  await sampler.stop();
});

test('Ana sees every block that an app can send, and nothing is fetched from elsewhere', async () => {
  const { page, faults } = seat;
  await write(page, '/sample');
  const message = page.getByRole('article', { name: /^Ladder/ });
  await message.getByRole('heading', { name: 'Senior Business Operations Manager' }).waitFor();
  expect(await message.getByText('Only visible to you').count()).toBe(1);
  expect(await message.locator('b').allTextContents()).toContain('bold');
  expect(await message.getByText('@Ben Lead').count()).toBe(1);
  expect(await message.getByRole('link', { name: 'a link' }).getAttribute('href')).toBe(
    'https://example.com/a?b=1&c=2',
  );
  expect(await message.locator('blockquote').first().textContent()).toBe('quoted 2 < 3 & 4');
  expect(await message.getByRole('columnheader').allTextContents()).toEqual([
    'Competency',
    'You already',
    'New at Senior',
  ]);
  expect(await message.getByRole('listitem').filter({ hasText: 'A level deeper' }).count()).toBe(1);
  expect(await message.getByRole('table', { name: 'Your ratings' }).textContent()).toContain(
    'Execution, Q44',
  );
  expect(await message.getByText('which the playground cannot draw').count()).toBe(0);
  expect(faults).toEqual([]);
});

test('a picture from elsewhere is only described, so that nothing leaves the machine', async () => {
  const { page, faults } = seat;
  await write(page, '/sample rare');
  await page.getByRole('img', { name: 'A ladder' }).waitFor();
  expect(await page.getByRole('table', { name: 'Check-ins by quarter' }).count()).toBe(1);
  expect(await page.getByText('which the playground cannot draw').count()).toBe(0);
  expect(faults).toEqual([]);
});

test('what Ana has not sent yet waits in the line of its channel', async () => {
  const { page } = seat;
  await page.getByRole('button', { name: 'general' }).click();
  await page.getByRole('textbox', { name: 'Message #general' }).fill('Half a thought');
  await page.getByRole('button', { name: 'Ladder', exact: true }).click();
  await page.getByRole('button', { name: 'general' }).click();
  expect(await page.getByRole('textbox').inputValue()).toBe('Half a thought');
});

test('a date in a message is told in the time zone of whoever reads it', async () => {
  const { page } = seat;
  await write(page, '/sample');
  expect(await page.locator('.message time[datetime]').last().textContent()).toBe(
    'today at 9:00 AM',
  );
  await page.keyboard.press('Alt+Digit2');
  await write(page, '/sample');
  await page.getByText('today at 15:00').waitFor();
});

test('what looks like HTML stays text', async () => {
  const { page } = seat;
  await write(page, '/sample html');
  await page.getByRole('article').getByText('<b>not bold</b>').waitFor();
  expect(await page.title()).toBe('Ladder playground');
});

test('the commands are offered from the slash on, and Tab takes one', async () => {
  const { page } = seat;
  await page.keyboard.press('Alt+KeyM');
  await page.getByRole('textbox', { name: 'Message Ladder' }).waitFor();
  await page.keyboard.press('/');
  expect(await page.getByRole('option').textContent()).toContain('/sample [modal]');
  await page.keyboard.press('Tab');
  expect(await page.getByRole('textbox').inputValue()).toBe('/sample ');
});

test('the arrow up brings back what Ana sent last', async () => {
  const { page } = seat;
  await write(page, '/sample html');
  await page.getByRole('article').getByText('not bold').waitFor();
  await page.keyboard.press('ArrowUp');
  expect(await page.getByRole('textbox').inputValue()).toBe('/sample html');
});

test('a mistyped command is named as unknown and stays in the line', async () => {
  const { page } = seat;
  await write(page, '/smaple');
  expect(await page.getByRole('alert').filter({ hasText: '/smaple' }).textContent()).toContain(
    'Try /sample.',
  );
  expect(await page.getByRole('textbox').inputValue()).toBe('/smaple');
});

test('a message for Ben arrives by itself, marks him, and the mark goes once he looks', async () => {
  const { page } = seat;
  await write(page, '/sample tell Ben');
  await page.getByRole('radio', { name: /Ben Lead.*1 unread/ }).waitFor();
  await page.keyboard.press('Alt+Digit2');
  await page.keyboard.press('Alt+KeyM');
  await page.getByRole('article').getByText('Ana has checked in.').waitFor();
  await page.getByRole('radio', { name: /Ben Lead(?!.*unread)/ }).waitFor();
});

test('what Ana receives is said politely to those who only listen', async () => {
  const { page } = seat;
  await write(page, '/sample');
  await page.getByRole('status').filter({ hasText: 'Ladder: Every block' }).waitFor();
});

test('a question is asked before a grave action, and a no sends nothing', async () => {
  const { page } = seat;
  await write(page, '/sample');
  const drop = page.getByRole('button', { name: 'Drop the draft' });
  await drop.click();
  await page.getByRole('dialog', { name: 'Drop the draft?' }).getByText('Keep it').click();
  await drop.click();
  await page.getByRole('dialog', { name: 'Drop the draft?' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByRole('article').getByText('Started.').waitFor();
  expect(sampler.told.actions).toEqual(['go']);
});

test('Ben keeps a message of Ana’s by its menu, without a mouse', async () => {
  const { page } = seat;
  await sampler.slack.as(ana).write('The workshop went well', { channel: general });
  await page.keyboard.press('Alt+Digit2');
  await page.getByRole('button', { name: 'general' }).click();
  await page.getByRole('button', { name: 'More actions' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Keep as evidence' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Keep this' }).waitFor();
  expect(sampler.slack.requests.at(-1)).toMatchObject({ what: 'sample_keep', as: ben });
});

test('a call that Slack refuses stands in red with its reasons', async () => {
  const { page } = seat;
  await write(page, '/sample too long');
  const refused = page.getByRole('region', { name: 'Slack refused a call' });
  await refused.waitFor();
  expect(await refused.textContent()).toContain('chat.postMessage');
  expect(await refused.getByText('3000').count()).toBeGreaterThan(0);
});

test('a command that nobody answers is reported by Slackbot, and the line keeps it', async () => {
  const { page } = seat;
  await write(page, '/sample silence');
  await page.getByRole('article', { name: /^Slackbot/ }).waitFor();
  expect(await page.getByRole('textbox').inputValue()).toBe('/sample silence');
  await page.getByRole('listitem').filter({ hasText: 'no answer' }).waitFor();
});

test('Ana moves the clock on to what comes next, and sees what that is', async () => {
  const { page } = seat;
  const next = page.getByRole('region', { name: 'Comes next' });
  await next.getByText('Invitation').waitFor();
  expect(await next.textContent()).toContain('Ben Lead · tomorrow, 9:00 AM');
  await page.getByRole('button', { name: 'To the next event' }).click();
  await page.getByRole('button', { name: '+1 day' }).click();
  await expect.poll(() => sampler.moves).toEqual([{ toNext: true }, { addMinutes: 1440 }]);
});

test('on a narrow screen what goes on behind steps aside until it is asked for', async () => {
  const { page } = seat;
  const panel = page.getByRole('complementary', { name: 'Behind the scenes' });
  await page.setViewportSize({ width: 1000, height: 700 });
  expect(await panel.isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Behind the scenes' }).click();
  expect(await panel.isVisible()).toBe(true);
});
