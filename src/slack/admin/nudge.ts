import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Cycle } from '../../services/cycle/index.js';
import { foreseeNudge, nudgePeople } from '../../services/reminder/index.js';
import type { Register, SlackContext } from '../bolt/context.js';
import { onAction } from '../bolt/listen.js';
import { failureText } from '../ui/failure-text.js';
import { readFilled, updated } from '../ui/form.js';
import { openWindow } from '../ui/open-window.js';
import { pressed } from '../ui/press.js';
import { slackValues } from '../ui/slack-values.js';
import { replaceView } from '../ui/windows.js';
import { adminOf } from './admin.js';
import { hashOf } from './foreseen.js';
import { actionIds, callbackIds, nudgeFields, nudgeMetadata } from './ids.js';
import { notices } from './notices.js';
import { nudgeForm, nudgeText } from './nudge-form.js';
import { cycleOf } from './which-review.js';

/** The form with which admins ask one person, or all who are not through, for their check-in. */
export const registerNudge: Register = (app, slack) => {
  onAction(app, actionIds.nudge, async (press) => {
    const cycleId = pressed(slackValues.id, press);
    await openWindow(press, {
      ...notices.opening(slack, 'that form', actionIds.open),
      replaces: [],
      draw: async () => {
        const admin = await adminOf(slack, press.body.user.id);
        return nudgeForm({ cycle: await cycleOf(slack, admin, cycleId) });
      },
    });
  });

  app.view(callbackIds.nudge, async ({ ack, body, view, client }) => {
    // With many people it takes longer than Slack waits.
    await ack(updated(notices.notice('One moment, I am looking whom that asks.')));
    await replaceView(client, view.id, await submitted(slack, body.user.id, view));
  });
};

/** Asks them, or returns the form with whom it would ask, or with why it can't. */
async function submitted(
  slack: SlackContext,
  slackUserId: string,
  view: ViewOutput,
): Promise<ModalView> {
  const { services } = slack;
  const { cycleId, foreseen } = nudgeMetadata.read(view);
  const people = readFilled(view).get(nudgeFields.people)?.value;
  let cycle: Cycle | undefined;
  try {
    const admin = await adminOf(slack, slackUserId);
    cycle = await cycleOf(slack, admin, cycleId);
    const input = { ...admin, name: cycle.name, people: people ? people.split(',') : [] };
    const hash = hashOf(people);
    if (foreseen !== hash) {
      const nudge = await foreseeNudge(services, input);
      return nudgeForm({ cycle, people, foreseen: { nudge, hash } });
    }
    return notices.notice(nudgeText(await nudgePeople(services, input), 'is'));
  } catch (error) {
    const what = "I couldn't ask for check-ins";
    const problem = failureText(services.log, error, { what, user: slackUserId });
    return cycle ? nudgeForm({ cycle, people, problem }) : notices.failure(problem);
  }
}
