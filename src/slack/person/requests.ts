import { answerPlace } from '../../services/person/index.js';
import { actor } from '../bolt/actor.js';
import type { Register } from '../bolt/context.js';
import { onAction } from '../bolt/listen.js';
import { answerBelow, pressed } from '../ui/press.js';
import { slackValues } from '../ui/slack-values.js';
import { actionIds } from './ids.js';

/** The manager's yes and no to what somebody has chosen; the message itself comes to say that it is over. */
export const registerRequests: Register = (app, slack) => {
  for (const [actionId, answer, text] of [
    [actionIds.placeYes, 'yes', 'Their role and manager are set, and they are told so.'],
    [actionIds.placeNo, 'no', 'Nothing is changed, and they are told so.'],
  ] as const) {
    onAction(app, actionId, async (press) => {
      const requestId = pressed(slackValues.id, press);
      const who = await actor(slack, press.body.user.id);
      await answerPlace(slack.services, { ...who, requestId, answer });
      await answerBelow(press, { text });
    });
  }
};
