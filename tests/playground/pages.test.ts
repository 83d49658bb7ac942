import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { pages } from '../../playground/pages.js';

test('the page allows its own files and its import map, and nothing else', () => {
  const html = String(pages('/')?.body);
  const importMap = /<script type="importmap">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '';
  const hash = createHash('sha256').update(importMap).digest('base64');
  expect(html).toContain("default-src 'none'");
  expect(html).toContain(`script-src 'self' 'sha256-${hash}'`);
  expect(html).not.toContain('https://');
});

test('every file that the page names is there', () => {
  const html = String(pages('/')?.body);
  const named = [...html.matchAll(/(?:href|src)="(\/[^"]+)"|"(\/modules\/[^"]+)"/g)];
  const paths = named.map(([, file, module]) => file ?? module ?? '');
  expect(paths.length).toBeGreaterThan(10);
  expect(paths.filter((path) => pages(path) === undefined)).toEqual([]);
});

test('nothing outside of the page is served', () => {
  const elsewhere = [
    '/package.json',
    '/page/../main.ts',
    '/page/tsconfig.json',
    '/main.js',
    '/page/%2e%2e/x.js',
  ];
  expect(elsewhere.filter((path) => pages(path) !== undefined)).toEqual([]);
});
