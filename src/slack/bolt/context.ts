import type { App } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Context } from '../../services/context.js';
import type { Messenger } from '../../services/delivery/index.js';
import type { Directory } from '../../services/members.js';
import type { TokenCheck, Workspace } from '../../services/workspace/index.js';
import type { OwnFiles } from './own-files.js';
import type { SharedFiles } from './shared-files.js';

/** What every listener works with. */
export interface SlackContext {
  services: Context;
  /** For what a person's request sends to somebody else. */
  messenger: Messenger;
  /** Slack's list of people, for reading many. */
  directory: Directory;
  /** What people upload in forms. */
  files: SharedFiles;
  /** What Ladder hands to people as a file. */
  ownFiles: OwnFiles;
  /** Whether the ladder comes from a file of the operator's, so that nobody publishes one here. */
  hasLadderFile: boolean;
  /** Keeps the list of erased people outside the database as well. Throws where it can't be written. */
  keepErasedList(): Promise<void>;
  /** The workspace that this Ladder serves. */
  workspace: Workspace;
  /** The app's token in the workspace. */
  token: TokenCheck;
  /** The slash command with its slash, "/ladder" unless the workspace chose another. */
  command: string;
  /**
   * Draws somebody's Home anew, which shows something of every feature. Never throws. `teamNote`: what
   * became of a press among their reports, in mrkdwn.
   */
  publishHome(
    client: WebClient,
    slackUserId: string,
    options?: { teamNote?: string },
  ): Promise<void>;
}

/** What a feature folder exports: it registers its own listeners. */
export type Register = (app: App, slack: SlackContext) => void;
