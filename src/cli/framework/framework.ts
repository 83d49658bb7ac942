import { Command } from 'commander';
import type { Shell } from '../shell.js';
import { count } from '../table.js';
import { readChecked } from './file.js';
import { importCommand } from './import.js';
import { pageCommand } from './page.js';

/** `framework check`. */
export function frameworkCommand(shell: Shell): Command {
  const framework = new Command('framework').description('ladders as files');
  framework
    .command('check')
    .argument('<file>', 'a framework file (YAML), or a folder of such files')
    .description('read a framework file and say everything that is wrong with it')
    .action((file: string) => check(shell, file));
  return framework.addCommand(importCommand(shell)).addCommand(pageCommand(shell));
}

function check(shell: Shell, path: string): void {
  const { name, roles, competencies } = readChecked(shell, path);
  const behaviours = roles
    .flatMap(({ expectations }) => expectations)
    .reduce((sum, expectation) => sum + expectation.behaviours.length, 0);
  const counts = [
    count(roles.length, 'role', 'roles'),
    count(competencies.length, 'competency', 'competencies'),
    count(behaviours, 'behaviour', 'behaviours'),
  ];
  shell.out(`${path} is a sound framework: ${name}, with ${counts.join(', ')}.`);
}
