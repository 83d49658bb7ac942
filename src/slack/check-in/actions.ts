import { readCheckIn, reopenCheckIn, restartCheckIn } from '../../services/check-in/index.js';
import type { Register, SlackContext } from '../bolt/context.js';
import { onAction } from '../bolt/listen.js';
import { publishHome } from '../home/publish.js';
import { submittedView } from '../questionnaire/notice-views.js';
import { refusedPage, replaceInPlace } from '../questionnaire/page-actions.js';
import { draftView } from '../questionnaire/page-views.js';
import { withErrorBanner } from '../ui/error-banner.js';
import type { Press } from '../ui/press.js';
import { checkInDefinition as definition } from './definition.js';
import { restartAction } from './new-role.js';
import { restartedView } from './notice-views.js';
import { stayText } from './refusals.js';
import { reopenAction } from './submitted.js';

/** Taking a check-in back, and beginning it again. */
export const registerActions: Register = (app, slack) => {
  onAction(app, reopenAction, (args) => reopen(slack, args));
  onAction(app, restartAction, (args) => restart(slack, args));
};

async function reopen(slack: SlackContext, args: Press): Promise<void> {
  const what = "I couldn't reopen your check-in";
  await replaceInPlace(definition, slack, args, { what }, async (ref) => {
    const change = await reopenCheckIn(slack.services, ref);
    const checkIn = await readCheckIn(slack.services, ref);
    if (change.done || change.because === 'not_sent') return draftView(definition, slack, checkIn);
    return withErrorBanner(submittedView(definition, checkIn), stayText(change.because, checkIn));
  });
  await publishHome(slack, args.client, args.body.user.id);
}

/**
 * Another role since the check-in was begun. A window without fields comes between: Slack would keep
 * what stands in the old role's fields.
 */
async function restart(slack: SlackContext, args: Press): Promise<void> {
  const what = "I couldn't begin your check-in again";
  await replaceInPlace(definition, slack, args, { what }, async (ref, view) => {
    const change = await restartCheckIn(slack.services, ref);
    return change.done
      ? restartedView(await readCheckIn(slack.services, ref))
      : refusedPage(definition, slack, { ref, view, because: change.because });
  });
}
