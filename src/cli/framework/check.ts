import { Command } from 'commander';
import type { Framework } from '../../domain/framework/framework.js';
import { type TextsWritten, textsWritten } from '../../domain/framework/texts-written.js';
import { ladderHints } from '../../domain/framework-version/hints.js';
import { count } from '../../domain/text/count.js';
import type { Shell } from '../shell.js';
import { readChecked } from './file.js';
import { hintLines } from './hints-text.js';

/** `framework check`. */
export function checkCommand(shell: Shell): Command {
  return new Command('check')
    .argument('<file>', 'a ladder: a file (YAML), or a folder of such files')
    .description('read a ladder and say everything that is wrong with it, then what may be')
    .action((file: string) => check(shell, file));
}

function check(shell: Shell, path: string): void {
  const framework = readChecked(shell, path);
  shell.out(`${path} is a sound framework: ${framework.name}, with ${countsText(framework)}.`);
  for (const hint of hintLines(ladderHints(framework))) shell.out(hint);
}

/** "2 roles, 4 competencies, 3 definitions, 9 behaviours (6 of roles, 3 of levels)". */
function countsText(framework: Framework): string {
  const { roles, competencies } = framework;
  const { definitions, behaviours } = textsWritten(framework);
  return [
    count(roles.length, 'role', 'roles'),
    count(competencies.length, 'competency', 'competencies'),
    ...writtenText(definitions, ['definition', 'definitions']),
    ...writtenText(behaviours, ['behaviour', 'behaviours']),
  ].join(', ');
}

function writtenText(
  { roles, tracks, levels }: TextsWritten['behaviours'],
  [one, many]: [string, string],
): string[] {
  const all = roles + tracks + levels;
  if (all === 0) return [];
  const places = [
    ...(roles > 0 ? [`${roles} of roles`] : []),
    ...(tracks > 0 ? [`${tracks} of whole tracks`] : []),
    ...(levels > 0 ? [`${levels} of levels`] : []),
  ];
  const where = roles === all ? '' : ` (${places.join(', ')})`;
  return [`${count(all, one, many)}${where}`];
}
