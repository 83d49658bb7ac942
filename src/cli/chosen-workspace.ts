import type { CommandLineConfig } from '../config.js';
import { fold } from '../domain/text/fold.js';
import type { Context } from '../services/context.js';
import { UserFacingError } from '../services/errors/index.js';
import { readTokens } from '../services/installation/index.js';
import { listWorkspaces, rememberWorkspace, type Workspace } from '../services/workspace/index.js';
import { backgroundClient } from '../slack/bolt/web-api/clients.js';
import { identify } from '../slack/bolt/web-api/identity.js';

export const unknownWorkspace =
  'Ladder does not know your workspace yet. Start the server once (npm start), or set SLACK_BOT_TOKEN. If it runs already, call me in its folder or with its DATABASE_URL or DATA_DIR.';

type Config = Pick<CommandLineConfig, 'slack' | 'several'>;

/**
 * Returns the workspace that a command is about: the one that `wanted` names, the only one, or that of the
 * bot token. Throws UserFacingError, with what there is to choose from, where none of these says it.
 */
export async function chooseWorkspace(
  context: Pick<Context, 'db'>,
  { slack, several }: Config,
  wanted: string | undefined,
): Promise<Workspace> {
  const all = await listWorkspaces(context);
  if (wanted !== undefined) return ofToken(named(all, wanted), all, slack);
  const [first, ...others] = all;
  if (first && others.length === 0) return first;
  if (slack) {
    const { teamId, teamName } = await identify(backgroundClient(slack.botToken, slack), slack);
    return rememberWorkspace(context, { slackTeamId: teamId, name: teamName });
  }
  if (first) {
    throw new UserFacingError(
      `There are several workspaces here. Say which one is meant, for example --workspace ${first.slackTeamId}:\n${listText(all)}`,
    );
  }
  throw new UserFacingError(
    several
      ? 'No workspace has installed the app yet. Open /slack/install on the running server in a browser.'
      : unknownWorkspace,
  );
}

/** Throws UserFacingError where the bot token is that of another workspace. */
async function ofToken(
  workspace: Workspace,
  all: readonly Workspace[],
  slack: Config['slack'],
): Promise<Workspace> {
  if (!slack || all.length === 1) return workspace;
  const { teamId, teamName } = await identify(backgroundClient(slack.botToken, slack), slack);
  if (teamId === workspace.slackTeamId) return workspace;
  throw new UserFacingError(
    `SLACK_BOT_TOKEN is the token of ${teamName}, and not of ${workspace.name}. Set its own, or none.`,
  );
}

/** By Slack's id, or by the name however it is written. */
function named(all: readonly Workspace[], wanted: string): Workspace {
  const byId = all.find(({ slackTeamId }) => slackTeamId === wanted.toUpperCase());
  if (byId) return byId;
  const byName = all.filter(({ name }) => plain(name) === plain(wanted));
  const [one, other] = byName;
  if (one && !other) return one;
  throw new UserFacingError(
    one
      ? `Several workspaces are called ${one.name}. Give the id:\n${listText(byName)}`
      : `There is no workspace ${wanted} here. There are:\n${listText(all)}`,
  );
}

const plain = (name: string) => fold(name).toLowerCase();

function listText(all: readonly Workspace[]): string {
  return all.map(({ name, slackTeamId }) => `  ${slackTeamId}  ${name}`).join('\n');
}

/** How Slack is reached for the workspace, or in words why it can't be. */
export type SlackAccess = { slack: CommandLineConfig['slack']; noSlack: string };

/** Returns it: with the token of the environment, or with that of the workspace's installation. */
export async function slackAccess(
  context: Pick<Context, 'db'>,
  { slack, several }: Config,
  { id, name }: Workspace,
): Promise<SlackAccess> {
  const noSlack =
    "This needs Slack: set SLACK_BOT_TOKEN. Copy it from your Slack app's page OAuth & Permissions.";
  if (!several) return { slack, noSlack };
  const { keys, ...endpoint } = several;
  try {
    const tokens = await readTokens(context, keys, id);
    return {
      slack: tokens && { ...endpoint, botToken: tokens.botToken },
      noSlack: `The app isn't installed in ${name}. Open /slack/install on the running server in a browser.`,
    };
  } catch (error) {
    if (error instanceof UserFacingError) return { slack: undefined, noSlack: error.message };
    throw error;
  }
}
