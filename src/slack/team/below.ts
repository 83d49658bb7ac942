import type { ModalView } from '@slack/types';
import { readTeamBelow } from '../../services/team/index.js';
import { actor } from '../bolt/actor.js';
import type { Register, SlackContext } from '../bolt/context.js';
import { onAction } from '../bolt/listen.js';
import { button } from '../ui/blocks.js';
import { noticesOf } from '../ui/notices.js';
import { openWindow } from '../ui/open-window.js';
import { pressed } from '../ui/press.js';
import { slackValues } from '../ui/slack-values.js';
import { teamBelowView } from './below-view.js';
import { actionIds, callbackIds } from './ids.js';

const notices = noticesOf(callbackIds.below, 'Their team');

/** The team of a manager below, where the workspace lets managers further up read. */
export const registerBelow: Register = (app, slack) => {
  onAction(app, actionIds.below, async (press) => {
    const managerId = pressed(slackValues.id, press);
    const again = button({ text: 'Their team', actionId: actionIds.below, value: managerId });
    await openWindow(press, {
      log: slack.services.log,
      notices,
      loading: 'One moment, I am getting their team.',
      // In place of the page that it was opened from: ratings and a brief still have room above it.
      replaces: [callbackIds.below, callbackIds.report],
      draw: () => drawBelow(slack, press.body.user.id, managerId),
      what: 'their team',
      retry: again,
      again,
    });
  });
};

async function drawBelow(
  slack: SlackContext,
  slackUserId: string,
  managerId: string,
): Promise<ModalView> {
  const { workspaceId, personId: viewerId } = await actor(slack, slackUserId);
  const team = await readTeamBelow(slack.services, { workspaceId, viewerId, managerId });
  if (team) return teamBelowView(team);
  return notices.notice(
    '*This team isn’t open to you.* It is for managers further up its line, where the workspace lets them read.',
  );
}
