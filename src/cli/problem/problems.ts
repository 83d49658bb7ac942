import { Command } from 'commander';
import { reasonText } from '../../domain/delivery/reasons.js';
import { problemFact, problemKinds, problemWords } from '../../domain/problem/kinds.js';
import { csvText } from '../../domain/text/csv-writing.js';
import { listProblems, type Problem } from '../../services/problem/index.js';
import { type Session, withSession } from '../session.js';
import type { Shell } from '../shell.js';
import { table } from '../table.js';
import { instantText } from '../time.js';
import { userName } from '../user-name.js';

interface Options {
  csv?: boolean;
  json?: boolean;
}

/** `problems`: the same as the page of an admin in Slack, with the command that mends each kind. */
export function problemsCommand(shell: Shell): Command {
  return new Command('problems')
    .description('who can’t take part or be reached, and why; changes nothing')
    .option('--csv', 'print CSV')
    .option('--json', 'print JSON')
    .action((options: Options) =>
      withSession(shell, (session) => showProblems(shell, session, options)),
    );
}

async function showProblems(
  shell: Shell,
  { context, workspace }: Session,
  { csv, json }: Options,
): Promise<void> {
  const by = { operator: userName() };
  const problems = await listProblems(context, { workspaceId: workspace.id, by });
  if (json) return shell.out(JSON.stringify(problems, null, 2));
  if (csv) return shell.out(csvText(csvRows(problems)).trimEnd());
  if (problems.length === 0) {
    return shell.out('No problems: everybody is placed, and every message has arrived.');
  }
  shell.out(problemKinds.flatMap((kind) => sectionOf(kind, problems, shell)).join('\n\n'));
}

function sectionOf(kind: Problem['kind'], all: readonly Problem[], shell: Shell): string[] {
  const problems = all.filter((one) => one.kind === kind);
  if (problems.length === 0) return [];
  const { advice, command } = problemWords[kind];
  const head = `${problemFact(kind, problems.length)}. ${advice}\nTo mend it: ${command}`;
  return [`${head}\n${tableOf(problems, shell)}`];
}

function tableOf(problems: readonly Problem[], shell: Shell): string {
  const isAboutMessages = problems.some(({ message }) => message !== undefined);
  return table(
    problems,
    [
      { title: 'Person', text: ({ name, slackUserId }) => `${name} (${slackUserId})` },
      { title: 'Manager', text: ({ managerName }) => managerName ?? '' },
      { title: 'Role', text: ({ roleKey }) => roleKey ?? '' },
      ...(isAboutMessages
        ? [
            { title: 'Message', text: ({ message }: Problem) => message?.kind ?? '' },
            {
              title: 'Due',
              text: ({ message }: Problem) =>
                message ? instantText(message.dueAt, shell.timeZone) : '',
            },
            { title: 'Because', text: ({ message }: Problem) => becauseOf(message) },
            { title: 'Id', text: ({ message }: Problem) => message?.id ?? '' },
          ]
        : []),
    ],
    shell,
  );
}

function becauseOf(message: Problem['message']): string {
  return message ? reasonText(message.reason) : '';
}

function csvRows(problems: readonly Problem[]): string[][] {
  const rows = problems.map(
    ({ kind, name, slackUserId, managerName = '', roleKey = '', message }) => [
      ...[kind, name, slackUserId, managerName, roleKey],
      ...[message?.kind ?? '', message?.id ?? '', message?.reason ?? ''],
    ],
  );
  const titles = ['problem', 'name', 'slack_user_id', 'manager', 'role'];
  return [[...titles, 'message', 'message_id', 'reason'], ...rows];
}
