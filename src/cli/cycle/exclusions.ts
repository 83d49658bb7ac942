import { Command } from 'commander';
import { count } from '../../domain/text/count.js';
import {
  excludePeople,
  foreseeExclusion,
  foreseeInclusion,
  includePeople,
} from '../../services/cycle/index.js';
import { forecastCycle } from '../../services/reminder/index.js';
import { confirm } from '../confirm.js';
import { withSession } from '../session.js';
import type { Shell } from '../shell.js';
import { parseDay } from '../time.js';
import { userName } from '../user-name.js';
import { exclusionText, inclusionText } from './change-text.js';

interface Options {
  until?: string;
  yes?: boolean;
}

/** `cycle exclude` and `cycle include`. */
export function exclusionCommands(shell: Shell): Command[] {
  return [
    new Command('exclude')
      .description('leave people out of a cycle: they are asked for nothing, and miss nothing')
      .argument('<name>', 'the cycle, like "Q1 2027"')
      .argument('<people...>', 'Slack ids, or whole names in quotation marks')
      .option('--until <date>', 'the day from which they are asked again: 2027-03-15', parseDay)
      .option('--yes', 'do it without asking')
      .action((name: string, people: string[], options: Options) =>
        exclude(shell, { name, people, ...options }),
      ),
    new Command('include')
      .description('ask people again who were left out of a cycle')
      .argument('<name>', 'the cycle, like "Q1 2027"')
      .argument('<people...>', 'Slack ids, or whole names in quotation marks')
      .option('--yes', 'do it without asking')
      .action((name: string, people: string[], { yes }: { yes?: boolean }) =>
        include(shell, { name, people, yes }),
      ),
  ];
}

interface Asked {
  name: string;
  people: string[];
}

function exclude(shell: Shell, { yes, ...asked }: Asked & Options): Promise<void> {
  return withSession(shell, async ({ context, workspace }) => {
    const input = { workspaceId: workspace.id, by: { operator: userName() }, ...asked };
    const foreseen = await foreseeExclusion(context, input);
    const ids = new Set(foreseen.people.map(({ id }) => id));
    shell.out(exclusionText(foreseen, await forecastCycle(context, foreseen.cycle, ids)));
    await confirm(shell, 'Leave them out?', { yes: yes === true, nothing: 'Nothing is changed' });
    const { people, cycle, until } = await excludePeople(context, input);
    const end = until ? ` until ${until}` : '';
    shell.out(`Left ${count(people.length, 'person', 'people')} out of ${cycle.name}${end}.`);
  });
}

function include(
  shell: Shell,
  { yes, ...asked }: Asked & { yes: boolean | undefined },
): Promise<void> {
  return withSession(shell, async ({ context, workspace }) => {
    const input = { workspaceId: workspace.id, by: { operator: userName() }, ...asked };
    const foreseen = await foreseeInclusion(context, input, (db, { cycle, people }) =>
      forecastCycle({ db, clock: context.clock }, cycle, new Set(people.map(({ id }) => id))),
    );
    shell.out(inclusionText(foreseen, foreseen.seen));
    await confirm(shell, 'Ask them again?', { yes: yes === true, nothing: 'Nothing is changed' });
    const { people, cycle } = await includePeople(context, input);
    shell.out(`${cycle.name} asks ${count(people.length, 'person', 'people')} again.`);
  });
}
