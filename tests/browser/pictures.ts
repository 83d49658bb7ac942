import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { projectPath } from '../../src/project-path.js';

const pages = [
  projectPath('README.md'),
  ...readdirSync(projectPath('docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => projectPath('docs', name)),
];

/** Returns the names of the pictures that the README and the docs show. */
export function picturesInDocs(): string[] {
  const shown = pages.flatMap((path) => [
    ...readFileSync(path, 'utf8').matchAll(/\]\((?:docs\/)?images\/([^)]+)\)/g),
  ]);
  return shown.map(([, name = '']) => name);
}

/**
 * Keeps a picture that the docs show, if KEEP_PICTURES is set: they change only when somebody wants it.
 * Throws for one that they don't show.
 */
export async function picture(page: Page, name: string): Promise<void> {
  const file = `${name}.png`;
  if (!picturesInDocs().includes(file)) throw new Error(`No page of the docs shows ${file}.`);
  if (!process.env.KEEP_PICTURES) return;
  await page.waitForTimeout(300);
  await page.screenshot({ path: projectPath('docs', 'images', file) });
}
