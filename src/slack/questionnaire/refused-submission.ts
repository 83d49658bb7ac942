import type { ViewOutput, ViewResponseAction } from '@slack/bolt';
import { openPages } from '../../domain/questionnaire/answers.js';
import { LAST_PAGE } from '../../domain/questionnaire/pages.js';
import type { SlackContext } from '../bolt/context.js';
import { withErrorBanner } from '../ui/error-banner.js';
import { failureText } from '../ui/failure-text.js';
import { fieldError, updated } from '../ui/form.js';
import { blockIds } from './block-ids.js';
import type { Definition, Questionnaire, Types } from './definition.js';
import { submittedView } from './notice-views.js';
import { currentPage, type PageRequest, refusalText } from './request.js';
import { stillOpenText } from './words.js';

/** The first page that is still open, with what is missing above it; saving it leads back. */
export async function openPage<T extends Types>(
  request: PageRequest<T>,
): Promise<ViewResponseAction> {
  const { definition, ref, slack } = request;
  const { service, texts } = definition;
  const questionnaire = await service.read(slack.services, ref);
  const change = await service.goTo(slack.services, ref, firstOpen(questionnaire) ?? LAST_PAGE);
  if (!change.done) return errors(request.view, await refusalText(request, change.because));
  const page = await currentPage(request, { fromLastPage: true });
  const sentence = `${texts.nothingYet}: ${stillOpenText(questionnaire)} Your last page is saved. Answer here, then press ${texts.submit} again.`;
  return updated(withErrorBanner(page, sentence));
}

export function firstOpen({ pages, answers, framework }: Questionnaire): number | undefined {
  return openPages(pages, answers, framework.scale)[0];
}

/** Pressing twice is no mistake: if all of the page is in what was submitted, that is what is shown. */
export async function refused<T extends Types>(
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
export function errors(view: ViewOutput, sentence: string): ViewResponseAction {
  const { blocks } = view;
  const text = blocks.find(({ block_id }) => block_id?.startsWith(blockIds.text('')));
  const field = text ?? blocks.find(({ type }) => type === 'input');
  if (!field) return updated(withErrorBanner(view, sentence));
  return fieldError(field.block_id ?? '', sentence);
}

export function failed<T extends Types>(
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
