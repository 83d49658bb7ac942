import { type Browser, chromium, type Page } from 'playwright-core';

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Debian's Chromium, or the one that CHROMIUM_PATH names. */
export function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  return chromium.launch({ executablePath, args: flags });
}

/** A page of the playground as somebody sits down at it, and all that went wrong in it. */
export interface Seat {
  page: Page;
  /** Errors of scripts, and everything that the page's policy or the network refused. */
  faults: string[];
}

/** Opens the playground as a person. */
export async function sitDown(browser: Browser, url: string, personId: string): Promise<Seat> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) faults.push(`asked for ${request.url()}`);
  });
  await page.goto(`${url}/#${personId}`);
  await page.getByRole('radio', { checked: true }).waitFor();
  return { page, faults };
}

/** Writes a line into the composer and sends it, by keyboard. */
export async function write(page: Page, line: string): Promise<void> {
  await page.keyboard.press('Alt+KeyM');
  await page.getByRole('tab', { name: 'Messages', selected: true }).waitFor();
  await page.getByRole('textbox', { name: /^Message / }).focus();
  await page.keyboard.type(line);
  await page.keyboard.press('Enter');
}

/** Types a command as one does where an app takes no messages: the slash leads to a channel. */
export async function command(page: Page, line: string): Promise<void> {
  await page.keyboard.press('/');
  await page.getByRole('textbox', { name: /^Message #/ }).waitFor();
  await page.keyboard.type(line.slice(1));
  await page.keyboard.press('Enter');
}

/** What has the focus: its own name, or that of the label around it. */
export function focusedName(page: Page): Promise<string> {
  return page.evaluate(`(() => {
    const it = document.activeElement;
    const label = it.labels?.[0] ?? it;
    return it.getAttribute('aria-label') ?? label.textContent.trim();
  })()`);
}
