import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPlayground } from '../../playground/start.js';
import { command, openBrowser, type Seat, sitDown } from './browser.js';
import { picture } from './pictures.js';

let browser: Browser;
let playground: Awaited<ReturnType<typeof startPlayground>>;
let seat: Seat;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  playground = await startPlayground({ port: 0 });
  seat = await sitDown(browser, playground.url, 'U0ROSA');
  page = seat.page;
});
afterAll(async () => {
  await browser.close();
  await playground.stop();
});

/** The people by their place in the column on the left. */
const places = { Mika: 'Digit2', Rosa: 'Digit5' } as const;

async function become(name: keyof typeof places): Promise<void> {
  await page.keyboard.press(`Alt+${places[name]}`);
  await page.getByRole('radio', { name: new RegExp(name), checked: true }).waitFor();
  await page.keyboard.press('Alt+KeyM');
}

/** Moves the clock on, event by event, until something is there. */
async function moveOnUntil(wanted: Locator): Promise<void> {
  const next = page.getByRole('button', { name: 'To the next event' });
  for (let moves = 0; moves < 60 && (await wanted.count()) === 0; moves += 1) {
    await next.click();
    await page.getByRole('button', { name: 'Moving on…' }).waitFor({ state: 'detached' });
    await page.waitForTimeout(50);
  }
  await wanted.last().waitFor();
}

const dialog = () => page.getByRole('dialog');
const message = (text: RegExp) => page.getByRole('article').filter({ hasText: text });

async function press(name: string): Promise<void> {
  await dialog().getByRole('button', { name, exact: true }).click();
}

/** Puts something at the top of the part of the page that scrolls, and the page itself back in place. */
async function scrollTo(what: Locator): Promise<void> {
  await what.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await page.evaluate('window.scrollTo(0, 0)');
}

/** Fills a page of the check-in or of the manager's view, and goes on to the next. */
async function answer(choice: string, text: string, submit = 'Save and go on'): Promise<void> {
  const before = await dialog().getByRole('heading').first().textContent();
  await dialog().getByRole('radio', { name: choice }).check();
  await dialog().getByRole('textbox').first().fill(text);
  if (before?.includes('2 of 5') && before.startsWith('Your view')) {
    await scrollTo(dialog().getByText('Kept since last time'));
    await picture(page, 'assessment');
  }
  await press(submit);
  await expect
    .poll(() => dialog().getByRole('heading').first().textContent(), { timeout: 10_000 })
    .not.toBe(before);
}

test('Rosa and Mika go once around: check-in, view, brief, conversation, action', async () => {
  await become('Rosa');
  const start = message(/Your Q1 2027 check-in is open/).getByRole('button', { name: 'Start' });
  await moveOnUntil(start);
  await start.last().click();
  await dialog().getByRole('radio', { name: 'Meeting' }).waitFor();
  await answer('Exceeding', 'I traced the wrong margins to one old rebate.');
  await answer('Meeting', 'I joined the first pricing call and asked two questions.');
  await answer('No opportunity yet', 'There was no newcomer to look after.');
  await answer('Exceeding', 'The spring plan stands, with one thing left out.');
  await answer('Meeting', 'I asked for feedback after the planning.');
  await dialog().getByLabel('What are you proud of?').fill('The plan fits on one page.');
  await press('Send');
  await dialog().getByText(/sent/i).first().waitFor();
  await page.keyboard.press('Escape');

  await become('Mika');
  const give = page.getByRole('button', { name: 'Give my view of Rosa Operations' });
  await moveOnUntil(give);
  await give.last().click();
  await dialog().getByRole('radio', { name: 'Meeting' }).waitFor();
  expect(await dialog().textContent()).not.toContain('I traced the wrong margins');
  await answer('Exceeding', 'People come to you with the hard questions on prices.');
  await answer('Developing', 'Sales would like to hear from you before the list is out.');
  await answer('Meeting', 'The team met its goals with your help.');
  await answer('Meeting', 'On time. Leave out more.');
  await answer('Meeting', 'You brought the quiet ones in.');
  await press('Give my view');
  await page.getByRole('dialog', { name: 'Give your view?' }).waitFor();
  await press('Give my view');
  await dialog().getByRole('button', { name: 'Open the brief' }).waitFor();
  await page.keyboard.press('Escape');

  const brief = message(/[Yy]our brief with .* for Q1 2027 is ready/);
  await moveOnUntil(brief);
  await brief.last().getByRole('button', { name: 'Open the brief' }).click();
  await dialog().getByText('Talk first about').waitFor();
  await picture(page, 'brief');
  await page.keyboard.press('Escape');
  await become('Rosa');
  await brief.last().getByRole('button', { name: 'Open the brief' }).click();
  await dialog().getByText('Talk first about').waitFor();
  expect(await dialog().textContent()).toContain('No opportunity yet');
  await page.keyboard.press('Escape');

  await become('Mika');
  await page.getByRole('button', { name: 'Record our conversation' }).last().click();
  await press('Save and go on');
  await press('Add an action');
  await dialog().getByLabel('What is to be done?').fill('Show a newcomer around for a week');
  await dialog()
    .getByLabel(/How will you two see/)
    .fill('The newcomer finds three things alone');
  await dialog().getByLabel('By when?').fill('2027-03-18');
  await press('Save');
  await press('Tell them now');
  await dialog()
    .getByText(/has the record now|All is saved/)
    .waitFor();
  await page.keyboard.press('Escape');

  await become('Rosa');
  await moveOnUntil(page.getByRole('button', { name: 'Confirm', exact: true }));
  await page.getByRole('button', { name: 'Confirm', exact: true }).last().click();
  await page.getByText('You have confirmed this.').waitFor();

  const due = message(/you agreed on with .* due on/);
  await moveOnUntil(due);
  await due.last().getByRole('button', { name: 'Open' }).click();
  await dialog().getByText('Show a newcomer around').first().waitFor();
  await dialog().getByRole('button', { name: /Done/ }).first().click();
  await dialog()
    .getByText(/Done\..* hears of it/)
    .first()
    .waitFor();
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
  await command(page, '/ladder me');
  await message(/In this role for/)
    .last()
    .waitFor();

  await become('Mika');
  await moveOnUntil(message(/has marked .* agreed .* as done/));
  expect(playground.slack.refusals).toEqual([]);
  expect(seat.faults).toEqual([]);
}, 300_000);
