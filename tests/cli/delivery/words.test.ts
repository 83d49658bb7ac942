import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { states } from '../../../src/cli/delivery/words.js';
import { reasonText, reasonWords } from '../../../src/domain/delivery/reasons.js';
import { projectPath } from '../../../src/project-path.js';

const page = readFileSync(projectPath('docs', 'deliveries.md'), 'utf8');

/** The sources that decide what becomes of a message. */
function sources(): string[] {
  const files = ['services', 'domain', 'slack/delivery'].flatMap((folder) =>
    readdirSync(projectPath('src', folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => join(folder, file)),
  );
  return files.map((file) => readFileSync(projectPath('src', file), 'utf8'));
}

const places = [
  /\{ drop: '(\w+)'/g,
  /\{ drop: .* \? '(\w+)' : '\w+'/g,
  /\{ drop: .* \? '\w+' : '(\w+)'/g,
  /\bdrop(?:As)?\(.*, '(\w+)'\)/g,
  /\breason: '(\w+)'/g,
  /\breason = '(\w+)'/g,
  /\breason: .* \? '(\w+)' : '\w+'/g,
  /\breason: .* \? '\w+' : '(\w+)'/g,
  /\bsilentBecause: '(\w+)'/g,
  /\bdoubtfulCodes = new Set\(\['(\w+)', '\w+'\]/g,
  /\bdoubtfulCodes = new Set\(\['\w+', '(\w+)'\]/g,
];

/** Every code that the sources give as a reason. */
function codesInSources(): string[] {
  const codes = sources().flatMap((text) =>
    places.flatMap((place) => [...text.matchAll(place)].map(([, code = '']) => code)),
  );
  return [...new Set(codes)].sort();
}

describe('every reason that Ladder has', () => {
  it('is found in the sources, from each place that gives one', () => {
    expect(codesInSources()).toEqual(
      expect.arrayContaining([
        'connection_lost',
        'dropped_by_operator',
        'edited',
        'expired',
        'fatal_error',
        'internal_error',
        'missing_scope',
        'not_built',
        'not_settled',
        'nothing_to_do',
        'sending',
        'superseded',
        'timeout',
      ]),
    );
  });

  it.each(codesInSources())('has words: %s', (code) => {
    expect(Object.keys(reasonWords)).toContain(code);
  });

  it.each(Object.keys(reasonWords))('stands in docs/deliveries.md: %s', (code) => {
    expect(page).toContain(`\`${code}\``);
  });
});

describe('the words', () => {
  it('are there for an HTTP status and for a code of Slack alike', () => {
    expect(reasonText('http_502')).toBe('Slack answered with HTTP status 502');
    expect(reasonText('is_archived')).toBe('Slack refused it (is_archived)');
  });

  it('of docs/deliveries.md name every state', () => {
    for (const state of states) expect(page).toContain(`| \`${state}\` |`);
  });
});
