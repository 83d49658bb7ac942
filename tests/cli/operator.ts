import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bot, channels, people, workspace } from '../../playground/made-up-workspace.js';
import { type LocalSlack, startLocalSlack } from '../../playground/slack/index.js';
import { runCommand } from '../../src/cli/run.js';
import type { OpenDatabase } from '../../src/database/index.js';
import { openTestDatabase } from '../support/database.js';
import { TestClock } from '../support/test-clock.js';

export interface CommandResult {
  code: number;
  out: string;
  error: string;
}

/** Somebody at the command line, with a database and a local Slack of their own. */
export interface Operator {
  slack: LocalSlack;
  db: OpenDatabase['db'];
  clock: TestClock;
  /** What is set; tests may change it. */
  environment: NodeJS.ProcessEnv;
  /** What they answer when they are asked; undefined: nobody can be asked. */
  answer: boolean | undefined;
  run(...words: string[]): Promise<CommandResult>;
  /** Writes a file and gives its path. */
  write(name: string, content: string | Buffer): string;
  /** Everything is as at the start again: no workspace, no people, no cycles. */
  forget(): Promise<void>;
  stop(): Promise<void>;
}

export const botToken = 'xoxb-operator';
export const signingSecret = 'a signing secret of the operator';

const start = '2027-03-02T15:00:00Z';

/** The present is Tuesday 2 March 2027, 10:00 in New York, where the machine stands. */
export async function startOperator(): Promise<Operator> {
  const clock = new TestClock(start);
  const database = await openTestDatabase();
  const slack = await startLocalSlack({
    workspace,
    people: people.map((person) => ({ ...person, email: addressOf(person.id) })),
    channels,
    bot,
    botToken,
    signingSecret,
    appToken: 'xapp-operator',
    client: { clientId: '1.2', clientSecret: 'client' },
    now: () => clock.now(),
  });
  const folder = mkdtempSync(join(tmpdir(), 'ladder-operator-'));
  const initial = {
    DATABASE_URL: database.url,
    DATA_DIR: folder,
    // No test of a command listens to it.
    PORT: '0',
    SLACK_BOT_TOKEN: botToken,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: slack.apiUrl,
  };
  const operator: Operator = {
    slack,
    db: database.db,
    clock,
    environment: { ...initial },
    answer: undefined,
    async run(...words) {
      const out: string[] = [];
      const error: string[] = [];
      const code = await runCommand(words, {
        environment: operator.environment,
        clock,
        timeZone: 'America/New_York',
        out: (line) => out.push(line),
        error: (line) => error.push(line),
        colours: false,
        ...(operator.answer !== undefined && { ask: async () => operator.answer === true }),
      });
      return { code, out: out.join('\n'), error: error.join('\n') };
    },
    write(name, content) {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
    async forget() {
      clock.set(start);
      operator.environment = { ...initial };
      operator.answer = undefined;
      await database.db.workspace.deleteMany();
    },
    async stop() {
      await slack.close();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return operator;
}

/** The e-mail address of one of the made-up people. */
export function addressOf(slackUserId: string): string {
  return `${slackUserId.slice(2).toLowerCase()}@moss.test`;
}

const columns = 'slack_user_id,role,manager_slack_user_id,started_on';

/** The text of a people file with these lines. */
export function peopleFile(...lines: string[]): string {
  return `${[columns, ...lines].join('\n')}\n`;
}

/** Everyone of the made-up workspace, as its People Ops would list them. */
export const everyone = peopleFile(
  ...people.map(({ id, role = '', manager = '', inRoleSince = '' }) =>
    [id, role, manager, inRoleSince].join(','),
  ),
);
