import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPlayground } from '../../playground/start.js';
import { command, openBrowser, sitDown } from './browser.js';
import { outOfReach } from './reach.js';

let browser: Browser;
let playground: Awaited<ReturnType<typeof startPlayground>>;

/** Rosa may check in from this day on. */
const start = new Date('2027-03-04T10:00:00Z');

beforeAll(async () => {
  browser = await openBrowser();
  playground = await startPlayground({ port: 0, start });
});
afterAll(async () => {
  await browser.close();
  await playground.stop();
});

const screens = [
  ['a window of 800 pixels', { width: 800, height: 600 }],
  ['1440 by 900 at 200 %', { width: 720, height: 450 }],
  ['1280 by 800 at 200 %', { width: 640, height: 400 }],
  ['a phone', { width: 390, height: 844 }],
] as const;

for (const [name, size] of screens) {
  test(`on ${name} Rosa reaches every control: Home, messages, a channel, a window`, async () => {
    const { page, faults } = await sitDown(browser, playground.url, 'U0ROSA');
    await page.setViewportSize(size);
    await page.keyboard.press('Alt+KeyH');
    await page.getByRole('heading', { name: 'Business Operations Manager', exact: true }).waitFor();
    expect(await outOfReach(page)).toEqual([]);

    await page.getByRole('button', { name: 'Behind the scenes' }).click();
    const next = page.getByRole('button', { name: 'To the next event' });
    await next.click({ trial: true });
    await page.getByRole('button', { name: 'Behind the scenes' }).click();

    await page.keyboard.press('Alt+KeyM');
    await page.getByRole('button', { name: 'Type /ladder in #general' }).waitFor();
    expect(await outOfReach(page)).toEqual([]);

    await command(page, '/ladder senior');
    await roleShown(page);
    expect(await outOfReach(page)).toEqual([]);

    await command(page, '/ladder check-in');
    await page.getByRole('dialog').getByRole('radio', { name: 'Meeting' }).waitFor();
    expect(await outOfReach(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
    await page.close();
  });
}

async function roleShown(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Senior Business Operations Manager' }).last().waitFor();
}

test('a control that lies off the screen is found', async () => {
  const { page } = await sitDown(browser, playground.url, 'U0ROSA');
  await page.evaluate(`document.querySelector('.banner').style.translate = '0 -90px'`);
  await page.setViewportSize({ width: 800, height: 600 });
  expect(await outOfReach(page)).toEqual([expect.stringContaining('Behind the scenes')]);
  await page.close();
});
