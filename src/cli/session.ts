import { type CommandLineConfig, readCommandLineConfig } from '../config.js';
import { isThereEmbedded } from '../database/embedded.js';
import { openDatabase } from '../database/index.js';
import { useStored } from '../framework-source.js';
import { createLog } from '../log.js';
import type { Context } from '../services/context.js';
import { UserFacingError } from '../services/errors/index.js';
import { Frameworks } from '../services/framework/index.js';
import { messages } from '../services/messages/index.js';
import { listWorkspaces, rememberWorkspace, type Workspace } from '../services/workspace/index.js';
import { backgroundClient } from '../slack/bolt/web-api/clients.js';
import { identify } from '../slack/bolt/web-api/identity.js';
import { orInterrupted } from './interruption.js';
import type { Shell } from './shell.js';

/** What a command works with: the services, and Slack if a token is set. */
export interface Session {
  context: Context;
  workspace: Workspace;
  slack: CommandLineConfig['slack'];
  /** DATA_DIR. */
  dataDirectory: string;
  /** Aborted once the command is to end: long work begins nothing new then. */
  signal: AbortSignal | undefined;
}

/**
 * Opens the database (a running server's, if one has the embedded database open), finds the
 * workspace, calls `work` and closes. Throws what `work` throws, and UserFacingError while there is
 * no workspace.
 */
export async function withSession<T>(
  shell: Shell,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const config = readCommandLineConfig(shell.environment);
  if (!config.slack && !isThereDatabase(config)) throw new UserFacingError(unknownWorkspace);
  const database = await openDatabase(config, { join: true });
  try {
    const { db } = database;
    const workspace = await findWorkspace({ db }, config.slack);
    const frameworks = new Frameworks(db);
    await useStored(frameworks, workspace.id, {
      file: config.frameworkFile,
      at: shell.clock.now(),
    });
    // A command prints its results; log lines would be in between.
    const context = { db, clock: shell.clock, log: createLog('silent'), frameworks, messages };
    const { slack, dataDirectory } = config;
    const session = { context, workspace, slack, dataDirectory, signal: shell.signal };
    return await orInterrupted(work(session), shell.signal);
  } finally {
    await database.close();
  }
}

const unknownWorkspace =
  'Ladder does not know your workspace yet. Start the server once (npm start), or set SLACK_BOT_TOKEN. If it runs already, call me in its folder or with its DATABASE_URL or DATA_DIR.';

/** Without this check, a command in the wrong folder would create an empty database there. */
function isThereDatabase({ databaseUrl, dataDirectory }: CommandLineConfig): boolean {
  return databaseUrl !== undefined || isThereEmbedded(dataDirectory);
}

/** Most commands work without a token: then the database decides which workspace is meant. */
async function findWorkspace(
  context: Pick<Context, 'db'>,
  slack: CommandLineConfig['slack'],
): Promise<Workspace> {
  const [first, ...others] = await listWorkspaces(context);
  if (first && others.length === 0) return first;
  if (!slack) {
    throw new UserFacingError(
      first
        ? 'The database holds several workspaces. Set SLACK_BOT_TOKEN; it says which one is meant.'
        : unknownWorkspace,
    );
  }
  const { teamId, teamName } = await identify(backgroundClient(slack.botToken, slack), slack);
  return rememberWorkspace(context, { slackTeamId: teamId, name: teamName });
}
