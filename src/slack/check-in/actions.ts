import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import {
  type Change,
  type CheckInRef,
  goTo,
  readCheckIn,
  reopenCheckIn,
  restartCheckIn,
  saveLastPage,
  savePage,
} from '../../services/check-in/index.js';
import { describeError } from '../../services/errors/index.js';
import type { Register, SlackContext } from '../bolt/context.js';
import { failureText } from '../bolt/failure.js';
import { publishHome } from '../home/publish.js';
import { showsTrouble, withErrorBanner } from '../ui/error-banner.js';
import { given, readGiven } from '../ui/given.js';
import { replaceView } from '../ui/windows.js';
import { actionIds, callbackIds } from './ids.js';
import { hasChanges, readLastPageEdit, readPageEdit } from './input.js';
import { restartedView, sentView } from './notice-views.js';
import { refusalWords, stayWords } from './refusals.js';
import { madeAt, refOf } from './request.js';
import { draftView } from './views.js';

type ActionArguments = SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs;

/** What is pressed, chosen or typed while a page is open. */
export const registerActions: Register = (app, slack) => {
  const { choose, type, proudOf, next, needs } = actionIds;
  for (const id of [choose, type, proudOf, next, needs]) {
    app.action<BlockAction>(id, (args) => keepTyping(slack, args));
  }
  app.action<BlockAction>(actionIds.go, (args) => leaveFor(slack, args));
  app.action<BlockAction>(actionIds.reopen, (args) => reopen(slack, args));
  app.action<BlockAction>(actionIds.restart, (args) => restart(slack, args));
};

/** Saves what was typed or chosen as it happens, so that a closed window loses nothing. */
async function keepTyping(slack: SlackContext, args: ActionArguments): Promise<void> {
  await args.ack();
  const { view, user } = args.body;
  if (!view) return;
  const { services } = slack;
  try {
    const ref = await refOf(slack, user.id, view);
    const change = await saveWhatStands(slack, args, ref, args.action.action_id);
    if (change.done || showsTrouble(view)) return;
    const checkIn = await readCheckIn(services, ref);
    const sentence = refusalWords(change.because, checkIn);
    await replaceView(args.client, view.id, withErrorBanner(view, sentence));
  } catch (error) {
    // No words to the person: they are still typing, and the next save carries the whole text.
    services.log.warn({ user: user.id, ...describeError(error) }, 'typing was not saved this time');
  }
}

/** Back, Answer and Change: saves the page and shows the one in the button's value. */
async function leaveFor(slack: SlackContext, args: ActionArguments): Promise<void> {
  await args.ack();
  const what = "I couldn't save what stands here";
  const advice = 'What you typed is still here; press the button again in a minute.';
  await inPlace(slack, args, { what, advice }, async (ref, view) => {
    const target = readGiven(given.page, 'value' in args.action ? args.action.value : undefined);
    const change = await saveWhatStands(slack, args, ref, undefined, target);
    const checkIn = await readCheckIn(slack.services, ref);
    if (!change.done) return withErrorBanner(view, refusalWords(change.because, checkIn));
    return draftView(checkIn, { fromLastPage: view.callback_id === callbackIds.lastPage });
  });
}

async function reopen(slack: SlackContext, args: ActionArguments): Promise<void> {
  await args.ack();
  const what = "I couldn't reopen your check-in";
  await inPlace(slack, args, { what }, async (ref) => {
    const change = await reopenCheckIn(slack.services, ref);
    const checkIn = await readCheckIn(slack.services, ref);
    if (change.done || change.because === 'not_sent') return draftView(checkIn);
    return withErrorBanner(sentView(checkIn), stayWords(change.because, checkIn));
  });
  await publishHome(slack, args.client, args.body.user.id);
}

/**
 * Another role since the check-in was begun. A window without fields comes between: Slack would keep
 * what stands in the old role's fields.
 */
async function restart(slack: SlackContext, args: ActionArguments): Promise<void> {
  await args.ack();
  const what = "I couldn't begin your check-in again";
  await inPlace(slack, args, { what }, async (ref, view) => {
    const change = await restartCheckIn(slack.services, ref);
    const checkIn = await readCheckIn(slack.services, ref);
    return change.done
      ? restartedView(checkIn)
      : withErrorBanner(view, refusalWords(change.because, checkIn));
  });
}

type ModalOutput = NonNullable<BlockAction['view']>;

/** Puts another view in place of the one that was acted in; if that fails, says so above it. */
async function inPlace(
  slack: SlackContext,
  { body, client }: ActionArguments,
  failure: { what: string; advice?: string },
  draw: (ref: CheckInRef, view: ModalOutput) => Promise<ModalView>,
): Promise<void> {
  const { view, user } = body;
  if (!view) return;
  const next = await refOf(slack, user.id, view)
    .then((ref) => draw(ref, view))
    .catch((error) => {
      const fields = { ...failure, user: user.id };
      return withErrorBanner(view, failureText(slack.services.log, error, fields));
    });
  await replaceView(client, view.id, next);
}

/** Saves what the person changed on the page since it was drawn, and where they go on to. */
async function saveWhatStands(
  { services }: SlackContext,
  { body, action }: ActionArguments,
  ref: CheckInRef,
  actionId: string | undefined,
  target?: number,
): Promise<Change> {
  const made = { at: madeAt(action.action_ts), actionId };
  const options = { goTo: target };
  if (body.view?.callback_id === callbackIds.lastPage) {
    const edit = readLastPageEdit(body.view, made);
    if (hasChanges(edit)) return saveLastPage(services, ref, edit, options);
  } else {
    const found = readPageEdit(body.view, made);
    if (found && hasChanges(found.edit)) return savePage(services, ref, found, options);
  }
  return target === undefined ? { done: true } : goTo(services, ref, target);
}
