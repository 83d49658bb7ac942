import type { App } from '@slack/bolt';
import type { KnownBlock, ModalView } from '@slack/types';
import { describeError } from '../../services/errors/index.js';
import type { SlackContext } from '../bolt/context.js';
import { onAction } from '../bolt/listen.js';
import { hasErrorBanner, withBlocks, withErrorBanner } from '../ui/error-banner.js';
import { failureText } from '../ui/failure-text.js';
import { type Press, pressed } from '../ui/press.js';
import { slackValues } from '../ui/slack-values.js';
import { replaceView } from '../ui/windows.js';
import { blockIds } from './block-ids.js';
import type { Definition, Types } from './definition.js';
import { madeAt, readAnswers } from './edits.js';
import { askedFor, relabelled } from './inputs.js';
import { registerReadAll } from './read-all.js';
import { currentPage, type PageRequest, pageRequest, refusedPage, savePage } from './request.js';

/** Registers presses, choices and typing on an open page. */
export function registerPageActions<T extends Types>(
  app: App,
  slack: SlackContext,
  definition: Definition<T>,
): void {
  const { choose, type, go, lastPage } = definition.actionIds;
  for (const id of [choose, type, ...lastPage]) {
    onAction(app, id, (press) => saveTyping(slack, press, definition));
  }
  onAction(app, go, (press) => goToPage(slack, press, definition));
  registerReadAll(app, slack, definition);
}

/** Saves what was typed or chosen as it happens, so that a closed window loses nothing. */
async function saveTyping<T extends Types>(
  slack: SlackContext,
  press: Press,
  definition: Definition<T>,
): Promise<void> {
  const { body, action, client } = press;
  const { view, user } = body;
  if (!view) return;
  try {
    const request = await pageRequest(definition, slack, user.id, view);
    const made = { at: madeAt(action.action_ts), blockId: action.block_id };
    const change = await savePage(request, made);
    if (change.done) await relabel(press, definition);
    else if (!hasErrorBanner(view)) {
      // What was typed last may be saved after Send has sent it, too: what Send shows stays.
      const page = await refusedPage(request, change.because);
      await replaceView(client, view.id, page, { onlyIf: view.hash });
    }
  } catch (error) {
    // No words to the person: they are still typing, and the next save carries the whole text.
    const fields = { user: user.id, ...describeError(error) };
    slack.services.log.warn(fields, 'typing was not saved this time');
  }
}

/** After a choice: asks at the text field for what that choice needs, if something else stands there. */
async function relabel<T extends Types>(
  { body: { view }, action, client }: Press,
  { actionIds, texts }: Definition<T>,
): Promise<void> {
  if (!view || action.action_id !== actionIds.choose) return;
  const asked = askedFor(readAnswers(view).choices, texts);
  const isText = ({ block_id = '' }: KnownBlock) => block_id.startsWith(blockIds.text(''));
  const now = (view.blocks as KnownBlock[]).find(isText);
  if (now?.type !== 'input' || now.label.text === asked.label) return;
  const fields = withBlocks(view, (blocks) =>
    blocks.map((one) => (isText(one) && one.type === 'input' ? relabelled(one, asked) : one)),
  );
  await replaceView(client, view.id, fields);
}

/** Back, Answer and Change: saves the page and shows the one in the button's value. */
async function goToPage<T extends Types>(
  slack: SlackContext,
  press: Press,
  definition: Definition<T>,
): Promise<void> {
  const what = "I couldn't save what stands here";
  const advice = 'What you typed is still here; press the button again in a minute.';
  await replaceInPlace(slack, press, { definition, what, advice }, async (request) => {
    const page = pressed(slackValues.page, press);
    const change = await savePage(request, { at: madeAt(press.action.action_ts) }, page);
    if (!change.done) return refusedPage(request, change.because);
    const fromLastPage = request.view.callback_id === definition.callbackIds.lastPage;
    return currentPage(request, { fromLastPage });
  });
}

/** Puts another view in place of the one that was acted in; if that fails, says so above it. */
export async function replaceInPlace<T extends Types>(
  slack: SlackContext,
  { body: { view, user }, client }: Press,
  { definition, ...failure }: { definition: Definition<T>; what: string; advice?: string },
  draw: (request: PageRequest<T>) => Promise<ModalView>,
): Promise<void> {
  if (!view) return;
  const next = await pageRequest(definition, slack, user.id, view)
    .then(draw)
    .catch((error) => {
      const fields = { ...failure, user: user.id };
      return withErrorBanner(view, failureText(slack.services.log, error, fields));
    });
  await replaceView(client, view.id, next);
}
