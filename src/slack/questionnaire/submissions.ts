import type { App, ViewOutput, ViewResponseAction } from '@slack/bolt';
import { emptyAnswer, isKept, lacksWhy } from '../../domain/questionnaire/answers.js';
import { LAST_PAGE } from '../../domain/questionnaire/pages.js';
import type { SlackContext } from '../bolt/context.js';
import { inTime } from '../ui/error-banner.js';
import { failureText } from '../ui/failure-text.js';
import { fieldError, updated } from '../ui/form.js';
import { blockIds } from './block-ids.js';
import type { Definition, Types } from './definition.js';
import { hasChanges, readAnswer, readLastPageEdit, readPageEdit } from './edits.js';
import { readMetadata } from './metadata.js';
import { submittedView } from './notice-views.js';
import { currentPage, type PageRequest, pageRequest, refusalText, savePage } from './request.js';

/** The buttons that send a page. Whatever goes wrong, the modal stays open with its text. */
export function registerSubmissions<T extends Types>(
  app: App,
  slack: SlackContext,
  definition: Definition<T>,
): void {
  const { callbackIds } = definition;
  const on = (id: string, submit: typeof submitPage<T>) =>
    app.view(id, async ({ ack, body, view, client }) => {
      // By the real clock: it orders edits, like Slack's `action_ts`.
      const at = new Date();
      const user = body.user.id;
      const work = async () => submit(await pageRequest(definition, slack, user, view), at);
      await ack(await inTime(work()).catch((error) => failed(definition, slack, view, error)));
      if (id === callbackIds.lastPage) await slack.publishHome(client, user);
    });
  on(callbackIds.page, submitPage);
  on(callbackIds.lastPage, submitLastPage);
}

async function submitPage<T extends Types>(
  request: PageRequest<T>,
  at: Date,
): Promise<ViewResponseAction> {
  const { definition, view } = request;
  const { page, fromLastPage } = readMetadata(definition, view);
  const found = readPageEdit(view, { at });
  if (lacksWhy(readAnswer(view))) {
    const sentence = 'Say in a few words what was missing, so that you two can change it.';
    return errors(view, sentence);
  }
  const change = await savePage(request, { at }, fromLastPage ? LAST_PAGE : page + 1);
  if (change.done) return updated(await currentPage(request));
  return refused(request, change.because, ({ answers }) => {
    return !found || isKept(answers.get(found.competency) ?? emptyAnswer, found.edit);
  });
}

async function submitLastPage<T extends Types>(
  request: PageRequest<T>,
  at: Date,
): Promise<ViewResponseAction> {
  const { definition, ref, slack, view } = request;
  const { read, submit } = definition.service;
  const edit = readLastPageEdit(definition, view, { at });
  const change = await submit(slack.services, ref, hasChanges(edit) ? edit : undefined);
  if (change.done) return updated(submittedView(definition, await read(slack.services, ref)));
  return refused(request, change.because, (stored) => isKept(definition.lastPageOf(stored), edit));
}

/** Pressing twice is no mistake: if all of the page is in what was submitted, that is what is shown. */
async function refused<T extends Types>(
  request: PageRequest<T>,
  because: T['refusal'],
  isAllKept: (questionnaire: T['questionnaire']) => boolean,
): Promise<ViewResponseAction> {
  const { definition, slack, ref, view } = request;
  if (!definition.closedRefusals.includes(because)) {
    const stored = await definition.service.read(slack.services, ref);
    if (stored.state !== 'draft' && isAllKept(stored)) {
      return updated(submittedView(definition, stored, { already: true }));
    }
  }
  return errors(view, await refusalText(request, because));
}

/** A sentence at the page's text field; on the last page at its first, below what is still open. */
function errors({ blocks }: ViewOutput, sentence: string): ViewResponseAction {
  const text = blocks.find(({ block_id }) => block_id?.startsWith(blockIds.text('')));
  const field = text ?? blocks.find(({ type }) => type === 'input');
  return fieldError(field?.block_id ?? '', sentence);
}

function failed<T extends Types>(
  definition: Definition<T>,
  { services }: SlackContext,
  view: ViewOutput,
  error: unknown,
): ViewResponseAction {
  const { texts, callbackIds } = definition;
  const isLast = view.callback_id === callbackIds.lastPage;
  const what = isLast ? texts.submitFailed : "I couldn't save that page";
  const pressed = isLast ? texts.submit : 'Save';
  const advice = `What you typed is still here; press ${pressed} again in a minute.`;
  const sentence = failureText(services.log, error, { what, advice, view: view.callback_id });
  return errors(view, sentence);
}
