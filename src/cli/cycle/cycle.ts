import { Command } from 'commander';
import { count } from '../../domain/text/count.js';
import {
  type ListedCycle,
  listCycles,
  type OpenedCycle,
  openCycle,
} from '../../services/cycle/index.js';
import { type Session, withSession } from '../session.js';
import type { Shell } from '../shell.js';
import { table } from '../table.js';
import { parseDay } from '../time.js';
import { userName } from '../user-name.js';
import { changeCommands } from './change.js';
import { exclusionCommands } from './exclusions.js';
import { nudgeCommand } from './nudge.js';
import { showCycle } from './show.js';
import { type StatusOptions, showStatus } from './status.js';

/** `cycle open`, `cycle list`, `cycle status`, `cycle show` and the changes of a cycle. */
export function cycleCommand(shell: Shell): Command {
  const cycle = new Command('cycle').description('review rounds and their dates');
  cycle
    .command('open')
    .description('add a cycle with this review date, or move the one of that period')
    .requiredOption('--review-on <date>', 'the day on which reviews start: 2027-03-24', parseDay)
    .option('--name <name>', 'what people read; default: its period, like Q1 2027')
    .action(({ reviewOn, name }: { reviewOn: string; name?: string }) =>
      withSession(shell, async ({ context, workspace }) => {
        const by = { operator: userName() };
        const input = { workspaceId: workspace.id, by, reviewOn, name };
        shell.out(openedText(await openCycle(context, input)));
      }),
    );
  cycle
    .command('list')
    .description('all cycles, the latest review first')
    .option('--json', 'print JSON')
    .action(({ json }: { json?: boolean }) =>
      withSession(shell, (session) => list(shell, session, json === true)),
    );
  cycle
    .command('show')
    .description('how far people came in a cycle, and who did not come to its end')
    .argument('<name>', 'the cycle, like "Q1 2027"')
    .option('--json', 'print JSON')
    .action((name: string, { json }: { json?: boolean }) =>
      withSession(shell, (session) => showCycle(shell, session, { name, json: json === true })),
    );
  cycle
    .command('status')
    .description('who has not begun, not sent, or waits for a view in a cycle')
    .argument('[name]', 'the cycle, like "Q1 2027"; the open one if left out')
    .option('--csv', 'print everybody as CSV')
    .option('--json', 'print JSON')
    .action((name: string | undefined, options: StatusOptions) =>
      withSession(shell, (session) => showStatus(shell, session, { ...options, name })),
    );
  for (const change of [
    ...changeCommands(shell),
    ...exclusionCommands(shell),
    nudgeCommand(shell),
  ]) {
    cycle.addCommand(change);
  }
  return cycle;
}

function openedText({ cycle, outcome }: OpenedCycle): string {
  const { name, opensOn, dueOn, reviewOn, openedAt } = cycle;
  const did = {
    added: `Added ${name}`,
    moved: `Moved ${name}`,
    unchanged: `${name} is there already, with these dates`,
  };
  const opens = openedAt ? 'check-ins are open' : `check-ins open on ${opensOn}`;
  return `${did[outcome]}: ${opens}, they are due on ${dueOn}, reviews start on ${reviewOn}.`;
}

function stateText({ openedAt, closedAt, cancelledAt }: ListedCycle): string {
  if (cancelledAt) return 'cancelled';
  if (closedAt) return 'closed';
  return openedAt ? 'opened' : 'planned';
}

async function list(shell: Shell, { context, workspace }: Session, json: boolean): Promise<void> {
  const cycles = await listCycles(context, workspace.id);
  if (json) return shell.out(JSON.stringify(cycles, null, 2));
  if (cycles.length === 0) {
    return shell.out('No cycle yet. Add one: ladder cycle open --review-on 2027-03-24');
  }
  shell.out(
    table(
      cycles,
      [
        { title: 'Name', text: ({ name }) => name },
        { title: 'Opens', text: ({ opensOn }) => opensOn },
        { title: 'Due', text: ({ dueOn }) => dueOn },
        { title: 'Review', text: ({ reviewOn }) => reviewOn },
        {
          title: 'For',
          text: ({ forSome, participants }) =>
            forSome ? count(participants, 'person', 'people') : 'everybody',
        },
        { title: 'State', text: stateText },
        {
          title: 'Check-ins in',
          text: ({ openedAt, submitted, participants }) =>
            openedAt ? `${submitted} of ${participants}` : '',
        },
      ],
      shell,
    ),
  );
}
