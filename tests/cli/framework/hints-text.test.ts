import { expect, test } from 'vitest';
import { hintLines } from '../../../src/cli/framework/hints-text.js';
import { ladderHints } from '../../../src/domain/framework-version/hints.js';
import { builtInFramework } from '../../support/built-in-framework.js';

const framework = builtInFramework();
const [first] = framework.roles;
if (!first) throw new Error('there is no role');
const second = { ...first, title: first.title.toUpperCase() };
/** No reader accepts two of one name; of these, each word means both. */
const twins = { ...framework, roles: [first, second, ...framework.roles.slice(1)] };

test('Roles to which no word leads are named, with what helps', () => {
  const lines = hintLines(ladderHints(twins));
  expect(lines).toContainEqual(
    `No word leads straight to 2 roles: ${first.title} (${first.key}), ${second.title} (${second.key}). People choose from a list there; aliases help.`,
  );
});

test('Where a word leads to each role, nothing is said of it', () => {
  expect(hintLines(ladderHints(framework)).join()).not.toContain('No word leads');
});
