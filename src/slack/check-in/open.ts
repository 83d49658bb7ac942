import type { ModalView } from '@slack/types';
import { listUnsent, openCheckIn } from '../../services/check-in/index.js';
import { lostRoleTitle } from '../../services/person/index.js';
import { actor } from '../bolt/actor.js';
import type { CommandHandler } from '../bolt/command/command.js';
import type { Register, SlackContext } from '../bolt/context.js';
import { onAction } from '../bolt/listen.js';
import { notices, submittedView } from '../questionnaire/notice-views.js';
import { draftView } from '../questionnaire/page-views.js';
import { type Opener, openWindow } from '../ui/open-window.js';
import { aboutYouFirst } from './about-you.js';
import { checkInDefinition as definition } from './definition.js';
import { openCheckInAction, openCheckInButton } from './links.js';
import { noCycleView } from './notice-views.js';

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
    notices: notices(definition),
    loading: 'One moment, I am getting your check-in.',
    draw: () => checkInView(slack, opener.body.user.id),
    replaces: 'every window',
    what: 'your check-in',
    retry: openButton('Try again'),
    again: openButton('Open my check-in'),
  });
}

async function checkInView(slack: SlackContext, slackUserId: string): Promise<ModalView> {
  const who = await actor(slack, slackUserId);
  const opened = await openCheckIn(slack.services, who);
  switch (opened.kind) {
    case 'page':
      return draftView(definition, slack, opened.checkIn);
    case 'submitted':
      return submittedView(definition, opened.checkIn);
    case 'no_cycle':
      return noCycleView(opened.next, {
        unsent: await listUnsent(slack.services, who),
        roleKey: opened.person.roleKey,
        lostRole: await lostRoleTitle(slack.services, opened.person),
      });
    case 'no_role':
      return aboutYouFirst(slack, opened.person, opened.cycle);
  }
}
