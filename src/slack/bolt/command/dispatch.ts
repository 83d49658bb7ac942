import type { App } from '@slack/bolt';
import type { SlackContext } from '../context.js';
import type { CommandHandler } from './command.js';

/** Returns who answers a command's text, and what is left of the text for it. */
export type ReadCommand = (typed: string) => { handler: CommandHandler; text: string };

/** Answers the slash command. */
export function registerCommand(app: App, slack: SlackContext, read: ReadCommand): void {
  app.command(slack.command, async ({ command, ack, respond, client }) => {
    const { handler, text } = read(command.text);
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
