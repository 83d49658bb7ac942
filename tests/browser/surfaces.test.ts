import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPlayground } from '../../playground/start.js';
import { command, openBrowser, sitDown } from './browser.js';
import { outOfReach } from './reach.js';

let browser: Browser;
let playground: Awaited<ReturnType<typeof startPlayground>>;

/** Rosa has sent her check-in, so that Mika can give his view. */
beforeAll(async () => {
  browser = await openBrowser();
  playground = await startPlayground({ port: 0, start: new Date('2027-03-04T10:00:00Z') });
  const rosa = playground.slack.as('U0ROSA');
  await rosa.command('/ladder', 'check-in');
  for (let page = 1; page <= 5; page += 1) {
    await playground.slack.waitFor(() => rosa.modal()?.title === `Check-in · ${page} of 5`);
    await rosa.choose('modal', 'check_in.choose', 'Meeting');
    await rosa.submit();
  }
  await playground.slack.waitFor(() => rosa.modal()?.title === 'Check-in · last page');
  await rosa.submit();
  await rosa.close({ all: true });
}, 120_000);
afterAll(async () => {
  await browser.close();
  await playground.stop();
});

const screens = [
  ['a window of 800 pixels', { width: 800, height: 600 }],
  ['1280 by 800 at 200 %', { width: 640, height: 400 }],
] as const;

interface Surface {
  /** The command that leads there, and a button of its answer. */
  line: string;
  button?: RegExp;
  /** What it says once it is there. */
  says: RegExp;
}

const surfaces: Record<'U0ROSA' | 'U0MIKA', Record<string, Surface>> = {
  U0ROSA: {
    'her own page': { line: '/ladder me', says: /In this role for/ },
    'the next rung': { line: '/ladder next', says: /From Business Operations Manager to Senior/ },
    'a comparison': { line: '/ladder compare associate senior', says: /Two roles compared/ },
    'her evidence': { line: '/ladder evidence', says: /since the last review/ },
    'who sees what': { line: '/ladder privacy', says: /Who sees what you write/ },
    'her check-in': { line: '/ladder check-in', says: /is sent/ },
    'all ratings': { line: '/ladder me', button: /^All ratings$/, says: /Your manager:.*Q2 2026/ },
    'her actions': { line: '/ladder me', button: /^All my actions$/, says: /Shadow two pricing/ },
  },
  U0MIKA: {
    'his team': { line: '/ladder team', says: /check-ins? is in/ },
    'a report': {
      line: '/ladder team',
      button: /Open the page of Rosa/,
      says: /What you agreed on/,
    },
    'his view': {
      line: '/ladder team',
      button: /Give my view of Rosa/,
      says: /How does this look/,
    },
    'his check-in': { line: '/ladder check-in', says: /How does this look/ },
  },
};

async function open(page: Page, { line, button, says }: Surface): Promise<void> {
  await command(page, line);
  if (button) await page.getByRole('button', { name: button }).last().click();
  await page.getByText(says).last().waitFor();
}

async function closeAll(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  for (let open = await dialog.count(); open > 0; open = await dialog.count()) {
    await page.keyboard.press('Escape');
    await page.waitForTimeout(100);
  }
}

for (const [screen, size] of screens) {
  for (const [who, places] of Object.entries(surfaces)) {
    test(`on ${screen} everything of ${Object.keys(places).join(', ')} is in reach`, async () => {
      const { page, faults } = await sitDown(browser, playground.url, who);
      await page.setViewportSize(size);
      await page.keyboard.press('Alt+KeyM');
      for (const [place, surface] of Object.entries(places)) {
        await open(page, surface);
        expect(await outOfReach(page), place).toEqual([]);
        await closeAll(page);
      }
      expect(faults).toEqual([]);
      await page.close();
    });
  }
}
