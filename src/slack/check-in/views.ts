import type { ModalView } from '@slack/types';
import { type OpenedCheckIn, openCheckIn } from '../../services/check-in/index.js';
import { findOrAddPerson, lostRoleTitle } from '../../services/person/index.js';
import type { SlackContext } from '../bolt/context.js';
import { failureText } from '../bolt/failure.js';
import { submittedView, troubleView } from '../questionnaire/notice-views.js';
import { draftView } from '../questionnaire/page-views.js';
import { aboutYouFirst } from './about-you.js';
import { checkInDefinition } from './definition.js';
import { noCycleView } from './notice-views.js';

/**
 * What a person sees who asks for their check-in. Never throws: what goes wrong is said in the view,
 * with a way to try again.
 */
export async function checkInView(slack: SlackContext, slackUserId: string): Promise<ModalView> {
  const { services, workspace } = slack;
  try {
    const who = { workspaceId: workspace.id, slackUserId };
    const person = await findOrAddPerson(services, who);
    const whose = { workspaceId: workspace.id, personId: person.id };
    return await openedView(slack, await openCheckIn(services, whose));
  } catch (error) {
    const what = "I couldn't open your check-in";
    return troubleView(
      checkInDefinition,
      failureText(services.log, error, { what, user: slackUserId }),
    );
  }
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
