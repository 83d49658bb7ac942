import type { App } from '@slack/bolt';
import * as checkIn from '../../check-in/index.js';
import * as evidence from '../../evidence/index.js';
import * as me from '../../person/index.js';
import * as role from '../../role/index.js';
import * as team from '../../team/index.js';
import type { SlackContext } from '../context.js';
import type { CommandHandler } from './command.js';
import { readCommandText, splitCommand } from './text.js';

const commands: Record<string, CommandHandler> = {
  ...role.commands,
  ...checkIn.commands,
  ...evidence.commands,
  ...me.commands,
  ...team.commands,
};

/** Answers the slash command: its first word says which feature does, anything else is a look-up. */
export function registerCommand(app: App, slack: SlackContext): void {
  app.command(slack.command, async ({ command, ack, respond, client }) => {
    const { handler, text } = read(command.text);
    await handler({
      slack,
      text,
      userId: command.user_id,
      userName: command.user_name,
      channelId: command.channel_id,
      body: { trigger_id: command.trigger_id, user: { id: command.user_id } },
      ack,
      respond,
      client,
    });
  });
}

/**
 * The words that a command may begin with; anything else is a look-up. Sorted.
 * @internal
 */
export const commandWords = Object.keys(commands).sort();

/** Whether a command's text asks about roles, whatever the reader's own role is. */
export function isLookUp(given: string): boolean {
  const { handler, text } = read(given);
  if (handler === role.answerRoleCommand) return text !== '';
  return Object.values(role.commands).includes(handler);
}

/** Which handler answers a command's text, and what is left of the text for it. */
function read(given: string): { handler: CommandHandler; text: string } {
  const text = readCommandText(given);
  const { word, rest } = splitCommand(text);
  // With more words "team" begins a role's name: "team leader".
  const isSubcommand = Object.hasOwn(commands, word) && !(word === 'team' && rest !== '');
  const handler = isSubcommand ? commands[word] : undefined;
  if (handler) return { handler, text: rest };
  return { handler: role.answerRoleCommand, text };
}
