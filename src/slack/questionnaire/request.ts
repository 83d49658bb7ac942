import type { BlockAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { actor } from '../bolt/actor.js';
import type { SlackContext } from '../bolt/context.js';
import { onlyInputs, withErrorBanner } from '../ui/error-banner.js';
import type { Change, Definition, Types } from './definition.js';
import { hasChanges, type Made, readLastPageEdit, readPageEdits } from './edits.js';
import { readMetadata } from './metadata.js';
import { type DraftOptions, draftView } from './page-views.js';

/** A request from a window of a questionnaire, by its author. */
export interface PageRequest<T extends Types> {
  definition: Definition<T>;
  slack: SlackContext;
  ref: T['ref'];
  view: NonNullable<BlockAction['view']>;
}

/** Throws UnreadableError for a view that isn't one of this questionnaire's. */
export async function pageRequest<T extends Types>(
  definition: Definition<T>,
  slack: SlackContext,
  slackUserId: string,
  view: PageRequest<T>['view'],
): Promise<PageRequest<T>> {
  const { id } = readMetadata(definition, view);
  const ref = definition.refOf(await actor(slack, slackUserId), id);
  return { definition, slack, ref, view };
}

/** Saves the author's changes on the page, and the page that they go to. */
export async function savePage<T extends Types>(
  { definition, slack: { services }, ref, view }: PageRequest<T>,
  made: Made,
  goTo?: number,
): Promise<Change<T>> {
  const { service, callbackIds } = definition;
  if (view.callback_id === callbackIds.lastPage) {
    const edit = readLastPageEdit(definition, view, made);
    if (hasChanges(edit)) return service.saveLastPage(services, ref, edit, { goTo });
  } else {
    const edits = readPageEdits(view, made).filter(({ edit }) => hasChanges(edit));
    if (edits.length > 0) return service.savePage(services, ref, edits, { goTo });
  }
  return goTo === undefined ? { done: true } : service.goTo(services, ref, goTo);
}

/** Returns the current questionnaire at its current page. */
export async function currentPage<T extends Types>(
  { definition, slack, ref }: PageRequest<T>,
  options?: DraftOptions,
): Promise<ModalView> {
  const questionnaire = await definition.service.read(slack.services, ref);
  return draftView(definition, slack, questionnaire, options);
}

/** Returns the submitted page with the reason why nothing was saved at its top. */
export async function refusedPage<T extends Types>(
  request: PageRequest<T>,
  because: T['refusal'],
): Promise<ModalView> {
  const page = withErrorBanner(request.view, await refusalText(request, because));
  return request.definition.closedRefusals.includes(because) ? onlyInputs(page) : page;
}

/** Why nothing was saved or submitted. Plain text. */
export async function refusalText<T extends Types>(
  { definition, slack, ref }: PageRequest<T>,
  because: T['refusal'],
): Promise<string> {
  return definition.refusalText(because, () => definition.service.read(slack.services, ref));
}
