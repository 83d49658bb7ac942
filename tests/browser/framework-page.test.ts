import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readFrameworkFile } from '../../src/framework-file.js';
import { frameworkPage } from '../../src/framework-page/page.js';
import { projectPath } from '../../src/project-path.js';
import { openBrowser } from './browser.js';

let browser: Browser;
let folder: string;
let address: string;

beforeAll(async () => {
  browser = await openBrowser();
  folder = mkdtempSync(join(tmpdir(), 'ladder-page-'));
  const file = join(folder, 'ladder.html');
  const framework = readFrameworkFile(projectPath('ladders', 'business-operations.yaml'));
  writeFileSync(file, frameworkPage(framework));
  address = pathToFileURL(file).href;
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Circumstances {
  hash?: string;
  width?: number;
  dark?: boolean;
  javaScript?: boolean;
}

/** Opens the page; fails on an error of its script and on whatever its policy refuses. */
async function open({ hash = '', width = 1100, dark, javaScript = true }: Circumstances = {}) {
  const page = await browser.newPage({
    viewport: { width, height: 900 },
    colorScheme: dark ? 'dark' : 'light',
    javaScriptEnabled: javaScript,
  });
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => faults.push(message.text()));
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) faults.push(`asked for ${request.url()}`);
  });
  await page.goto(address + hash);
  expect(faults).toEqual([]);
  return page;
}

const titles = (page: Page) => page.locator('h3:visible').allTextContents();

test('a reader picks a role, then one of its competencies, and comes back by the link', async () => {
  const page = await open();
  await page.getByLabel('Role').selectOption({ label: 'Senior Business Operations Manager' });
  expect(await titles(page)).toEqual(['Senior Business Operations Manager']);
  expect(await page.locator('h4:visible').count()).toBe(5);

  await page.getByLabel('Competency').selectOption({ label: 'Execution' });
  expect(await page.locator('h4:visible').allTextContents()).toEqual(['Execution']);
  expect(await page.locator('[data-behaviour]:visible').count()).toBe(8);

  const link = page.url().slice(address.length);
  const again = await open({ hash: link });
  expect(await again.locator('h4:visible').allTextContents()).toEqual(['Execution']);
  await again.getByLabel('Role').selectOption({ label: 'All roles' });
  await again.getByLabel('Competency').selectOption({ label: 'All' });
  expect(await again.locator('[data-behaviour]:visible').count()).toBe(125);
  await page.close();
  await again.close();
});

test('a reader comes to a role from the list of all', async () => {
  const page = await open();
  await page.getByRole('link', { name: 'Business Operations Team Leader' }).click();
  expect(await titles(page)).toEqual(['Business Operations Team Leader']);
  await page.goBack();
  expect(await page.getByRole('link', { name: 'Business Operations Team Leader' }).count()).toBe(1);
  await page.close();
});

test('two roles stand side by side, and what only one asks is marked on either side', async () => {
  const page = await open({ hash: '#role-associate/execution/with-manager' });
  const [one, other] = await page.locator('.sides > div').all();
  const marks = (side: typeof one) => side?.locator('.mark').allTextContents();
  expect(await marks(one)).toContain('only here');
  expect(await marks(other)).toContain('only here');
  expect(await one?.locator('h4').textContent()).toBe('Business Operations Associate');
  await page.getByLabel('Compare with').selectOption({ label: 'Nothing' });
  expect(await titles(page)).toEqual(['Business Operations Associate']);
  await page.close();
});

test('an address that the ladder does not know shows the overview', async () => {
  const page = await open({ hash: '#role-nobody/nothing/with-nobody' });
  expect(await page.getByLabel('Role').inputValue()).toBe('');
  expect(await page.getByRole('heading', { name: 'Roles', exact: true }).count()).toBe(1);
  await page.close();
});

test('without JavaScript everything stands there, and no picker that would do nothing', async () => {
  const page = await open({ javaScript: false });
  expect(await page.locator('[data-behaviour]:visible').count()).toBe(125);
  expect(await page.locator('select:visible').count()).toBe(0);
  await page.close();
});

test('on paper only what was chosen is printed, without the pickers', async () => {
  const page = await open({ hash: '#role-senior' });
  await page.emulateMedia({ media: 'print' });
  expect(await titles(page)).toEqual(['Senior Business Operations Manager']);
  expect(await page.locator('select:visible, button:visible').count()).toBe(0);
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  await page.close();
});

const views = ['', '#role-senior', '#role-associate//with-senior', '#all'];
for (const width of [1100, 360]) {
  for (const dark of [false, true]) {
    test(`anybody can read it, ${width} pixels wide${dark ? ', in the dark' : ''}`, async () => {
      for (const hash of views) {
        const page = await open({ hash, width, dark });
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
        expect(await barriers(page), hash).toEqual([]);
        await page.close();
      }
    });
  }
}

test('a picture without words for it is found', async () => {
  const page = await open();
  await page.evaluate("document.querySelector('main').append(document.createElement('img'))");
  expect(await barriers(page)).toEqual(['image-alt']);
  await page.close();
});

/** What axe finds against the rules of WCAG 2.2 AA. */
async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(
    `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
       .then(({ violations }) => violations.map(({ id }) => id))`,
  );
}
const { source: axe } = createRequire(import.meta.url)('axe-core') as { source: string };
