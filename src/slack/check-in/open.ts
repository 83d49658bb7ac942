import type { CommandHandler } from '../bolt/command/command.js';
import type { Register, SlackContext } from '../bolt/context.js';
import { onAction } from '../bolt/listen.js';
import { notices } from '../questionnaire/notice-views.js';
import { type Opener, openWindow } from '../ui/open-window.js';
import { checkInDefinition } from './definition.js';
import { openCheckInAction, openCheckInButton } from './links.js';
import { checkInView } from './views.js';

/** The command's word: opens my check-in. */
export const openFromCommand: CommandHandler = async (command) => {
  await command.ack();
  await open(command.slack, command);
};

/** The button in a message, on Home, or in a modal, which it replaces. */
export const registerOpen: Register = (app, slack) => {
  onAction(app, openCheckInAction, (press) => open(slack, press));
};

function open(slack: SlackContext, opener: Opener): Promise<void> {
  const openButton = (text: string) => openCheckInButton(text, { style: 'primary' });
  return openWindow(opener, {
    log: slack.services.log,
    notices: notices(checkInDefinition),
    loading: 'One moment, I am getting your check-in.',
    draw: () => checkInView(slack, opener.body.user.id),
    replaces: 'every window',
    what: 'your check-in',
    retry: openButton('Try again'),
    again: openButton('Open my check-in'),
  });
}
