import type { App, ViewOutput, ViewResponseAction } from '@slack/bolt';
import { emptyAnswer, isKept, lacksWhy, openPages } from '../../domain/questionnaire/answers.js';
import { LAST_PAGE } from '../../domain/questionnaire/pages.js';
import type { SlackContext } from '../bolt/context.js';
import { inTime, withErrorBanner } from '../ui/error-banner.js';
import { failureText } from '../ui/failure-text.js';
import { fieldError, updated } from '../ui/form.js';
import { blockIds } from './block-ids.js';
import type { Definition, Questionnaire, Types } from './definition.js';
import { hasChanges, readAnswers, readLastPageEdit, readPageEdits } from './edits.js';
import { readMetadata } from './metadata.js';
import { submittedView } from './notice-views.js';
import { confirmView } from './page-views.js';
import { currentPage, type PageRequest, pageRequest, refusalText, savePage } from './request.js';
import { stillOpenText } from './words.js';

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
      if (id !== callbackIds.page) await slack.publishHome(client, user);
    });
  on(callbackIds.page, submitPage);
  on(callbackIds.lastPage, submitLastPage);
  if (definition.confirm) on(definition.confirm.callbackId, submitConfirmed);
}

async function submitPage<T extends Types>(
  request: PageRequest<T>,
  at: Date,
): Promise<ViewResponseAction> {
  const { definition, view } = request;
  const { page, fromLastPage } = readMetadata(definition, view);
  const edits = readPageEdits(view, { at });
  const { choices, text } = readAnswers(view);
  if (lacksWhy(choices, text)) {
    const sentence = 'Say in a few words what was missing, so that you two can change it.';
    return errors(view, sentence);
  }
  const change = await savePage(
    request,
    { at },
    fromLastPage ? LAST_PAGE : page + Math.max(1, choices.length),
  );
  if (change.done) return updated(await currentPage(request));
  return refused(request, change.because, ({ answers }) => {
    return edits.every(({ competency, edit }) => {
      return isKept(answers.get(competency) ?? emptyAnswer, edit);
    });
  });
}

/** Goes to the first page that is still open, asks once more, or submits. The page is saved in any case. */
async function submitLastPage<T extends Types>(
  request: PageRequest<T>,
  at: Date,
): Promise<ViewResponseAction> {
  const { definition, ref, slack, view } = request;
  const { read, submit } = definition.service;
  const { confirm } = definition;
  const edit = readLastPageEdit(definition, view, { at });
  const change = confirm
    ? await savePage(request, { at }, LAST_PAGE)
    : await submit(slack.services, ref, hasChanges(edit) ? edit : undefined);
  if (!change.done) {
    return refused(request, change.because, (stored) =>
      isKept(definition.lastPageOf(stored), edit),
    );
  }
  const questionnaire = await read(slack.services, ref);
  if (!confirm) return updated(submittedView(definition, questionnaire));
  if (firstOpen(questionnaire) !== undefined) return openPage(request);
  return updated(confirmView(definition, confirm, questionnaire));
}

async function submitConfirmed<T extends Types>(
  request: PageRequest<T>,
): Promise<ViewResponseAction> {
  const { definition, ref, slack } = request;
  const change = await definition.service.submit(slack.services, ref);
  if (!change.done) return refused(request, change.because, () => true);
  const questionnaire = await definition.service.read(slack.services, ref);
  return updated(submittedView(definition, questionnaire));
}

/** The first page that is still open, with what is missing above it; saving it leads back. */
async function openPage<T extends Types>(request: PageRequest<T>): Promise<ViewResponseAction> {
  const { definition, ref, slack } = request;
  const { service, texts } = definition;
  const questionnaire = await service.read(slack.services, ref);
  const change = await service.goTo(slack.services, ref, firstOpen(questionnaire) ?? LAST_PAGE);
  if (!change.done) return errors(request.view, await refusalText(request, change.because));
  const page = await currentPage(request, { fromLastPage: true });
  const sentence = `${texts.nothingYet}: ${stillOpenText(questionnaire)} Your last page is saved. Answer here, then press ${texts.submit} again.`;
  return updated(withErrorBanner(page, sentence));
}

function firstOpen({ pages, answers, framework }: Questionnaire): number | undefined {
  return openPages(pages, answers, framework.scale)[0];
}

/** Pressing twice is no mistake: if all of the page is in what was submitted, that is what is shown. */
async function refused<T extends Types>(
  request: PageRequest<T>,
  because: T['refusal'],
  isAllKept: (questionnaire: T['questionnaire']) => boolean,
): Promise<ViewResponseAction> {
  const { definition, slack, ref, view } = request;
  if (because === 'incomplete') return openPage(request);
  if (!definition.closedRefusals.includes(because)) {
    const stored = await definition.service.read(slack.services, ref);
    if (stored.state !== 'draft' && isAllKept(stored)) {
      return updated(submittedView(definition, stored, { already: true }));
    }
  }
  return errors(view, await refusalText(request, because));
}

/** A sentence at the page's text field, at the last page's first, or above a window without fields. */
function errors(view: ViewOutput, sentence: string): ViewResponseAction {
  const { blocks } = view;
  const text = blocks.find(({ block_id }) => block_id?.startsWith(blockIds.text('')));
  const field = text ?? blocks.find(({ type }) => type === 'input');
  if (!field) return updated(withErrorBanner(view, sentence));
  return fieldError(field.block_id ?? '', sentence);
}

function failed<T extends Types>(
  definition: Definition<T>,
  { services }: SlackContext,
  view: ViewOutput,
  error: unknown,
): ViewResponseAction {
  const { texts, callbackIds } = definition;
  const isLast = view.callback_id !== callbackIds.page;
  const what = isLast ? texts.submitFailed : "I couldn't save that page";
  const pressed = isLast ? texts.submit : 'Save';
  const advice = `What you typed is still here; press ${pressed} again in a minute.`;
  const sentence = failureText(services.log, error, { what, advice, view: view.callback_id });
  return errors(view, sentence);
}
