import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { projectPath } from '../../src/project-path.js';

/** A function that draws a window, and a title that it gives it. */
interface Drawn {
  title: string;
  by: string;
}

/** Why several functions draw windows of one title. */
const shared: Record<string, string> = {
  'About you': 'a form, and what became of it in its place',
  'Import people': 'the steps of one import, each in place of the one before',
  Ladder: 'the help, and the sentence for somebody whom Ladder does not serve',
  'Search the ladder': 'the form and what it has found are one window',
  'The ladder': 'the steps of one publication, each in place of the one before',
  'What has changed': 'a page, and the sentence that stands there where it can not be shown',
  'Your reports': 'a form, and what became of it in its place',
};

const folder = projectPath('src', 'slack');
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ file, text: readFileSync(`${folder}/${file}`, 'utf8') }));

const textIn = /'([^']+)'|"([^"]+)"/g;

function constantsIn(text: string, start: string): [string, string][] {
  const found = text.matchAll(new RegExp(`^${start}const (\\w+) = (?:'([^']+)'|"([^"]+)");`, 'gm'));
  return [...found].map(([, name = '', single, double]) => [name, single ?? double ?? '']);
}

const exported = sources.flatMap(({ text }) => constantsIn(text, 'export '));

/** What is given to `modal` up to its blocks; a page has its title, its text and its head in a row. */
const windows = [
  /\bmodal\(\{([\s\S]*?)\bblocks\b/g,
  /(\btitle(?:: [^\n]+)?,\s+(?:text(?:: [^\n]+)?,\s+)?head\b)/g,
];

/** Returns every title in what draws a window; none where it is put together. */
function titlesIn(window: string, constants: ReadonlyMap<string, string>): string[] {
  const [, value = 'title'] = /\btitle(?:: ([^\n]*))?/.exec(window) ?? [];
  const texts = [...value.matchAll(textIn)].map(([, single, double]) => single ?? double ?? '');
  const constant = constants.get(/^\w+/.exec(value)?.[0] ?? '');
  return constant === undefined ? texts : [constant];
}

function drawnIn(file: string, text: string): Drawn[] {
  const constants = new Map([...exported, ...constantsIn(text, '')]);
  return windows.flatMap((window) =>
    [...text.matchAll(window)].flatMap(({ index, 1: given = '' }) => {
      const before = [...text.slice(0, index).matchAll(/\bfunction (\w+)|^const (\w+) = \(/gm)].at(
        -1,
      );
      const by = `${file} ${before?.[1] ?? before?.[2]}`;
      return titlesIn(given, constants).map((title) => ({ title, by }));
    }),
  );
}

/** Returns each title of several functions. */
function sharedTitles(drawn: readonly Drawn[]): string[] {
  const functions = new Map<string, Set<string>>();
  for (const { title, by } of drawn) {
    functions.set(title, (functions.get(title) ?? new Set()).add(by));
  }
  return [...functions].flatMap(([title, { size }]) => (size > 1 ? [title] : [])).sort();
}

describe('the titles of windows', () => {
  const drawn = sources.flatMap(({ file, text }) => drawnIn(file, text));

  it('tell one window from another', () => {
    expect(drawn.length).toBeGreaterThan(40);
    expect(sharedTitles(drawn)).toEqual(Object.keys(shared).sort());
  });

  it('are short enough for Slack', () => {
    expect(drawn.filter(({ title }) => title.length > 24)).toEqual([]);
  });

  it.each([
    ["title: 'One title'", ''],
    ['title', "const title = 'One title';"],
    ["title: isNew ? 'One title' : 'Another'", ''],
  ])('of two functions are found where they are the same: %s', (title, before) => {
    const text = `${before}
      function first() {\n return modal({\n ${title},\n blocks: [],\n }); }
      function second() {\n return pageModal({\n title: 'One title',\n head: [],\n }, 'id'); }
      function third() {\n return modal({\n title: 'A third',\n blocks: [],\n }); }`;
    expect(sharedTitles(drawnIn('made-up.ts', text))).toEqual(['One title']);
  });
});
