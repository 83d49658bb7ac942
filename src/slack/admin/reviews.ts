import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { dayFromDate } from '../../domain/time/day.js';
import {
  addCycle,
  type Cycle,
  type CycleChange,
  cancelCycle,
  closeCycle,
  findOpenCycle,
  foreseeAdding,
  foreseeCancelling,
  foreseeClosing,
  foreseeMoving,
  listCycles,
  moveCycle,
} from '../../services/cycle/index.js';
import { type DayTotal, forecastCycle } from '../../services/reminder/index.js';
import type { Register, SlackContext } from '../bolt/context.js';
import { onAction } from '../bolt/listen.js';
import { dateText, escapeMrkdwn } from '../ui/blocks.js';
import { failureText } from '../ui/failure-text.js';
import { readFilled, updated } from '../ui/form.js';
import { openWindow } from '../ui/open-window.js';
import { pressed } from '../ui/press.js';
import { slackValues } from '../ui/slack-values.js';
import { replaceView } from '../ui/windows.js';
import { type Admin, adminOf } from './admin.js';
import { audienceOf } from './audience.js';
import { hashOf } from './foreseen.js';
import { actionIds, callbackIds, type ReviewChange, reviewFields, reviewMetadata } from './ids.js';
import { notices } from './notices.js';
import { type EnteredReview, type ForeseenReview, reviewForm } from './review-form.js';
import { reviewsPage } from './reviews-page.js';
import { cycleOf } from './which-review.js';

/** The reviews, and the form of each change. */
export const registerReviews: Register = (app, slack) => {
  onAction(app, actionIds.reviews, (press) =>
    openWindow(press, {
      ...notices.opening(slack, 'the reviews', actionIds.reviews),
      draw: () => drawReviews(slack, press.body.user.id),
    }),
  );

  for (const does of ['add', 'move', 'close', 'cancel'] as const) {
    onAction(app, actionIds[does], async (press) => {
      const cycleId = does === 'add' ? undefined : pressed(slackValues.id, press);
      const viewId = press.body.view?.id;
      await openWindow(press, {
        ...notices.opening(slack, 'that form', actionIds.reviews),
        replaces: [],
        draw: () => drawForm(slack, press.body.user.id, { does, cycleId, viewId }),
      });
    });
  }

  app.view(callbackIds.review, async ({ ack, body, view, client }) => {
    // What a change would send is counted over all people, which may take longer than Slack waits.
    await ack(updated(notices.notice('One moment, I am looking what that does.')));
    const { id: user } = body.user;
    const outcome = await submitted(slack, user, view);
    await replaceView(client, view.id, outcome.view);
    const { viewId } = reviewMetadata.read(view);
    if (!outcome.isDone || viewId === undefined) return;
    await replaceView(client, viewId, await drawReviews(slack, user));
  });
};

async function drawReviews(slack: SlackContext, slackUserId: string): Promise<ModalView> {
  const { workspaceId } = await adminOf(slack, slackUserId);
  const { services } = slack;
  const [cycles, open] = await Promise.all([
    listCycles(services, workspaceId),
    findOpenCycle(services, workspaceId),
  ]);
  return reviewsPage(cycles, { openId: open?.id, today: dayFromDate(services.clock.now()) });
}

/** The form of a change. Closing and cancelling need no input, so that it shows at once what they do. */
async function drawForm(
  slack: SlackContext,
  slackUserId: string,
  { does, cycleId, viewId }: { does: ReviewChange; cycleId?: string; viewId?: string },
): Promise<ModalView> {
  const admin = await adminOf(slack, slackUserId);
  const cycle = cycleId === undefined ? undefined : await cycleOf(slack, admin, cycleId);
  if (does === 'add' || does === 'move') return reviewForm({ does, cycle, viewId });
  const asked = { does, cycle, reviewOn: undefined, name: undefined };
  return reviewForm({ does, cycle, viewId, foreseen: await foresee(slack, admin, asked) });
}

