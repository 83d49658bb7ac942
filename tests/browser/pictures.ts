import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { projectPath } from '../../src/project-path.js';

/** Keeps a picture for the docs, if KEEP_PICTURES is set: they change only when somebody wants it. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!process.env.KEEP_PICTURES) return;
  mkdirSync(projectPath('docs', 'images'), { recursive: true });
  await page.waitForTimeout(300);
  await page.screenshot({ path: projectPath('docs', 'images', `${name}.png`) });
}
