import { Command, InvalidArgumentError } from 'commander';
import { peopleFileText } from '../../domain/person/people-file.js';
import { count } from '../../domain/text/count.js';
import { listPeople } from '../../services/person/index.js';
import { type Session, withSession } from '../session.js';
import type { Shell } from '../shell.js';
import { table } from '../table.js';
import { adminCommand } from './admins.js';
import { addErasure } from './erase.js';
import { addExport } from './export.js';
import { type ImportOptions, importFile } from './import.js';
import { placeCommands } from './place.js';
import { remove } from './remove.js';
import { titleOf } from './role-title.js';

/** `people import`, `people list`, `people remove`, and the changes of one person. */
export function peopleCommand(shell: Shell): Command {
  const people = new Command('people').description('who is on the ladder, and where');
  people
    .command('import')
    .argument('[file]', 'CSV: slack_user_id, role, manager_slack_user_id, started_on')
    .description('put people on the ladder as a file says; all of them or, with any problem, none')
    .option('--from-slack', "take the managers of people without one from Slack's profiles")
    .option('--dry-run', 'show what would change, and change nothing')
    .option('--most <number>', 'change nothing where more people would change', parseCount)
    .option('--skip-leavers', 'go on without the people who have left Slack')
    .option('--yes', 'do it without asking')
    .addHelpText('after', `\n${importHelp}`)
    .action((file: string | undefined, options: ImportOptions) =>
      withSession(shell, (session) => importFile(shell, session, { ...options, file })),
    );
  people
    .command('list')
    .description('everyone with their role and manager')
    .option('--csv', 'print a file that people import takes; without people who have left')
    .option('--json', 'print JSON')
    .action((options: ListOptions) =>
      withSession(shell, (session) => list(shell, session, options)),
    );
  people
    .command('remove')
    .argument('<people...>', 'Slack ids, or whole names in quotation marks')
    .description(
      'take people off the ladder: no role, no manager, no reports; what they wrote stays',
    )
    .option('--yes', 'do it without asking')
    .action((named: string[], { yes }: { yes?: boolean }) =>
      withSession(shell, (session) => remove(shell, session, { people: named, yes: yes === true })),
    );
  for (const command of [...placeCommands(shell), adminCommand(shell)]) {
    people.addCommand(command);
  }
  addExport(people, shell);
  addErasure(people, shell);
  return people;
}

const importHelp = `People and managers are Slack ids or, where the Slack app has the scope users:read.email,
e-mail addresses. People who are not in the file stay as they are. With --from-slack and the scope
users.profile:read it takes no file; a manager who was set in Ladder stays.`;

function parseCount(text: string): number {
  if (/^\d{1,7}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Write a number of people, like 20.');
}

interface ListOptions {
  csv?: boolean;
  json?: boolean;
}

async function list(shell: Shell, session: Session, { csv, json }: ListOptions): Promise<void> {
  const people = await listPeople(session.context, session.workspace.id);
  if (json) return shell.out(JSON.stringify(people, null, 2));
  if (csv) return shell.out(fileText(people).trimEnd());
  if (people.length === 0) {
    return shell.out('Nobody yet. Import a file: ladder people import FILE.csv');
  }
  const title = titleOf(session);
  shell.out(
    table(
      people,
      [
        { title: 'Name', text: ({ name, active }) => (active ? name : `${name} (left)`) },
        { title: 'Slack id', text: ({ slackUserId }) => slackUserId },
        { title: 'Role', text: ({ roleKey }) => title(roleKey) ?? '' },
        { title: 'Since', text: ({ inRoleSince }) => inRoleSince ?? '' },
        {
          title: 'Manager',
          text: ({ managerName, managerSlackUserId, managerLeft }) =>
            `${managerName || managerSlackUserId || ''}${managerLeft ? ' (left)' : ''}`,
        },
      ],
      shell,
    ),
  );
  shell.out(count(people.length, 'person', 'people'));
}

/** Everybody who is here, as a file that can be imported again and changes nothing then. */
function fileText(people: Awaited<ReturnType<typeof listPeople>>): string {
  const here = people.filter(({ active }) => active);
  return peopleFileText(
    here.map(({ slackUserId, name, roleKey = '', managerSlackUserId = '', inRoleSince = '' }) => ({
      ...{ slackUserId, name, role: roleKey, managerSlackUserId, startedOn: inRoleSince },
    })),
  );
}
