import type { WebClient } from '@slack/web-api';
import type { SlackConfig } from '../config.js';
import { installationCheck } from '../readiness/installation.js';
import { slackChecks } from '../readiness/slack.js';
import { forgetRefusal } from '../services/delivery/index.js';
import { noteInstalled, rememberWorkspace, type Workspace } from '../services/workspace/index.js';
import { backgroundClient } from '../slack/bolt/web-api/clients.js';
import { type Identity, identify } from '../slack/bolt/web-api/identity.js';
import type { Serving, ServingBasis } from './serving.js';
import { createWorkspaceParts, type WorkspaceParts } from './workspace-parts.js';

/** The one workspace of a bot token. */
export interface OneWorkspace extends Serving, Pick<WorkspaceParts, 'context' | 'messenger'> {
  workspace: Workspace;
}

/** Serves the workspace of the bot token, which Slack has just accepted. */
export async function serveOne(
  basis: ServingBasis,
  slack: SlackConfig,
  { client, identity }: { client: WebClient; identity: Identity },
): Promise<OneWorkspace> {
  const { shared, startFramework } = basis;
  const { db } = shared.context;
  const team = { slackTeamId: identity.teamId, name: identity.teamName };
  const workspace = await rememberWorkspace(shared.context, team);
  // Slack has just accepted this token; an earlier refusal may be resolved.
  await forgetRefusal(db, workspace.id);
  await noteInstalled(shared.context, workspace.id);
  await startFramework(workspace.id);
  const { botToken } = slack;
  const parts = createWorkspaceParts(shared, { workspace, identity, botToken });
  const { app, target, context, messenger } = parts;
  return {
    ...{ workspace, context, messenger },
    workspaceIds: () => [workspace.id],
    targets: async () => [target],
    findApp: async () => app,
    checks: [
      ...slackChecks(() => identify(client, slack)),
      installationCheck(context, workspace.id),
    ],
    routes: {},
  };
}

/** Asks Slack whose token it is. Throws an Error in words where Slack refuses it or can't be reached. */
export async function identifyOne(
  slack: SlackConfig,
  watched: Parameters<typeof backgroundClient>[2],
): Promise<{ client: WebClient; identity: Identity }> {
  const client = backgroundClient(slack.botToken, slack, watched);
  return { client, identity: await identify(client, slack) };
}
