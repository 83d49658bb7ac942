import { readCheckIn, reopenCheckIn, restartCheckIn } from '../../services/check-in/index.js';
import type { Register, SlackContext } from '../bolt/context.js';
import { onAction } from '../bolt/listen.js';
import { submittedView } from '../questionnaire/notice-views.js';
import { replaceInPlace } from '../questionnaire/page-actions.js';
import { currentPage, refusedPage } from '../questionnaire/request.js';
import { withErrorBanner } from '../ui/error-banner.js';
import type { Press } from '../ui/press.js';
import { checkInDefinition as definition } from './definition.js';
import { restartAction } from './new-role.js';
import { restartedView } from './notice-views.js';
import { stayText } from './refusals.js';
import { reopenAction } from './submitted.js';

/** Taking a check-in back, and beginning it again. */
export const registerActions: Register = (app, slack) => {
  onAction(app, reopenAction, (press) => reopen(slack, press));
  onAction(app, restartAction, (press) => restart(slack, press));
};

async function reopen(slack: SlackContext, press: Press): Promise<void> {
  const what = "I couldn't reopen your check-in";
  await replaceInPlace(slack, press, { definition, what }, async (request) => {
    const change = await reopenCheckIn(slack.services, request.ref);
    if (change.done || change.because === 'not_sent') return currentPage(request);
    const checkIn = await readCheckIn(slack.services, request.ref);
    return withErrorBanner(submittedView(definition, checkIn), stayText(change.because, checkIn));
  });
  await slack.publishHome(press.client, press.body.user.id);
}

/**
 * The role has changed since the check-in was begun. A modal without fields comes in between: Slack
 * would keep the text of the old role's fields.
 */
async function restart(slack: SlackContext, press: Press): Promise<void> {
  const what = "I couldn't begin your check-in again";
  await replaceInPlace(slack, press, { definition, what }, async (request) => {
    const change = await restartCheckIn(slack.services, request.ref);
    if (!change.done) return refusedPage(request, change.because);
    return restartedView(await readCheckIn(slack.services, request.ref));
  });
}
