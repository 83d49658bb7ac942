import type { ModalView } from '@slack/types';
import { UserFacingError } from '../../services/errors/index.js';
import {
  answerClaim,
  claimReports,
  findOrAddPerson,
  NotAMemberError,
} from '../../services/person/index.js';
import { actor } from '../bolt/actor.js';
import type { Register, SlackContext } from '../bolt/context.js';
import { onAction } from '../bolt/listen.js';
import { escapeMrkdwn, mention } from '../ui/blocks.js';
import { failureText } from '../ui/failure-text.js';
import { readFilled, updated } from '../ui/form.js';
import { noticesOf } from '../ui/notices.js';
import { showWindow } from '../ui/open-window.js';
import { answerBelow, pressed } from '../ui/press.js';
import { slackValues } from '../ui/slack-values.js';
import { replaceView } from '../ui/windows.js';
import { claimedView, claimForm, claimTitle } from './claim-form.js';
import { actionIds, callbackIds, claimField } from './ids.js';

const notices = noticesOf(callbackIds.claimed, claimTitle);

/** A manager says who reports to them; each of these says yes or no. */
export const registerClaims: Register = (app, slack) => {
  onAction(app, actionIds.claim, (press) => showWindow(press, claimForm()));

  app.view(callbackIds.claim, async ({ ack, body, view, client }) => {
    // Slack is asked about people whom Ladder doesn't know, which may take longer than it waits.
    await ack(updated(notices.notice('One moment, I am asking them.')));
    await replaceView(client, view.id, await claimed(slack, body.user.id, view));
  });

  for (const [actionId, answer, text] of [
    [actionIds.claimYes, 'yes', 'They are your manager on Ladder now, and are told so.'],
    [actionIds.claimNo, 'no', 'Nothing is changed, and they are told so.'],
  ] as const) {
    onAction(app, actionId, async (press) => {
      const requestId = pressed(slackValues.id, press);
      const who = await actor(slack, press.body.user.id);
      await answerClaim(slack.services, { ...who, requestId, answer });
      await answerBelow(press, { text });
    });
  }
};

/** Asks those who were picked; returns what became of it, or the form with why nothing did. */
async function claimed(
  slack: SlackContext,
  slackUserId: string,
  view: unknown,
): Promise<ModalView> {
  try {
    const manager = await actor(slack, slackUserId);
    const picked = readFilled(view).get(claimField)?.value?.split(',') ?? [];
    const reportIds: string[] = [];
    const unknown: string[] = [];
    for (const one of picked) {
      const met = await meet(slack, one);
      if ('id' in met) reportIds.push(met.id);
      else unknown.push(`${mention(one)}: ${escapeMrkdwn(met.because)}`);
    }
    return claimedView(await claimReports(slack.services, { ...manager, reportIds }), unknown);
  } catch (error) {
    return claimForm(failureText(slack.services.log, error, { what: "I couldn't ask them" }));
  }
}

async function meet(
  { services, workspace }: SlackContext,
  slackUserId: string,
): Promise<{ id: string } | { because: string }> {
  try {
    return await findOrAddPerson(services, { workspaceId: workspace.id, slackUserId });
  } catch (error) {
    if (error instanceof NotAMemberError) return { because: 'no full member of this workspace.' };
    if (error instanceof UserFacingError) return { because: error.message };
    throw error;
  }
}
