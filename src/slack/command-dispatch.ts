import type { AnyMiddlewareArgs, App, SlackCommandMiddlewareArgs } from '@slack/bolt';
import * as checkIn from './check-in/index.js';
import type { CommandHandler } from './command.js';
import { readCommandText, splitCommand } from './command-text.js';
import type { SlackContext } from './context.js';
import * as evidence from './evidence/index.js';
import * as me from './me/index.js';
import * as role from './role/index.js';
import * as team from './team/index.js';

const commands: Record<string, CommandHandler> = {
  ...role.commands,
  ...checkIn.commands,
  ...evidence.commands,
  ...me.commands,
  ...team.commands,
};

/**
 * One slash command; its first word says which feature answers, anything else is a look-up. It is
 * answered before the listeners: Bolt asks each of them about every request, which takes several
 * times as long as a look-up.
 */
export function registerCommand(app: App, slack: SlackContext): void {
  app.use(async (args) => {
    if (!isCommand(args) || args.command.command !== slack.command) return args.next();
    const { command, ack, respond, client } = args;
    const text = readCommandText(command.text);
    const { word, rest } = splitCommand(text);
    // With more words "team" begins a role's name: "team leader".
    const isSubcommand = Object.hasOwn(commands, word) && !(word === 'team' && rest !== '');
    const handler = isSubcommand ? commands[word] : undefined;
    const answer = handler ?? role.answerRoleCommand;
    await answer({
      slack,
      text: handler ? rest : text,
      userId: command.user_id,
      userName: command.user_name,
      channelId: command.channel_id,
      triggerId: command.trigger_id,
      ack,
      respond,
      client,
    });
  });
}

function isCommand(args: AnyMiddlewareArgs): args is SlackCommandMiddlewareArgs {
  return 'command' in args;
}
