import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectPath } from '../../src/project-path.js';

const pages = [
  ...['README.md', 'SECURITY.md'],
  ...readdirSync(projectPath('docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];
const textOf = (page: string) => readFileSync(projectPath(page), 'utf8');

/** The files of tests that a page names. */
const testsIn = (text: string) =>
  [...text.matchAll(/\btests\/[\w./-]*\w\.(?:ts|yaml)\b/g)].map(([file]) => file);

/** The pages and headings that a page links to within the project: "path" or "path#heading". */
const linksIn = (text: string) =>
  [...text.matchAll(/\]\((?!\w+:)([^)\s]+)\)/g)].map(([, target = '']) => target);

/** As GitHub names the headings of a page. */
const headingsOf = (text: string) =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

function isThere(page: string, target: string): boolean {
  const [path = '', heading] = target.split('#');
  const file = path === '' ? page : join(page, '..', path);
  if (!existsSync(projectPath(file))) return false;
  return heading === undefined || headingsOf(textOf(file)).includes(heading);
}

describe('what the docs name', () => {
  it('is a test that there is', () => {
    const named = pages.flatMap((page) =>
      testsIn(textOf(page)).map((file) => [page, file] as const),
    );
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter(([, file]) => !existsSync(projectPath(file)))).toEqual([]);
  });

  it('is a page, and a heading, that there is', () => {
    const links = pages.flatMap((page) => linksIn(textOf(page)).map((to) => [page, to] as const));
    expect(links.length).toBeGreaterThan(50);
    expect(links.filter(([page, to]) => !isThere(page, to))).toEqual([]);
  });

  it('would be missed', () => {
    expect(testsIn('held by `tests/none/nothing.test.ts`, and tests/alerts.yaml.')).toEqual([
      'tests/none/nothing.test.ts',
      'tests/alerts.yaml',
    ]);
    expect(linksIn('[a](b.md#c) and [d](https://e.example)')).toEqual(['b.md#c']);
    expect(isThere('docs/privacy.md', 'nothing.md')).toBe(false);
    expect(isThere('docs/privacy.md', 'glossary.md#nothing')).toBe(false);
    expect(isThere('docs/privacy.md', 'glossary.md#the-loop')).toBe(true);
  });
});
