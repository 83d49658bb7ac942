import type { App, BlockAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { describeError } from '../../services/errors/index.js';
import type { SlackContext } from '../bolt/context.js';
import { onAction } from '../bolt/listen.js';
import { hasErrorBanner, onlyInputs, withErrorBanner } from '../ui/error-banner.js';
import { failureText } from '../ui/failure-text.js';
import { given } from '../ui/given.js';
import { type Press, pressed } from '../ui/press.js';
import { replaceView } from '../ui/windows.js';
import type { Change, Definition, Types } from './definition.js';
import { hasChanges, madeAt, readLastPageEdit, readPageEdit } from './edits.js';
import { refOf } from './metadata.js';
import { draftView } from './page-views.js';

export type OpenView = NonNullable<BlockAction['view']>;

/** What is pressed, chosen or typed while a page is open. */
export function registerPageActions<T extends Types>(
  app: App,
  slack: SlackContext,
  definition: Definition<T>,
): void {
  const { choose, type, go, lastPage } = definition.actionIds;
  for (const id of [choose, type, ...lastPage]) {
    onAction(app, id, (args) => saveTyping(definition, slack, args));
  }
  onAction(app, go, (args) => goToPage(definition, slack, args));
}

/** Saves what was typed or chosen as it happens, so that a closed window loses nothing. */
async function saveTyping<T extends Types>(
  definition: Definition<T>,
  slack: SlackContext,
  args: Press,
): Promise<void> {
  const { view, user } = args.body;
  if (!view) return;
  try {
    const ref = await refOf(definition, slack, user.id, view);
    const { action_id: actionId } = args.action;
    const change = await saveChanges(definition, slack, args, ref, { actionId });
    if (change.done || hasErrorBanner(view)) return;
    const refused = await refusedPage(definition, slack, { ref, view, because: change.because });
    await replaceView(args.client, view.id, refused);
  } catch (error) {
    // No words to the person: they are still typing, and the next save carries the whole text.
    const fields = { user: user.id, ...describeError(error) };
    slack.services.log.warn(fields, 'typing was not saved this time');
  }
}

/** Back, Answer and Change: saves the page and shows the one in the button's value. */
async function goToPage<T extends Types>(
  definition: Definition<T>,
  slack: SlackContext,
  args: Press,
): Promise<void> {
  const what = "I couldn't save what stands here";
  const advice = 'What you typed is still here; press the button again in a minute.';
  await replaceInPlace(definition, slack, args, { what, advice }, async (ref, view) => {
    const goTo = pressed(given.page, args);
    const change = await saveChanges(definition, slack, args, ref, { goTo });
    if (!change.done) return refusedPage(definition, slack, { ref, view, because: change.because });
    const questionnaire = await definition.service.read(slack.services, ref);
    const fromLastPage = view.callback_id === definition.callbackIds.lastPage;
    return draftView(definition, slack, questionnaire, { fromLastPage });
  });
}

/** Puts another view in place of the one that was acted in; if that fails, says so above it. */
export async function replaceInPlace<T extends Types>(
  definition: Definition<T>,
  slack: SlackContext,
  { body, client }: Press,
  failure: { what: string; advice?: string },
  draw: (ref: T['ref'], view: OpenView) => Promise<ModalView>,
): Promise<void> {
  const { view, user } = body;
  if (!view) return;
  const next = await refOf(definition, slack, user.id, view)
    .then((ref) => draw(ref, view))
    .catch((error) => {
      const fields = { ...failure, user: user.id };
      return withErrorBanner(view, failureText(slack.services.log, error, fields));
    });
  await replaceView(client, view.id, next);
}

/** The page as it is, with the reason why nothing was saved on top. */
export async function refusedPage<T extends Types>(
  { service, refusalText, closedRefusals }: Definition<T>,
  { services }: SlackContext,
  { ref, view, because }: { ref: T['ref']; view: OpenView; because: T['refusal'] },
): Promise<ModalView> {
  const sentence = await refusalText(because, () => service.read(services, ref));
  const page = withErrorBanner(view, sentence);
  return closedRefusals.includes(because) ? onlyInputs(page) : page;
}

/** Saves what the author changed on the page since it was drawn, and where they go on to. */
async function saveChanges<T extends Types>(
  definition: Definition<T>,
  { services }: SlackContext,
  { body, action }: Press,
  ref: T['ref'],
  { actionId, goTo }: { actionId?: string; goTo?: number },
): Promise<Change<T>> {
  const { service, callbackIds } = definition;
  const made = { at: madeAt(action.action_ts), actionId };
  if (body.view?.callback_id === callbackIds.lastPage) {
    const edit = readLastPageEdit(definition, body.view, made);
    if (hasChanges(edit)) return service.saveLastPage(services, ref, edit, { goTo });
  } else {
    const found = readPageEdit(body.view, made);
    if (found && hasChanges(found.edit)) return service.savePage(services, ref, found, { goTo });
  }
  return goTo === undefined ? { done: true } : service.goTo(services, ref, goTo);
}
