import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { focusedName, openBrowser, type Seat, sitDown, write } from './browser.js';
import { ana, type Sampler, startSampler } from './sampler.js';

const checkIn = 'Check-in · 2 of 5';
const evidence = 'What did you do, when, and what changed because of it? (optional)';

let browser: Browser;
let sampler: Sampler;
let seat: Seat;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  sampler = await startSampler();
  seat = await sitDown(browser, sampler.slack.url, ana);
  page = seat.page;
  await write(page, '/sample modal');
  await page.getByRole('dialog', { name: checkIn }).waitFor();
});
afterEach(async () => {
  await page.close();
  await sampler.stop();
});

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

test('Ana goes through a modal by keyboard alone', async () => {
  expect(await focusedName(page)).toBe('Not yet');
  await press('ArrowDown', 'ArrowDown');
  await page.getByRole('dialog', { name: 'Choice kept' }).waitFor();
  await press('Tab');
  await page.keyboard.type('In February I ran a workshop.');
  await press('Tab');
  await page.keyboard.type('Workshop');
  await press('Tab', 'ArrowDown');
  await page.keyboard.type('sen');
  await page.getByRole('option', { name: 'Senior' }).waitFor();
  await press('Enter');
  expect(await focusedName(page)).toContain('Role');
  await press('Shift+Tab', 'Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(sampler.told.submitted).toEqual([
    { name: 'Workshop', evidence: 'In February I ran a workshop.' },
  ]);
  expect(await focusedName(page)).toBe('Message Ladder');
  expect(seat.faults).toEqual([]);
});

test('a modal whose first input is far down is read from its top', async () => {
  await press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.setViewportSize({ width: 1440, height: 250 });
  await write(page, '/sample modal');
  await page.getByRole('dialog', { name: checkIn }).waitFor();
  const body = page.locator('.modal-body');
  expect(await body.evaluate((it) => it.scrollHeight > 2 * it.clientHeight)).toBe(true);
  expect(await focusedName(page)).toBe('Not yet');
  expect(await body.evaluate((it) => it.scrollTop)).toBe(0);
  const first = await page.getByLabel('Not yet').boundingBox();
  const seen = await body.boundingBox();
  expect(first?.y).toBeGreaterThan((seen?.y ?? 0) + (seen?.height ?? 0));
});

test('Tab stays inside of the modal', async () => {
  await page.getByRole('button', { name: 'Save and go on' }).focus();
  await press('Tab');
  expect(await focusedName(page)).toBe('Close all');
  await press('Shift+Tab');
  expect(await focusedName(page)).toBe('Save and go on');
});

test('an update from the app takes away nothing that Ana has just typed', async () => {
  await page.getByLabel(evidence).pressSequentially('Half a sent');
  await page.getByLabel('Meeting').check();
  await page.getByRole('dialog', { name: 'Choice kept' }).waitFor();
  expect(await page.getByLabel(evidence).inputValue()).toBe('Half a sent');
});

test('what Ana typed stays when the app does not answer, and goes out the next time', async () => {
  await page.getByLabel('Developing').check();
  await page.getByLabel(evidence).fill('A long story');
  await page.getByLabel('A name for it').fill('silence');
  await press('Enter');
  await page.getByText('We had some trouble connecting. Try again?').waitFor();
  expect(await page.getByLabel(evidence).inputValue()).toBe('A long story');
  await page.getByLabel('A name for it').fill('Story');
  await press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(sampler.told.submitted).toEqual([{ name: 'Story', evidence: 'A long story' }]);
});

test('what is wrong is said beneath its input, which gets the focus', async () => {
  await page.getByLabel('Developing').check();
  await page.getByLabel('A name for it').fill('wrong');
  await page.getByRole('button', { name: 'Save and go on' }).click();
  await page.getByRole('alert').filter({ hasText: 'Another name, please.' }).waitFor();
  expect(await focusedName(page)).toBe('A name for it');
});

test('a required choice that is missing is asked for before anything is sent', async () => {
  await page.getByRole('button', { name: 'Save and go on' }).click();
  await page.getByText('Please complete this required field.').first().waitFor();
  expect(sampler.told.submitted).toEqual([]);
});

test('Escape leaves only the modal on top, and the focus goes back to where it was', async () => {
  await page.getByLabel(evidence).fill('Still here');
  await page.getByRole('button', { name: 'Look closer' }).click();
  await page.getByRole('dialog', { name: 'A closer look' }).waitFor();
  await press('Escape');
  await page.getByRole('dialog', { name: checkIn }).waitFor();
  expect(await focusedName(page)).toBe('Look closer');
  expect(await page.getByLabel(evidence).inputValue()).toBe('Still here');
  await press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(sampler.told.closed).toEqual(['closer', 'sampler']);
});

test('Escape in an open select closes the select and not the modal', async () => {
  await page.getByRole('button', { name: 'Role (optional)' }).click();
  await press('Escape');
  expect(await page.getByRole('listbox').count()).toBe(0);
  expect(await page.getByRole('dialog', { name: checkIn }).count()).toBe(1);
});

test('the letters of a long answer are counted against the most that it takes', async () => {
  await page.getByLabel(evidence).fill('Twelve signs');
  await page.getByText('12 / 600').waitFor();
});

test('what Ana left in a modal is there again after Ben had the chair, and after a reload', async () => {
  await page.getByLabel(evidence).pressSequentially('Not lost');
  await press('Alt+Digit2');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await press('Alt+Digit1');
  await page.getByRole('dialog', { name: checkIn }).waitFor();
  // The last letters may still be on their way to the server and back.
  await expect.poll(() => page.getByLabel(evidence).inputValue()).toBe('Not lost');
  await page.reload();
  await page.getByRole('dialog', { name: checkIn }).waitFor();
  expect(await page.getByLabel(evidence).inputValue()).toBe('Not lost');
});
