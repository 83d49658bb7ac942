import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectPath } from '../../src/project-path.js';

/** Each riddle that comments must not contain, with a sentence that does. */
const riddles: [RegExp, string][] = [
  [/\bOut comes?\b/, 'Reads a file. Out comes its text.'],
  [/\bIn goe?s?\b/, 'Reads a file. In goes its path.'],
  [/(^|[.;:] )(Who|Whom|Whose) [a-z]/, 'Who crashes is followed by another one.'],
  [/\bwhoever\b/i, 'It is sent to whoever is the manager.'],
  [/\b(is|are|was|were|be|been) told\b/, 'The manager is told of it.'],
  [/\b(tells?|judges?) (it|us|as well|the same)\b/, 'It drops what others tell as well.'],
  [/\b(im)?patient client\b/, 'Posts with the patient client.'],
  [/\b(its|their|own|the) turn\b/, 'It waits for its turn.'],
  [/\b(dies|died|lives|lived)\b/, 'A claim whose process died is free again.'],
];

/** The words in code font in the glossary's last table, which identifiers must not contain. */
const unusedWords = readFileSync(projectPath('docs', 'glossary.md'), 'utf8')
  .replace(/[\s\S]*## Words that the code does not use/, '')
  .split('\n')
  .map((row) => row.split('|')[1] ?? '')
  .flatMap((cell) => cell.match(/(?<=`)\w+(?=`)/g) ?? []);

/** Returns the comments of a source, each as one text. */
function commentsOf(source: string): string[] {
  const found = source.matchAll(/\/\*\*?([\s\S]*?)\*\/|((?:^[ \t]*\/\/.*\n)+)|[;,{] \/\/ (.*)$/gm);
  return [...found].map((parts) =>
    parts
      .slice(1)
      .join('')
      .replace(/^\s*(\*|\/\/)?\s*/gm, '')
      .replaceAll('\n', ' '),
  );
}

/** Returns the identifiers of a source, each split into its words: `readCycle` is "read cycle". */
function identifiersOf(source: string): string[] {
  const code = source
    .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
    .replace(/`(?:\\.|[^`\\$\n])*\$\{|\}[^`{}\n]*\$\{|\}[^`{}\n]*`/g, ' ')
    .replace(/'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\$]|\$(?!\{))*`/g, "''")
    .replace(/ \/\/ .*$/gm, '');
  const names = code.match(/(?<![\w.-])[A-Za-z][A-Za-z0-9]*(?!\w)/g) ?? [];
  return names.map((name) => name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase());
}

function riddlesIn(source: string): string[] {
  return commentsOf(source).filter((text) => riddles.some(([riddle]) => riddle.test(text)));
}

/** A look-up is a term of its own, and `looked_for_at` a column. */
const terms = /\blook(ed)? (ups?|for)\b/g;

function wordsIn(source: string): string[] {
  const words = new RegExp(`\\b(${unusedWords.join('|')})(s|ed|ing)?\\b`);
  return identifiersOf(source).filter((name) => words.test(name.replace(terms, '')));
}

function sourcesOf(folder: string): [string, string][] {
  return readdirSync(projectPath(folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('generated'))
    .map((file) => [join(folder, file), readFileSync(projectPath(folder, file), 'utf8')]);
}

describe('comments', () => {
  it.each(['src', 'playground', 'bench', 'scripts', 'tests'])('of %s have no riddles', (folder) => {
    const found = sourcesOf(folder).flatMap(([file, source]) =>
      riddlesIn(source).map((text) => `${file}: ${text}`),
    );
    expect(found).toEqual([]);
  });

  it.each(riddles)('with %s are found', (_, sentence) => {
    expect(riddlesIn(`/** Locks a row. ${sentence} */\nconst x = 1;`)).toHaveLength(1);
    expect(riddlesIn(`  // Locks a row.\n  // ${sentence}\n`)).toHaveLength(1);
    expect(riddlesIn(`const x = '${sentence}';`)).toEqual([]);
  });
});

describe('identifiers', () => {
  it('of src have none of the words that the glossary replaces', () => {
    const found = sourcesOf('src').flatMap(([file, source]) =>
      wordsIn(source).map((name) => `${file}: ${name}`),
    );
    expect(found).toEqual([]);
  });

  it.each(unusedWords)('with "%s" are found', (word) => {
    const name = `count${word.charAt(0).toUpperCase()}${word.slice(1)}s`;
    expect(wordsIn(`const ${name} = 1;`)).toEqual([`count ${word}s`]);
    expect(wordsIn(`const count = '${word}'; // ${word}`)).toEqual([]);
  });

  it('may speak of a look-up, and of nothing else that is looked at', () => {
    expect(wordsIn('readLookUp(lookedForAt)')).toEqual([]);
    expect(wordsIn('const nextLookAt = 1;')).toEqual(['next look at']);
  });

  it('are compared with some words', () => {
    expect(unusedWords.length).toBeGreaterThan(10);
  });
});
