import type { ModalView } from '@slack/types';
import { openAssessment } from '../../services/assessment/index.js';
import { actor } from '../bolt/actor.js';
import type { SlackContext } from '../bolt/context.js';
import { notices, submittedView } from '../questionnaire/notice-views.js';
import { draftView } from '../questionnaire/page-views.js';
import { assessmentDefinition as definition } from './definition.js';
import { notPossibleText } from './refusals.js';

/** Returns the modal for a manager who opens an assessment. */
export async function assessmentView(
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
