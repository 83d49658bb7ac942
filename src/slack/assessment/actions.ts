import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import {
  type AssessmentChange,
  type AssessmentRef,
  goToAssessmentPage,
  readAssessment,
  saveAssessmentPage,
  saveSummary,
} from '../../services/assessment/index.js';
import { describeError } from '../../services/errors/index.js';
import type { Register, SlackContext } from '../bolt/context.js';
import { failureText } from '../bolt/failure.js';
import { hasChanges, readPageEdit } from '../check-in/input.js';
import { madeAt } from '../check-in/request.js';
import { onlyInputs, showsTrouble, withErrorBanner } from '../ui/error-banner.js';
import { given, readGiven } from '../ui/given.js';
import { replaceView } from '../ui/windows.js';
import { actionIds, callbackIds } from './ids.js';
import { readSummaryEdit } from './input.js';
import { refOf } from './request.js';
import { draftView } from './views.js';
import { refusalWords } from './words.js';

type ActionArguments = SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs;
type ModalOutput = NonNullable<BlockAction['view']>;
type Refused = Extract<AssessmentChange, { done: false }>;

/** What is pressed, chosen or typed while a page is open. */
export const registerActions: Register = (app, slack) => {
  const { choose, type, summary } = actionIds;
  for (const id of [choose, type, summary]) {
    app.action<BlockAction>(id, (args) => keepTyping(slack, args));
  }
  app.action<BlockAction>(actionIds.go, (args) => leaveFor(slack, args));
};

/** Saves what was typed or chosen as it happens, so that a closed window loses nothing. */
async function keepTyping(slack: SlackContext, args: ActionArguments): Promise<void> {
  await args.ack();
  const { view, user } = args.body;
  if (!view) return;
  try {
    const ref = await refOf(slack, user.id, view);
    const change = await saveWhatStands(slack, args, ref, args.action.action_id);
    if (change.done || showsTrouble(view)) return;
    await replaceView(args.client, view.id, refusedPage(view, change));
  } catch (error) {
    // No words to the person: they are still typing, and the next save carries the whole text.
    slack.services.log.warn(
      { user: user.id, ...describeError(error) },
      'typing was not saved this time',
    );
  }
}

/** Back, Answer and Change: saves the page and shows the one in the button's value. */
async function leaveFor(slack: SlackContext, args: ActionArguments): Promise<void> {
  await args.ack();
  const { view, user } = args.body;
  if (!view) return;
  const next = await nextView(slack, args, view).catch((error) => {
    const what = "I couldn't save what stands here";
    const advice = 'What you typed is still here; press the button again in a minute.';
    const fields = { what, advice, user: user.id };
    return withErrorBanner(view, failureText(slack.services.log, error, fields));
  });
  await replaceView(args.client, view.id, next);
}

async function nextView(slack: SlackContext, args: ActionArguments, view: ModalOutput) {
  const ref = await refOf(slack, args.body.user.id, view);
  const target = readGiven(given.page, 'value' in args.action ? args.action.value : undefined);
  const change = await saveWhatStands(slack, args, ref, undefined, target);
  if (!change.done) return refusedPage(view, change);
  const assessment = await readAssessment(slack.services, ref);
  return draftView(slack, assessment, {
    fromLastPage: view.callback_id === callbackIds.lastPage,
  });
}

/** The page with why nothing was saved; who lost sight of the report keeps their own words alone. */
function refusedPage(view: ModalOutput, { because }: Refused): ModalView {
  const page = withErrorBanner(view, refusalWords(because));
  return because === 'not_manager' || because === 'report_left' ? onlyInputs(page) : page;
}

/** Saves what the manager changed on the page since it was drawn, and where they go on to. */
async function saveWhatStands(
  { services }: SlackContext,
  { body, action }: ActionArguments,
  ref: AssessmentRef,
  actionId: string | undefined,
  target?: number,
): Promise<AssessmentChange> {
  const made = { at: madeAt(action.action_ts), actionId };
  const options = { goTo: target };
  if (body.view?.callback_id === callbackIds.lastPage) {
    const edit = readSummaryEdit(body.view, made);
    if (hasChanges(edit)) return saveSummary(services, ref, edit, options);
  } else {
    const found = readPageEdit(body.view, made);
    if (found && hasChanges(found.edit)) return saveAssessmentPage(services, ref, found, options);
  }
  if (target === undefined) return { done: true, revealed: false };
  return goToAssessmentPage(services, ref, target);
}
