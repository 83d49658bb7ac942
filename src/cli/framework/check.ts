import { Command } from 'commander';
import { ladderHints } from '../../domain/framework-version/hints.js';
import type { Shell } from '../shell.js';
import { count } from '../table.js';
import { readChecked } from './file.js';
import { hintLines } from './hints-text.js';

/** `framework check`. */
export function checkCommand(shell: Shell): Command {
  return new Command('check')
    .argument('<file>', 'a ladder: a file (YAML), or a folder of such files')
    .description('read a ladder and say everything that is wrong with it, then what may be')
    .addHelpText('after', '\nExample:\n  npm run ladder -- framework check my-ladder.yaml')
    .action((file: string) => check(shell, file));
}

function check(shell: Shell, path: string): void {
  const framework = readChecked(shell, path);
  const { name, roles, competencies } = framework;
  const behaviours = roles
    .flatMap(({ expectations }) => expectations)
    .reduce((sum, expectation) => sum + expectation.behaviours.length, 0);
  const counts = [
    count(roles.length, 'role', 'roles'),
    count(competencies.length, 'competency', 'competencies'),
    count(behaviours, 'behaviour', 'behaviours'),
  ];
  shell.out(`${path} is a sound framework: ${name}, with ${counts.join(', ')}.`);
  for (const hint of hintLines(ladderHints(framework))) shell.out(hint);
}
