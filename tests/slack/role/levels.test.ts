import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseFrameworkFile } from '../../../src/domain/framework/file.js';
import { answerAt } from '../../../src/slack/role/answers.js';
import { pageMessage } from '../../../src/slack/ui/page.js';

/** What a message about a competency of a ladder reads. */
function readsAbout(competency: string, path: string): string {
  const result = parseFrameworkFile(readFileSync(path, 'utf8'), path);
  if ('problems' in result) throw new Error(result.problems[0]?.message);
  const version = { id: 'v', number: 1, hash: 'h', framework: result.framework };
  const page = answerAt(version, { page: 'competency', competency }, 'message');
  return JSON.stringify(pageMessage(page).blocks);
}

test('A competency shows what each of its levels is, though no role asks one', () => {
  const shown = readsAbout('brewing', 'tests/support/ladders/tea-house-points.yaml');
  expect(shown).toContain('Levels of Brewing, lowest first');
  expect(shown).toContain('Warms the pot first');
  expect(shown).toContain('For example: Brewed forty pots on a Sunday');
  expect(shown).toContain('Buys the harvest of a whole hillside');
});

test('A competency without levels says nothing of them', () => {
  const shown = readsAbout('knowledge', 'tests/support/ladders/harbour-frameworks.yaml');
  expect(shown).toContain('Learns as much as they add');
  expect(shown).not.toContain('Levels of');
});
