import type { ModalView } from '@slack/types';
import { type Assessment, openAssessment } from '../../services/assessment/index.js';
import { findOrAddPerson } from '../../services/person/index.js';
import type { SlackContext } from '../bolt/context.js';
import { failureText } from '../bolt/failure.js';
import { asideBlocks } from './aside.js';
import { lastPageView } from './last-page-view.js';
import { givenView, refusedView, troubleView } from './notice-views.js';
import { pageView } from './page-view.js';

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
        return await draftView(slack, opened.assessment);
      case 'given':
        return givenView(opened.assessment, { already: true });
      case 'refused':
        return refusedView(opened);
    }
  } catch (error) {
    const what = "I couldn't open this view";
    return troubleView(failureText(services.log, error, { what, user: slackUserId }), reportId);
  }
}

/** A draft at the page where it stands; `fromLastPage` if the manager goes back there from it. */
export async function draftView(
  slack: SlackContext,
  assessment: Assessment,
  { fromLastPage = false } = {},
): Promise<ModalView> {
  const { page, pages } = assessment;
  if (page >= pages.length) return lastPageView(assessment);
  const aside = await asideBlocks(slack, assessment, page);
  return pageView({ assessment, page, aside, fromLastPage });
}
