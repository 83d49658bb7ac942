import type { ModalView } from '@slack/types';
import { erasePerson, foreseeErasure } from '../../../services/erasure/index.js';
import { describeError } from '../../../services/errors/index.js';
import { listLeavers } from '../../../services/person/index.js';
import type { Register, SlackContext } from '../../bolt/context.js';
import { onAction } from '../../bolt/listen.js';
import { failureText } from '../../ui/failure-text.js';
import { updated } from '../../ui/form.js';
import { openWindow } from '../../ui/open-window.js';
import { type Press, pressed } from '../../ui/press.js';
import { slackValues } from '../../ui/slack-values.js';
import { replaceView } from '../../ui/windows.js';
import { adminOf } from '../admin.js';
import { notices } from '../notices.js';
import { erasedText, eraseWindow } from './erase-window.js';
import { actionIds, callbackIds, eraseMetadata } from './ids.js';
import { leaversPage } from './leavers.js';
import { pageBelow } from './page-below.js';
import { redrawPage } from './save.js';

/** The list of those who have left, and erasing one of them. */
export const registerErasure: Register = (app, slack) => {
  const openLeavers = (press: Press, page: number) =>
    openWindow(press, {
      ...notices.opening(slack, 'the people', actionIds.people),
      replaces: [callbackIds.people, callbackIds.leavers],
      draw: () => drawLeavers(slack, press.body.user.id, { page }),
    });
  onAction(app, actionIds.leavers, (press) => openLeavers(press, 0));
  onAction(app, new RegExp(`^${actionIds.leaversPage}:`), (press) =>
    openLeavers(press, pressed(slackValues.page, press)),
  );

  onAction(app, actionIds.erase, (press) => {
    const slackUserId = pressed(slackValues.userId, press);
    return openWindow(press, {
      ...notices.opening(slack, 'what goes', actionIds.people),
      replaces: [callbackIds.person],
      failed: "I couldn't look what goes",
      draw: async () => {
        const admin = await adminOf(slack, press.body.user.id);
        const foreseen = await foreseeErasure(slack.services, { ...admin, slackUserId });
        return eraseWindow(foreseen, pageBelow(press.body.view));
      },
    });
  });

  app.view(callbackIds.erase, async ({ ack, body, view, client }) => {
    const { id: user } = body.user;
    const { slackUserId, viewId } = eraseMetadata.read(view);
    // Longer than Slack waits for an answer, where somebody has written a lot.
    await ack(updated(notices.notice('One moment, I am erasing.')));
    const end = await erase(slack, user, slackUserId);
    await replaceView(client, view.id, end.view);
    if (!end.isErased || viewId === undefined) return;
    const draw = () => drawLeavers(slack, user, { page: 0, note: erasedText });
    await redrawPage(slack, client, { user, viewId, draw });
  });
};

/**
 * Erases somebody, and keeps the list of erased people outside the database as well. Returns what is
 * shown then. Never throws.
 */
async function erase(
  slack: SlackContext,
  user: string,
  slackUserId: string,
): Promise<{ isErased: boolean; view: ModalView }> {
  const { services } = slack;
  try {
    const admin = await adminOf(slack, user);
    await erasePerson(services, { ...admin, slackUserId });
  } catch (error) {
    const what = "I couldn't erase them";
    const sentence = failureText(services.log, error, { what, user });
    return { isErased: false, view: notices.failure(sentence) };
  }
  await slack.keepErasedList().catch((error) => {
    services.log.warn(describeError(error), 'the list of erased people is written in a minute');
  });
  return { isErased: true, view: notices.notice(erasedText) };
}

async function drawLeavers(
  slack: SlackContext,
  slackUserId: string,
  { page, note }: { page: number; note?: string },
): Promise<ModalView> {
  const { workspaceId } = await adminOf(slack, slackUserId);
  return leaversPage(await listLeavers(slack.services, { workspaceId, page }), { page, note });
}
