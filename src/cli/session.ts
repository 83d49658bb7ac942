import { type CommandLineConfig, readCommandLineConfig } from '../config.js';
import { isThereEmbedded } from '../database/embedded.js';
import { openDatabase } from '../database/index.js';
import { useStored } from '../framework-source.js';
import { createLog } from '../log.js';
import type { Context } from '../services/context.js';
import { UserFacingError } from '../services/errors/index.js';
import { Frameworks } from '../services/framework/index.js';
import { messages } from '../services/messages/index.js';
import type { Workspace } from '../services/workspace/index.js';
import {
  chooseWorkspace,
  type SlackAccess,
  slackAccess,
  unknownWorkspace,
} from './chosen-workspace.js';
import { orInterrupted } from './interruption.js';
import type { Shell } from './shell.js';

/** What a command works with: the services, and Slack if there is a token. */
export interface Session extends SlackAccess {
  context: Context;
  workspace: Workspace;
  /** DATA_DIR. */
  dataDirectory: string;
  /** Aborted once the command is to end: long work begins nothing new then. */
  signal: AbortSignal | undefined;
}

/**
 * Opens the database (a running server's, if one has the embedded database open), finds the
 * workspace, calls `work` and closes. Throws what `work` throws, and UserFacingError while there is
 * no workspace, or several and nothing says which one is meant.
 */
export function withSession<T>(shell: Shell, work: (session: Session) => Promise<T>): Promise<T> {
  return withDatabase(shell, async (context, config) => {
    const workspace = await chooseWorkspace(context, config, shell.workspace);
    await useStored(context.frameworks as Frameworks, workspace.id, {
      file: config.frameworkFile,
      at: shell.clock.now(),
    });
    const access = await slackAccess(context, config, workspace);
    const { dataDirectory } = config;
    return work({ context, workspace, ...access, dataDirectory, signal: shell.signal });
  });
}

/**
 * The same for what is about all workspaces. Throws UserFacingError while there is no database, unless it
 * is to be made.
 */
export async function withDatabase<T>(
  shell: Shell,
  work: (context: Context, config: CommandLineConfig) => Promise<T>,
  { make = false } = {},
): Promise<T> {
  const config = readCommandLineConfig(shell.environment);
  if (!make && !config.slack && !isThereDatabase(config))
    throw new UserFacingError(unknownWorkspace);
  const database = await openDatabase(config, { join: true });
  try {
    const { db } = database;
    const frameworks = new Frameworks(db);
    // A command prints its results; log lines would be in between.
    const context = { db, clock: shell.clock, log: createLog('silent'), frameworks, messages };
    return await orInterrupted(work(context, config), shell.signal);
  } finally {
    await database.close();
  }
}

/** Without this check, a command in the wrong folder would create an empty database there. */
function isThereDatabase({ databaseUrl, dataDirectory }: CommandLineConfig): boolean {
  return databaseUrl !== undefined || isThereEmbedded(dataDirectory);
}
