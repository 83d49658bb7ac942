import type { ModalView } from '@slack/types';
import { openAssessment } from '../../services/assessment/index.js';
import { findOrAddPerson } from '../../services/person/index.js';
import type { SlackContext } from '../bolt/context.js';
import { failureText } from '../bolt/failure.js';
import { noticeView, submittedView, troubleView } from '../questionnaire/notice-views.js';
import { draftView } from '../questionnaire/page-views.js';
import { section } from '../ui/blocks.js';
import { assessmentDefinition as definition } from './definition.js';
import { notPossibleText } from './refusals.js';

/**
 * What a manager sees who asks to give their view of a report. Never throws: what goes wrong is said in
 * the view, with a way to try again.
 */
export async function assessmentView(
  slack: SlackContext,
  slackUserId: string,
  reportId: string,
): Promise<ModalView> {
  const { services, workspace } = slack;
  try {
    const who = { workspaceId: workspace.id, slackUserId };
    const { id: managerId } = await findOrAddPerson(services, who);
    const opened = await openAssessment(services, {
      workspaceId: workspace.id,
      managerId,
      reportId,
    });
    switch (opened.kind) {
      case 'page':
        return await draftView(definition, slack, opened.assessment);
      case 'given':
        return submittedView(definition, opened.assessment, { already: true });
      case 'refused':
        return noticeView(definition, [section(notPossibleText(opened))]);
    }
  } catch (error) {
    const what = "I couldn't open this view";
    return troubleView(
      definition,
      failureText(services.log, error, { what, user: slackUserId }),
      reportId,
    );
  }
}
