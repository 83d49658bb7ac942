import type { App, Context } from '@slack/bolt';
import type { SlackContext } from '../context.js';
import type { CommandHandler } from './command.js';

/** What a command's text means. */
export interface CommandRead {
  handler: CommandHandler;
  /** What is left of the text for the handler. */
  text: string;
  /** It asks about roles, whatever the reader's own role is. */
  isLookUp: boolean;
}

/** Reads a request's command. The first result goes along in Bolt's context of the request. */
export type ReadCommand = (typed: string, context: Context) => CommandRead;

export function readOnce(read: (typed: string) => CommandRead): ReadCommand {
  return (typed, context) => {
    context.commandRead ??= read(typed);
    return context.commandRead as CommandRead;
  };
}

/** Answers the slash command. */
export function registerCommand(app: App, slack: SlackContext, read: ReadCommand): void {
  app.command(slack.command, async ({ command, ack, respond, client, context }) => {
    const { handler, text } = read(command.text, context);
    await handler({
      slack,
      text,
      userId: command.user_id,
      body: { trigger_id: command.trigger_id, user: { id: command.user_id } },
      ack,
      respond,
      client,
    });
  });
}
