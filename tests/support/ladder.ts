import { bot, channels, people, workspace } from '../../playground/made-up-workspace.js';
import { placePeople } from '../../playground/place-people.js';
import { type LocalSlack, startLocalSlack } from '../../playground/slack/index.js';
import type { LocalSlackOptions } from '../../playground/slack/options.js';
import type { Config, SlackConfig } from '../../src/config.js';
import { type Ladder, startLadder } from '../../src/ladder.js';
import { projectPath } from '../../src/project-path.js';
import { type SentReminder, sendReminders } from '../../src/services/reminder/reminders.js';
import { type BreakableDatabase, breakable } from './breakable-database.js';
import { openTestServer } from './database.js';
import { type RecordedLine, recordingLog } from './recording-log.js';
import { TestClock } from './test-clock.js';

/** The whole product against the local Slack, with a clock that the test moves. */
export interface TestLadder {
  slack: LocalSlack;
  readonly ladder: Ladder;
  clock: TestClock;
  /** A wire to the database that a test can cut. */
  database: BreakableDatabase;
  /** Everything that was logged. */
  logged: RecordedLine[];
  /** Sends what is due at the clock's present. */
  sendDue(): Promise<SentReminder[]>;
  /** A made-up person by their first name: `as('Teo')`. */
  as(firstName: string): ReturnType<LocalSlack['as']>;
  /** Stops Ladder and starts it again on the same database, with another configuration. */
  restart(changes: Partial<OneConfig>): Promise<void>;
  /** Stops everything; throws if Slack refused anything that the test hasn't taken note of. */
  stop(): Promise<void>;
}

type OneConfig = Config & { slack: SlackConfig };

export interface TestLadderOptions {
  /** The present, in ISO form. Default: Tuesday 2 March 2027, the day before Q1's check-ins open. */
  now?: string;
  /** Whether the made-up people have their roles and managers from the start. Default: true. */
  placed?: boolean;
  slack?: Partial<LocalSlackOptions>;
  config?: Partial<OneConfig>;
  socketMode?: boolean;
  /** Whether Americans read American dates, as in the playground. Default: false, one form for all. */
  ownLocales?: boolean;
}

const botToken = 'xoxb-test';
const appToken = 'xapp-test';
export const testSigningSecret = 'a signing secret for tests';

export async function startTestLadder(options: TestLadderOptions = {}): Promise<TestLadder> {
  const clock = new TestClock(options.now ?? '2027-03-02T15:00:00Z');
  const server = await openTestServer();
  const database = await breakable(server.url);
  const everybody = options.ownLocales
    ? people
    : people.map((person) => ({ ...person, locale: 'en-GB' }));
  const slack = await startLocalSlack({
    workspace,
    people: everybody,
    channels,
    bot,
    botToken,
    signingSecret: testSigningSecret,
    ...(options.socketMode && { appToken }),
    app: {
      commands: [{ command: '/ladder', description: 'Your role and what comes next' }],
      shortcuts: [{ callbackId: 'evidence.keep', name: 'Keep as evidence', type: 'message' }],
    },
    now: () => clock.now(),
    // Each test is held to Slack's three seconds by late-acks.ts, which is fair on a busy machine.
    timing: { ackMs: 20_000, triggerMs: 20_000 },
    ...options.slack,
  });
  const { log, lines } = recordingLog();
  const start = async (changes: Partial<OneConfig> = {}) => {
    const started = await startLadder(
      {
        databaseUrl: database.url,
        poolSize: 8,
        dataDirectory: '',
        host: '127.0.0.1',
        port: 0,
        metricsPort: undefined,
        metricsHost: '127.0.0.1',
        stopDelayMs: 0,
        logLevel: 'silent',
        frameworkFile: projectPath('ladders', 'business-operations.yaml'),
        slack: {
          botToken,
          appToken: options.socketMode ? appToken : undefined,
          signingSecret: testSigningSecret,
          apiUrl: slack.apiUrl,
          command: '/ladder',
          messagesPerMinute: 60_000,
        },
        ...options.config,
        ...changes,
      },
      { clock, log, schedule: false },
    );
    slack.connectApp(`http://127.0.0.1:${started.port}/slack/events`);
    return started;
  };
  let ladder = await start();
  if (options.placed ?? true) await placePeople(ladder.context, ladder.workspace.id, everybody);
  return {
    slack,
    get ladder() {
      return ladder;
    },
    clock,
    database,
    logged: lines,
    sendDue: () => sendReminders(ladder.context, ladder.messenger, ladder.workspace.id),
    as(firstName) {
      const person = people.find(({ name }) => name.startsWith(`${firstName} `));
      if (!person) throw new Error(`There is no made-up person called ${firstName}.`);
      return slack.as(person.id);
    },
    async restart(changes) {
      await ladder.stop();
      ladder = await start(changes);
    },
    async stop() {
      database.restore();
      await ladder.stop();
      await slack.close();
      await database.close();
      await server.close();
      // Somebody closed a window while it was being filled, or something else stands there by now.
      const refused = slack.refusals.filter(
        ({ where, error }) =>
          where !== 'views.update' || !['not_found', 'hash_conflict'].includes(error ?? ''),
      );
      if (refused.length > 0) {
        throw new Error(`Slack refused: ${JSON.stringify(refused, null, 2)}`);
      }
    },
  };
}
