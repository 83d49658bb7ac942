import type { TokenKey } from '../../domain/installation/token-keys.js';
import { dayFromDate } from '../../domain/time/day.js';
import type { Context } from '../../services/context.js';
import { UserFacingError } from '../../services/errors/index.js';
import {
  type Installation,
  listInstallations,
  readTokens,
  renewalRefusedText,
} from '../../services/installation/index.js';
import { listWorkspaces, readUninstalled } from '../../services/workspace/index.js';

export interface ListedWorkspace {
  slackTeamId: string;
  name: string;
  /** How many people are known and haven't left. */
  people: number;
  /** Whether the app is installed there, in words. */
  app: string;
}

/** Returns all workspaces. `keys`: what opens their tokens; undefined where the environment has the token. */
export async function listForOperator(
  context: Pick<Context, 'db'>,
  keys: readonly TokenKey[] | undefined,
): Promise<ListedWorkspace[]> {
  const installations = await listInstallations(context);
  const listed: ListedWorkspace[] = [];
  for (const { id, slackTeamId, name } of await listWorkspaces(context)) {
    const people = await context.db.person.count({ where: { workspaceId: id, leftAt: null } });
    const installation = installations.find(({ workspace }) => workspace.id === id);
    const app = await appText(context, { id, installation, keys });
    listed.push({ slackTeamId, name, people, app });
  }
  return listed;
}

interface Asked {
  id: string;
  installation: Installation | undefined;
  keys: readonly TokenKey[] | undefined;
}

async function appText(
  context: Pick<Context, 'db'>,
  { id, installation, keys }: Asked,
): Promise<string> {
  const uninstalled = await readUninstalled(context, id);
  if (uninstalled) return `uninstalled on ${dayFromDate(uninstalled.at)}`;
  if (!keys) return 'with the token of SLACK_BOT_TOKEN, if that is its own';
  if (!installation) return 'not installed';
  const since = `installed on ${dayFromDate(installation.installedAt)}`;
  try {
    await readTokens(context, keys, id);
  } catch (error) {
    if (error instanceof UserFacingError) return `${since}, and not served. ${error.message}`;
    throw error;
  }
  const { renewalRefused, tokenExpiresAt } = installation;
  if (renewalRefused !== undefined && tokenExpiresAt) {
    return `${since}. ${renewalRefusedText({ renewalRefused, tokenExpiresAt })}`;
  }
  return installation.keyId === keys[0]?.id ? since : `${since}, with an older key`;
}
