import type { ModalView } from '@slack/types';
import { type OpenedCheckIn, openCheckIn } from '../../services/check-in/index.js';
import { lostRoleTitle } from '../../services/person/index.js';
import { actor } from '../bolt/actor.js';
import type { SlackContext } from '../bolt/context.js';
import { submittedView } from '../questionnaire/notice-views.js';
import { draftView } from '../questionnaire/page-views.js';
import { aboutYouFirst } from './about-you.js';
import { checkInDefinition } from './definition.js';
import { noCycleView } from './notice-views.js';

/** Returns the modal for a person who opens their check-in. */
export async function checkInView(slack: SlackContext, slackUserId: string): Promise<ModalView> {
  return openedView(slack, await openCheckIn(slack.services, await actor(slack, slackUserId)));
}

async function openedView(slack: SlackContext, opened: OpenedCheckIn): Promise<ModalView> {
  switch (opened.kind) {
    case 'page':
      return draftView(checkInDefinition, slack, opened.checkIn);
    case 'submitted':
      return submittedView(checkInDefinition, opened.checkIn);
    case 'no_cycle':
      return noCycleView(opened.next, {
        roleKey: opened.person.roleKey,
        lostRole: await lostRoleTitle(slack.services, opened.person),
      });
    case 'no_role':
      return aboutYouFirst(slack, opened.person, opened.cycle);
  }
}