interface Asked extends EnteredReview {
  does: ReviewChange;
  cycle: Cycle | undefined;
  seen?: string | undefined;
}

/** Makes the change, or returns the form with what it would do, or with why it can't be. */
async function submitted(
  slack: SlackContext,
  slackUserId: string,
  view: ViewOutput,
): Promise<{ view: ModalView; isDone?: true }> {
  const { does, cycleId, viewId, seen, foreseen } = reviewMetadata.read(view);
  const filled = readFilled(view);
  const entered = {
    reviewOn: filled.get(reviewFields.reviewOn)?.value,
    name: filled.get(reviewFields.name)?.value,
    audience: filled.get(reviewFields.audience)?.value,
    people: filled.get(reviewFields.people)?.value,
  };
  let cycle: Cycle | undefined;
  try {
    const admin = await adminOf(slack, slackUserId);
    cycle = cycleId === undefined ? undefined : await cycleOf(slack, admin, cycleId);
    const asked = { does, cycle, ...entered, seen };
    if (foreseen !== hashOfAsked(asked)) {
      const preview = await foresee(slack, admin, asked);
      return { view: reviewForm({ does, cycle, viewId, entered, foreseen: preview }) };
    }
    const changed = await stepsOf(slack, admin, asked).make();
    return { view: notices.notice(changedText(changed)), isDone: true };
  } catch (error) {
    const sentence = failureText(slack.services.log, error, {
      what: "I couldn't change that review",
      user: slackUserId,
    });
    const isDated = does === 'add' || (does === 'move' && cycle !== undefined);
    if (!isDated) return { view: notices.failure(sentence) };
    return { view: reviewForm({ does, cycle, viewId, entered, problem: sentence }) };
  }
}

async function foresee(slack: SlackContext, admin: Admin, asked: Asked): Promise<ForeseenReview> {
  const { messages, ...change } = await stepsOf(slack, admin, asked).foresee();
  return {
    ...{ change, hash: hashOfAsked(asked) },
    messages: messages ?? (await forecastCycle(slack.services, change.after)),
  };
}

interface Steps {
  /** `messages`: what it would send, where that was worked out already. */
  foresee: () => Promise<CycleChange & { messages?: DayTotal[] }>;
  make: () => Promise<CycleChange>;
}

/** The two services behind a change: what it would do, and doing it. */
function stepsOf(
  { services }: SlackContext,
  admin: Admin,
  { does, cycle, reviewOn = '', name, seen, ...whom }: Asked,
): Steps {
  const named = { ...admin, name: cycle?.name ?? '' };
  const added = () => {
    const audience = audienceOf(whom);
    return { ...admin, reviewOn, ...(name && { name }), audience };
  };
  const moved = { ...named, reviewOn, seen };
  switch (does) {
    case 'add':
      return {
        foresee: async () => {
          const { seen: messages, ...change } = await foreseeAdding(
            services,
            added(),
            (db, { after }) => forecastCycle({ db, clock: services.clock }, after),
          );
          return { ...change, messages };
        },
        make: () => addCycle(services, added()),
      };
    case 'move':
      return {
        foresee: () => foreseeMoving(services, moved),
        make: () => moveCycle(services, moved),
      };
    case 'close':
      return {
        foresee: () => foreseeClosing(services, named),
        make: () => closeCycle(services, named),
      };
    case 'cancel':
      return {
        foresee: () => foreseeCancelling(services, named),
        make: () => cancelCycle(services, named),
      };
  }
}

function hashOfAsked({ does, cycle, reviewOn, name, audience, people }: Asked): string {
  return hashOf(does, cycle?.id, reviewOn, name, audience, people);
}

function changedText({ before, after }: CycleChange): string {
  const name = `*${escapeMrkdwn(after.name)}*`;
  if (after.cancelledAt) return `${name} is cancelled.`;
  if (after.closedAt) return `${name} is closed.`;
  const day = dateText(after.reviewOn);
  return before ? `${name} is moved to ${day}.` : `${name} is added, with its review on ${day}.`;
}
