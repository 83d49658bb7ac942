import type { ModalView } from '@slack/types';
import { openAssessment } from '../../services/assessment/index.js';
import { actor } from '../bolt/actor.js';
import type { Register, SlackContext } from '../bolt/context.js';
import { onAction } from '../bolt/listen.js';
import { notices, submittedView } from '../questionnaire/notice-views.js';
import { draftView } from '../questionnaire/page-views.js';
import { openWindow } from '../ui/open-window.js';
import { pressed } from '../ui/press.js';
import { slackValues } from '../ui/slack-values.js';
import { assessmentDefinition as definition } from './definition.js';
import { openAssessmentAction, openAssessmentButton } from './links.js';
import { notPossibleText } from './refusals.js';

/** The button in a message, on Home, or in a modal such as the team's, which closing leads back to. */
export const registerOpen: Register = (app, slack) => {
  onAction(app, openAssessmentAction, async (press) => {
    const reportId = pressed(slackValues.id, press);
    const openButton = (text: string) => openAssessmentButton(reportId, text, { style: 'primary' });
    await openWindow(press, {
      log: slack.services.log,
      notices: notices(definition),
      loading: 'One moment, I am getting the pages.',
      draw: () => assessmentView(slack, press.body.user.id, reportId),
      what: 'these pages',
      failed: "I couldn't open this view",
      retry: openButton('Try again'),
      again: openButton('Give my view'),
    });
  });
};

async function assessmentView(
  slack: SlackContext,
  slackUserId: string,
  reportId: string,
): Promise<ModalView> {
  const { workspaceId, personId: managerId } = await actor(slack, slackUserId);
  const opened = await openAssessment(slack.services, { workspaceId, managerId, reportId });
  switch (opened.kind) {
    case 'page':
      return draftView(definition, slack, opened.assessment);
    case 'given':
      return submittedView(definition, opened.assessment, { already: true });
    case 'refused':
      return notices(definition).notice(notPossibleText(opened));
  }
}
