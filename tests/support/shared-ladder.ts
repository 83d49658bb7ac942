import { type SlackHub, startSlackHub } from '../../playground/hub/index.js';
import { bot, channels, people, workspace } from '../../playground/made-up-workspace.js';
import {
  secondBot,
  secondChannels,
  secondPeople,
  secondWorkspace,
} from '../../playground/second-workspace.js';
import type { LocalSlack } from '../../playground/slack/index.js';
import type { Config, SeveralConfig } from '../../src/config.js';
import { readTokenKeys } from '../../src/domain/installation/token-keys.js';
import { type SharedLadder, startSharedLadder } from '../../src/ladder.js';
import { openTestServer } from './database.js';
import { type RecordedLine, recordingLog } from './recording-log.js';
import { TestClock } from './test-clock.js';

export const first = workspace.id;
export const second = secondWorkspace.id;
export const firstKey = Buffer.alloc(32, 1).toString('base64');
export const secondKey = Buffer.alloc(32, 2).toString('base64');
export const hubSigningSecret = 'a signing secret for several';
const client = { clientId: '123.456', clientSecret: 'a-made-up-client-secret' };

/** The whole product for several workspaces, against a hub of local Slacks. */
export interface TestSharedLadder {
  hub: SlackHub;
  readonly ladder: SharedLadder;
  clock: TestClock;
  databaseUrl: string;
  logged: RecordedLine[];
  slack(teamId: string): LocalSlack;
  /** Installs the app as somebody does in a browser; the page that they see in the end. */
  install(teamId: string): Promise<Page>;
  /** A GET of the server. */
  get(path: string, headers?: Record<string, string>): Promise<Page>;
  /** The id of a workspace's row. */
  workspaceId(teamId: string): Promise<string>;
  /** The variables of a command line beside it. */
  env: NodeJS.ProcessEnv;
  /** Starts another instance on the same database. */
  another(more?: { keys?: string }): Promise<SharedLadder>;
  /** Stops it and starts it again, with other keys, or for some workspaces only, if they are given. */
  restart(more?: Changes): Promise<void>;
  stop(): Promise<void>;
}

interface Changes {
  keys?: string;
  onlyWorkspaces?: string[];
}

export interface Page {
  status: number;
  text: string;
  location: string;
  cookie: string;
}

export async function startTestSharedLadder({
  now = '2027-03-02T15:00:00Z',
  frameworkFile,
}: {
  now?: string;
  frameworkFile?: string;
} = {}): Promise<TestSharedLadder> {
  const clock = new TestClock(now);
  const server = await openTestServer();
  const same = {
    signingSecret: hubSigningSecret,
    app: { commands: [{ command: '/ladder', description: 'Your role and what comes next' }] },
    now: () => clock.now(),
    timing: { ackMs: 20_000, triggerMs: 20_000, eventRetryMs: [] },
  };
  const hub = await startSlackHub({
    ...client,
    workspaces: [
      { ...same, workspace, people, channels, bot },
      {
        ...{ ...same, workspace: secondWorkspace, bot: secondBot },
        ...{ people: secondPeople, channels: secondChannels },
      },
    ],
  });
  const { log, lines } = recordingLog();
  const start = ({ keys = firstKey, onlyWorkspaces }: Changes = {}) =>
    startSharedLadder(
      { ...configOf(server.url, { apiUrl: hub.apiUrl, keys, onlyWorkspaces }), frameworkFile },
      {
        ...{ clock, log, schedule: false },
      },
    );
  let ladder = await start();
  hub.connectApp(`http://127.0.0.1:${ladder.port}/slack/events`);
  const get = async (path: string, headers: Record<string, string> = {}) => {
    const url = `http://127.0.0.1:${ladder.port}${path}`;
    const response = await fetch(url, { headers, redirect: 'manual' });
    return {
      status: response.status,
      text: await response.text(),
      location: response.headers.get('location') ?? '',
      cookie: response.headers.get('set-cookie') ?? '',
    };
  };
  return {
    ...{ hub, clock, databaseUrl: server.url, logged: lines, get },
    get ladder() {
      return ladder;
    },
    slack: (teamId) => hub.of(teamId),
    async install(teamId) {
      const { path, cookie } = await callback(await get('/slack/install'), (uri) =>
        hub.allow(teamId, uri),
      );
      return get(path, { cookie });
    },
    async workspaceId(slackTeamId) {
      const row = await ladder.context.db.workspace.findUniqueOrThrow({ where: { slackTeamId } });
      return row.id;
    },
    env: {
      ...{ DATABASE_URL: server.url, SLACK_API_URL: hub.apiUrl, TOKENS_KEY: firstKey },
      ...{ SLACK_CLIENT_ID: client.clientId, SLACK_CLIENT_SECRET: client.clientSecret },
      ...{ SLACK_SIGNING_SECRET: hubSigningSecret, PUBLIC_URL: 'https://ladder.example.com' },
    },
    another: start,
    async restart(changes) {
      await ladder.stop();
      ladder = await start(changes);
      hub.connectApp(`http://127.0.0.1:${ladder.port}/slack/events`);
    },
    async stop() {
      await ladder.stop();
      await hub.close();
      await server.close();
    },
  };
}

/** What a browser brings back from Slack: the path with code and state, and the cookie. */
export async function callback(
  { location, cookie }: Page,
  allow: (redirectUri: string) => string,
): Promise<{ path: string; cookie: string; code: string; state: string }> {
  const asked = new URL(location).searchParams;
  const state = asked.get('state') ?? '';
  const code = allow(asked.get('redirect_uri') ?? '');
  const path = `/slack/oauth_redirect?${new URLSearchParams({ code, state })}`;
  return { path, cookie: cookie.split(';')[0] ?? '', code, state };
}

function configOf(
  databaseUrl: string,
  { apiUrl, keys, onlyWorkspaces }: { apiUrl: string; keys: string } & Changes,
): Config & { slack: SeveralConfig } {
  return {
    ...{ databaseUrl, poolSize: 8, dataDirectory: '', host: '127.0.0.1', port: 0 },
    ...{ metricsPort: undefined, metricsHost: '127.0.0.1', stopDelayMs: 0 },
    ...{ logLevel: 'silent' as const, frameworkFile: undefined },
    slack: {
      ...{ appToken: undefined, signingSecret: hubSigningSecret, apiUrl },
      ...{ command: '/ladder', messagesPerMinute: 60_000 },
      oauth: {
        ...client,
        keys: readTokenKeys(keys).keys,
        onlyWorkspaces,
        publicUrl: 'https://ladder.example.com',
        authorizeUrl: 'https://slack.example.com/oauth/v2/authorize',
      },
    },
  };
}
