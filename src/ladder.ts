import type { WebClient } from '@slack/web-api';
import type { Config } from './config.js';
import { openDatabase } from './database/index.js';
import type { Framework } from './domain/framework.js';
import { readFrameworkFile } from './framework-file.js';
import { startJobs } from './jobs/index.js';
import { createLog } from './log.js';
import { type Clock, type Context, type Log, systemClock } from './services/context.js';
import { Frameworks } from './services/frameworks.js';
import type { Messenger } from './services/messenger.js';
import { refreshProfiles } from './services/profiles.js';
import { rememberWorkspace, type Workspace } from './services/workspaces.js';
import { createSlackApp } from './slack/app.js';
import { patientClient } from './slack/clients.js';
import { startConnection } from './slack/connection.js';
import { slackDirectory } from './slack/directory.js';
import { type Identity, identify } from './slack/identity.js';
import { slackMessenger } from './slack/send.js';

export { readFrameworkFile } from './framework-file.js';

/** A running Ladder. */
export interface Ladder {
  context: Context;
  workspace: Workspace;
  messenger: Messenger;
  /** Where Slack's requests and health checks are answered. */
  port: number;
  /** Resolves, with what to do in words, if it can't go on: its embedded database has ended by itself. */
  died: Promise<Error>;
  /** Resolves when no request is being worked on. */
  idle(): Promise<void>;
  /** Stops taking work, finishes what runs, closes. */
  stop(): Promise<void>;
}

/**
 * Puts the parts together and starts them: framework, Slack's word on the token, database, listeners,
 * jobs. Throws an Error in words if one of them won't start; nothing stays open then. Without
 * `schedule` nothing is sent on its own accord: for who moves the clock and sends by hand.
 */
export async function startLadder(
  config: Config,
  options: { clock?: Clock; log?: Log; schedule?: boolean } = {},
): Promise<Ladder> {
  const { clock = systemClock, log = createLog(config.logLevel), schedule = true } = options;
  const framework = readFrameworkFile(config.frameworkFile);
  const client = patientClient(config.slack.botToken, config.slack.apiUrl);
  const identity = await identify(client, config.slack);
  const database = await openDatabase(config);
  const closers = [() => database.close()];
  const stop = async () => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    const { context, workspace } = await prepare({ ...database, clock, log }, identity, framework);
    const messenger = slackMessenger(client, { command: config.slack.command, log });
    if (schedule) {
      const jobs = await startJobs({
        url: database.url,
        context,
        messenger,
        workspaceId: workspace.id,
        refreshProfiles: () =>
          refreshProfiles(context, slackDirectory(client), { workspaceId: workspace.id }),
      });
      closers.push(() => jobs.stop());
    }
    const connection = await startConnection({
      port: config.port,
      slackApp: createSlackApp(
        { services: context, messenger, workspace, command: config.slack.command },
        {
          ...config.slack,
          identity,
        },
      ),
      readiness: () => readiness(context, client),
    });
    closers.push(() => connection.stop());
    log.info({ port: connection.port, embedded: database.embedded }, 'ready');
    const { port, idle } = connection;
    return { context, workspace, messenger, port, died: database.died, idle, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function prepare(
  parts: Pick<Context, 'db' | 'clock' | 'log'>,
  identity: Identity,
  framework: Framework,
): Promise<{ context: Context; workspace: Workspace }> {
  const { db, clock, log } = parts;
  const workspace = await rememberWorkspace(parts, {
    slackTeamId: identity.teamId,
    name: identity.teamName,
  });
  const frameworks = new Frameworks(db);
  await frameworks.use(workspace.id, framework);
  return { context: { db, clock, log, frameworks }, workspace };
}

/** What keeps this Ladder from doing its work right now, in words. */
async function readiness({ db }: Context, client: WebClient): Promise<string[]> {
  const checks = await Promise.allSettled([db.$queryRaw`SELECT 1`, client.auth.test()]);
  const words = ['The database is not answering.', 'Slack is not answering, or refuses the token.'];
  return words.filter((_, check) => checks[check]?.status === 'rejected');
}
