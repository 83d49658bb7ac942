import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import {
  type Cycle,
  excludePeople,
  foreseeExclusion,
  foreseeInclusion,
  includePeople,
  listLeftOut,
} from '../../services/cycle/index.js';
import { forecastCycle } from '../../services/reminder/index.js';
import type { Register, SlackContext } from '../bolt/context.js';
import { onAction } from '../bolt/listen.js';
import { count, escapeMrkdwn } from '../ui/blocks.js';
import { failureText } from '../ui/failure-text.js';
import { readFilled, updated } from '../ui/form.js';
import { openWindow } from '../ui/open-window.js';
import { pressed } from '../ui/press.js';
import { slackValues } from '../ui/slack-values.js';
import { replaceView } from '../ui/windows.js';
import { type Admin, adminOf } from './admin.js';
import { type EnteredExclusion, exclusionForm } from './exclusion-form.js';
import { hashOf } from './foreseen.js';
import { actionIds, callbackIds, exclusionFields, exclusionMetadata } from './ids.js';
import { notices } from './notices.js';
import { cycleOf } from './which-review.js';

/** The form that leaves people out of a review, and asks them again. */
export const registerExclusions: Register = (app, slack) => {
  onAction(app, actionIds.exclude, async (press) => {
    const cycleId = pressed(slackValues.id, press);
    const viewId = press.body.view?.id;
    await openWindow(press, {
      ...notices.opening(slack, 'that form', actionIds.reviews),
      replaces: [],
      draw: async () => {
        const admin = await adminOf(slack, press.body.user.id);
        return draw(slack, { cycle: await cycleOf(slack, admin, cycleId), viewId });
      },
    });
  });

  app.view(callbackIds.exclusion, async ({ ack, body, view, client }) => {
    // What would be sent is counted over all people, which may take longer than Slack waits.
    await ack(updated(notices.notice('One moment, I am looking what that does.')));
    await replaceView(client, view.id, await submitted(slack, body.user.id, view));
  });
};

type Drawn = Omit<Parameters<typeof exclusionForm>[0], 'leftOut'>;

async function draw({ services }: SlackContext, drawn: Drawn): Promise<ModalView> {
  return exclusionForm({ ...drawn, leftOut: await listLeftOut(services, drawn.cycle) });
}

/** Makes the change, or returns the form with what it would do, or with why it can't be. */
async function submitted(
  slack: SlackContext,
  slackUserId: string,
  view: ViewOutput,
): Promise<ModalView> {
  const { cycleId, viewId, foreseen } = exclusionMetadata.read(view);
  const filled = readFilled(view);
  const entered = {
    does: filled.get(exclusionFields.does)?.value,
    people: filled.get(exclusionFields.people)?.value,
    until: filled.get(exclusionFields.until)?.value,
  };
  let cycle: Cycle | undefined;
  try {
    const admin = await adminOf(slack, slackUserId);
    cycle = await cycleOf(slack, admin, cycleId);
    const hash = hashOf(entered.does, entered.people, entered.until);
    const asked = { slack, admin, cycle, entered };
    if (foreseen !== hash) {
      const preview = { ...(await foresee(asked)), hash };
      return await draw(slack, { cycle, viewId, entered, foreseen: preview });
    }
    return notices.notice(await make(asked));
  } catch (error) {
    const what = "I couldn't change whom that review leaves out";
    const problem = failureText(slack.services.log, error, { what, user: slackUserId });
    return cycle ? draw(slack, { cycle, viewId, entered, problem }) : notices.failure(problem);
  }
}

interface Asked {
  slack: SlackContext;
  admin: Admin;
  cycle: Cycle;
  entered: EnteredExclusion;
}

function inputOf({ admin, cycle, entered: { people, until } }: Asked) {
  return { ...admin, name: cycle.name, people: people?.split(',') ?? [], until };
}

async function foresee(asked: Asked) {
  const { clock } = asked.slack.services;
  const idsOf = (people: readonly { id: string }[]) => new Set(people.map(({ id }) => id));
  if (asked.entered.does === 'include') {
    const { seen, ...change } = await foreseeInclusion(
      asked.slack.services,
      inputOf(asked),
      (db, { cycle, people }) => forecastCycle({ db, clock }, cycle, idsOf(people)),
    );
    return { change, messages: seen };
  }
  const change = await foreseeExclusion(asked.slack.services, inputOf(asked));
  const { cycle, people } = change;
  return { change, messages: await forecastCycle(asked.slack.services, cycle, idsOf(people)) };
}

async function make(asked: Asked): Promise<string> {
  const isInclusion = asked.entered.does === 'include';
  const change = isInclusion ? includePeople : excludePeople;
  const { people } = await change(asked.slack.services, inputOf(asked));
  const who = count(people.length, 'person is', 'people are');
  const name = `*${escapeMrkdwn(asked.cycle.name)}*`;
  return isInclusion ? `${who} asked again in ${name}.` : `${who} left out of ${name}.`;
}
