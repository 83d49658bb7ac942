import type { App } from '@slack/bolt';
import type { SlackAppConfig } from '../config.js';
import type { WorkspaceTarget } from '../jobs/minute-job.js';
import type { Context } from '../services/context.js';
import type { Messenger } from '../services/delivery/index.js';
import { ProfileReader } from '../services/person/index.js';
import type { Workspace } from '../services/workspace/index.js';
import { createSlackApp } from '../slack/app.js';
import { slackDirectory } from '../slack/bolt/members/directory.js';
import { SlackMembers } from '../slack/bolt/members/members.js';
import type { SlackObserver } from '../slack/bolt/observer.js';
import { slackOwnFiles } from '../slack/bolt/own-files.js';
import { slackFiles } from '../slack/bolt/shared-files.js';
import { askingClient, backgroundClient } from '../slack/bolt/web-api/clients.js';
import { type Identity, takesToken } from '../slack/bolt/web-api/identity.js';
import { slackMessenger } from '../slack/delivery/send.js';
import { messageBlocks } from '../slack/messages.js';

/** What the parts of all workspaces share. */
export interface Shared {
  context: Context;
  slack: SlackAppConfig;
  observer: SlackObserver | undefined;
  /** Whether the ladder comes from a file. */
  hasLadderFile: boolean;
  /** Keeps the list of erased people outside the database as well. */
  keepErasedList(): Promise<void>;
}

/** A workspace to be served, and the token that Slack has accepted for it. */
export interface ServedWorkspace {
  workspace: Workspace;
  identity: Identity;
  botToken: string;
  /** Deletes the token, once Slack refuses it; undefined where the operator keeps it. */
  forgetToken?: (() => Promise<void>) | undefined;
}

/** The parts of one workspace. */
export interface WorkspaceParts {
  context: Context;
  messenger: Messenger;
  /** Answers the requests of its people. */
  app: App;
  /** What the minute job works with. */
  target: WorkspaceTarget;
}

/** Builds them, and starts nothing. */
export function createWorkspaceParts(
  { context: shared, slack, observer, keepErasedList, hasLadderFile }: Shared,
  { workspace, identity, botToken, forgetToken }: ServedWorkspace,
): WorkspaceParts {
  const { log } = shared;
  const client = backgroundClient(botToken, slack, { log, observer });
  const asking = askingClient(botToken, slack, { log, observer });
  const members = new SlackMembers(asking, shared, workspace);
  const context: Context = { ...shared, members };
  const messenger = slackMessenger(client, { ...slack, blocks: messageBlocks, log });
  const directory = slackDirectory(client, workspace.slackTeamId);
  const profiles = new ProfileReader(context, directory, workspace.id);
  const token = { takesToken: () => takesToken(client, slack), forgetToken };
  const app = createSlackApp(
    {
      ...{ services: context, messenger, workspace, command: slack.command },
      ...{ directory, files: slackFiles(client, { ...slack, botToken }), token },
      ...{ ownFiles: slackOwnFiles(client, slack), keepErasedList, hasLadderFile },
    },
    { ...slack, botToken, identity, members, observer },
  );
  const target = {
    ...{ workspaceId: workspace.id, context, messenger },
    refreshProfiles: () => profiles.refresh(),
    ...token,
    keepErasedList,
  };
  return { context, messenger, app, target };
}
