import type { ModalView } from '@slack/types';
import { readReportPage } from '../../services/team/index.js';
import { personOf } from '../bolt/actor.js';
import type { Register, SlackContext } from '../bolt/context.js';
import { onAction } from '../bolt/listen.js';
import { button } from '../ui/blocks.js';
import { noticesOf } from '../ui/notices.js';
import { openWindow } from '../ui/open-window.js';
import { panelBlocks } from '../ui/panel.js';
import { pressed } from '../ui/press.js';
import { slackValues } from '../ui/slack-values.js';
import { actionIds, callbackIds } from './ids.js';
import { reportView } from './report-view.js';

const notices = noticesOf(callbackIds.report, 'Your report');

/** "Open" beside a report in the list: the page about them. */
export const registerReport: Register = (app, slack) => {
  onAction(app, actionIds.report, async (press) => {
    const reportId = pressed(slackValues.id, press);
    const again = button({ text: 'Open their page', actionId: actionIds.report, value: reportId });
    await openWindow(press, {
      log: slack.services.log,
      notices,
      loading: 'One moment, I am getting their page.',
      draw: () => drawReport(slack, press.body.user.id, reportId),
      what: 'their page',
      retry: again,
      again,
    });
  });
};

/** Draws the page about a report as their manager sees it now. */
export async function drawReport(
  slack: SlackContext,
  slackUserId: string,
  reportId: string,
  note?: string,
): Promise<ModalView> {
  const { services, workspace } = slack;
  const manager = await personOf(slack, slackUserId);
  const input = { workspaceId: workspace.id, manager, reportId, at: services.clock.now() };
  const page = await readReportPage(services, input);
  const version = services.frameworks.current(workspace.id);
  if (page) {
    const { blocks, ...view } = reportView(page, { version, note });
    return { ...view, blocks: panelBlocks({ name: 'report', of: reportId }, blocks) };
  }
  return notices.notice(
    '*This page is for their manager of today, and that is not you.* If that is wrong, ask them to set you as their manager.',
  );
}
