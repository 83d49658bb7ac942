import { Command } from 'commander';
import { checkFrameworkFile } from '../../framework-file.js';
import { CommandFailed, type Shell } from '../shell.js';
import { count } from '../table.js';

/** `framework check`. */
export function frameworkCommand(shell: Shell): Command {
  const framework = new Command('framework').description('ladders as files');
  framework
    .command('check')
    .argument('<file>', 'a framework file (YAML)')
    .description('read a framework file and say everything that is wrong with it')
    .action((file: string) => check(shell, file));
  return framework;
}

function check(shell: Shell, path: string): void {
  const read = checkFrameworkFile(path);
  if ('framework' in read) {
    const { name, roles, competencies } = read.framework;
    const behaviours = roles
      .flatMap(({ expectations }) => expectations)
      .reduce((sum, expectation) => sum + expectation.behaviours.length, 0);
    const counts = [
      count(roles.length, 'role', 'roles'),
      count(competencies.length, 'competency', 'competencies'),
      count(behaviours, 'behaviour', 'behaviours'),
    ];
    shell.out(`${path} is a sound framework: ${name}, with ${counts.join(', ')}.`);
    return;
  }
  for (const problem of read.problems) shell.error(problem);
  shell.error(
    `${count(read.problems.length, 'problem', 'problems')}. docs/ladder-format.md explains the format.`,
  );
  throw new CommandFailed();
}
