import type { AckFn, RespondArguments, RespondFn } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { SlackContext } from '../context.js';

/** What a handler of one subcommand gets. */
export interface CommandArguments {
  slack: SlackContext;
  /** What follows the subcommand's word, trimmed. */
  text: string;
  userId: string;
  /** What opens a window. */
  body: { trigger_id: string; user: { id: string } };
  ack: AckFn<string | RespondArguments>;
  respond: RespondFn;
  /** The interactive client: short timeout, no retries. */
  client: WebClient;
}

export type CommandHandler = (command: CommandArguments) => Promise<void>;
