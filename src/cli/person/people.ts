import { basename } from 'node:path';
import { Command } from 'commander';
import { readPeopleFile } from '../../domain/person/people-file.js';
import { indexOf } from '../../domain/role/position.js';
import { UserFacingError } from '../../services/errors/index.js';
import { importPeople, listPeople } from '../../services/person/index.js';
import { slackDirectory } from '../../slack/bolt/members/directory.js';
import { readTextFile } from '../../system/text-file.js';
import { type Session, withSession } from '../session.js';
import { CommandFailed, type Shell } from '../shell.js';
import { readingClient } from '../slack.js';
import { count, table } from '../table.js';
import { importProgress } from './progress.js';
import { importText, problemsText } from './text.js';

/** `people import` and `people list`. */
export function peopleCommand(shell: Shell): Command {
  const people = new Command('people').description('who is on the ladder, and where');
  people
    .command('import')
    .argument('<file>', 'CSV: slack_user_id, role, manager_slack_user_id, started_on')
    .description('put people on the ladder as a file says; all of them or, with any problem, none')
    .action((file: string) => withSession(shell, (session) => importFile(shell, session, file)));
  people
    .command('list')
    .description('everyone with their role and manager')
    .option('--json', 'print JSON')
    .action(({ json }: { json?: boolean }) =>
      withSession(shell, (session) => list(shell, session, json === true)),
    );
  return people;
}

async function importFile(shell: Shell, session: Session, path: string): Promise<void> {
  const { context, workspace, slack, signal } = session;
  const { rows, problems } = readPeopleFile(readText(path));
  const progress = importProgress(shell);
  const imported = await importPeople(context, {
    ...{ workspaceId: workspace.id, rows, problems, stopping: signal },
    ...(slack && { directory: slackDirectory(readingClient(slack), workspace.slackTeamId) }),
    onProgress: progress.report,
  }).finally(progress.end);
  if ('problems' in imported) {
    shell.error(problemsText(basename(path), imported.problems));
    throw new CommandFailed();
  }
  shell.out(importText(imported, titleOf(session)));
  if (!slack) {
    shell.out('Ids were not checked with Slack, because SLACK_BOT_TOKEN is not set.');
  }
}

/**
 * Reads the file's text. Throws UserFacingError where that fails, with the line if there is one.
 */
function readText(path: string): string {
  const read = readTextFile(path, { wanted: 'a CSV file', mostMegabytes: 64 });
  if ('text' in read) return read.text;
  const { line, message } = read.problem;
  if (line === undefined) throw new UserFacingError(message);
  throw new UserFacingError(problemsText(basename(path), [{ line, message }]));
}

async function list(shell: Shell, session: Session, json: boolean): Promise<void> {
  const people = await listPeople(session.context, session.workspace.id);
  if (json) return shell.out(JSON.stringify(people, null, 2));
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

/** Returns a role's title, or its key where the framework no longer has the role. */
function titleOf({ context, workspace }: Session) {
  const { framework } = context.frameworks.current(workspace.id);
  const roles = indexOf(framework);
  return (key: string | undefined) =>
    key === undefined ? undefined : (roles.role(key)?.title ?? key);
}
