import type { Register } from '../bolt/context.js';
import { onAction } from '../bolt/listen.js';
import { pageMessage } from '../ui/page.js';
import { pressed, showMessage } from '../ui/press.js';
import { slackValues } from '../ui/slack-values.js';
import { answerAt, messageAt } from './answers.js';
import { shareQuestion } from './pages/share.js';
import { notYours, sharedMessage } from './pages/shared.js';
import { decodePlace } from './place.js';

/** Showing an answer to everybody in the channel: asked first, and taken back by who shared it. */
export const registerShare: Register = (app, slack) => {
  const current = () => slack.services.frameworks.current(slack.workspace.id);

  onAction(app, 'role.share', async (press) => {
    const place = decodePlace(pressed(slackValues.value, press));
    const page = answerAt(current(), place, 'message');
    await showMessage(press, pageMessage({ ...page, foot: shareQuestion(place) }));
  });

  onAction(app, 'role.share_now', async (press) => {
    const place = decodePlace(pressed(slackValues.value, press));
    const page = answerAt(current(), place, 'message');
    const shared = sharedMessage(page, place, press.body.user.id);
    await press.respond({ ...shared, response_type: 'in_channel', replace_original: false });
    await showMessage(press, messageAt(current(), place));
  });

  onAction(app, 'role.take_back', async (press) => {
    const sharedBy = pressed(slackValues.userId, press);
    if (sharedBy === press.body.user.id) await press.respond({ delete_original: true });
    else
      await press.respond({
        ...notYours(sharedBy),
        response_type: 'ephemeral',
        replace_original: false,
      });
  });
};
