import { basename } from 'node:path';
import { Command, Option } from 'commander';
import { typedList } from '../../domain/framework/import/headings.js';
import { importLadder } from '../../domain/framework/import/import-ladder.js';
import type { ImportOptions } from '../../domain/framework/import/options.js';
import { count } from '../../domain/text/count.js';
import { decodeSpreadsheet, type SpreadsheetText } from '../../domain/text/spreadsheet-text.js';
import { readFileAs } from '../../system/text-file.js';
import { CommandFailed, type Shell } from '../shell.js';
import { problemText, reportText } from './import-text.js';

interface Typed {
  map: string[];
  shape?: ImportOptions['shape'];
  order?: string;
  levels?: string;
  name?: string;
  key?: string;
  buildsUp?: boolean;
  fill: boolean;
}

/** `framework import`: writes a ladder file made from a spreadsheet, and says what became of it. */
export function importCommand(shell: Shell): Command {
  const shapes = ['long', 'wide', 'roles-across', 'roles-down'];
  return new Command('import')
    .argument('<file>', 'a spreadsheet as CSV (commas, semicolons or tabs)')
    .description('make a ladder file of a spreadsheet, and print it')
    .option(
      '--map <fields>',
      'which headings mean what: "role=Job title,competency=Skill,leave-out=Notes"',
      (text: string, before: string[]) => [...before, text],
      [],
    )
    .addOption(new Option('--shape <shape>', 'how the table is laid out').choices(shapes))
    .option(
      '--order <names>',
      'the rungs from the lowest: "Junior,Mid,Senior", as-written, reversed, none',
    )
    .option('--levels <names>', 'the levels of competencies from the lowest: "Learns,Does,Teaches"')
    .option('--name <name>', "the ladder's name")
    .option('--key <key>', "the ladder's key; made from its name if left out")
    .option('--builds-up', 'each rung asks what the rung below asks, too')
    .option('--no-fill', 'leave empty cells below a heading empty')
    .addHelpText('after', help)
    .action((file: string, typed: Typed) => importFile(shell, file, typed));
}

const help = `
The ladder goes to the output, everything that is said about it to the error output.
docs/ladder-import.md shows which tables are understood.`;

function importFile(shell: Shell, path: string, typed: Typed): void {
  const name = basename(path);
  const limits = { wanted: 'a CSV file', mostMegabytes: 20 };
  const read = readFileAs<SpreadsheetText>(path, limits, decodeSpreadsheet);
  if ('problem' in read) {
    const { line, message } = read.problem;
    shell.error(line === undefined ? message : `${name}: line ${line}: ${message}`);
    throw new CommandFailed();
  }
  const imported = importLadder(read.text, name, optionsOf(typed));
  if ('problems' in imported) {
    for (const problem of imported.problems) shell.error(problemText(name, problem));
    const { length } = imported.problems;
    shell.error(`${count(length, 'problem', 'problems')}; no ladder was made.`);
    throw new CommandFailed();
  }
  shell.error(reportText(name, imported.report, read.guessedFrom));
  shell.out(imported.yaml.trimEnd());
}

function optionsOf(typed: Typed): ImportOptions {
  const { map, shape, order, levels, name, key, buildsUp, fill } = typed;
  const isWord = order === 'as-written' || order === 'reversed' || order === 'none';
  return {
    ...{ map: map.join(','), fill, buildsUp: buildsUp === true },
    ...(shape && { shape }),
    ...(order !== undefined && { order: isWord ? order : typedList(order) }),
    ...(levels !== undefined && { levels: typedList(levels) }),
    ...(name !== undefined && { name }),
    ...(key !== undefined && { key }),
  };
}
