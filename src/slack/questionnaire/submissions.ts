import type { App, ViewResponseAction } from '@slack/bolt';
import { emptyAnswer, isKept, lacksWhy } from '../../domain/questionnaire/answers.js';
import { LAST_PAGE } from '../../domain/questionnaire/pages.js';
import type { SlackContext } from '../bolt/context.js';
import { inTime } from '../ui/error-banner.js';
import { updated } from '../ui/form.js';
import type { Definition, Types } from './definition.js';
import { hasChanges, readAnswers, readLastPageEdit, readPageEdits } from './edits.js';
import { confirmView } from './last-page-view.js';
import { readMetadata } from './metadata.js';
import { submittedView } from './notice-views.js';
import { errors, failed, firstOpen, openPage, refused } from './refused-submission.js';
import { currentPage, type PageRequest, pageRequest, savePage } from './request.js';

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
