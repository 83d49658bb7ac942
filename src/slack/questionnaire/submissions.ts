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
import { readMetadata, refOf } from './metadata.js';
import { submittedView } from './notice-views.js';
import { draftView } from './page-views.js';

interface Submission<T extends Types> {
  definition: Definition<T>;
  slack: SlackContext;
  ref: T['ref'];
  view: ViewOutput;
  /** When the request arrived, by the real clock: it orders edits, like Slack's `action_ts`. */
  receivedAt: Date;
}

/** The buttons that send a page. Whatever goes wrong, the modal stays open with its text. */
export function registerSubmissions<T extends Types>(
  app: App,
  slack: SlackContext,
  definition: Definition<T>,
): void {
  const { callbackIds, afterSubmit } = definition;
  const on = (id: string, submit: (one: Submission<T>) => Promise<ViewResponseAction>) =>
    app.view(id, async ({ ack, body, view, client }) => {
      const receivedAt = new Date();
      const user = body.user.id;
      const work = async () => {
        const ref = await refOf(definition, slack, user, view);
        return submit({ definition, slack, ref, view, receivedAt });
      };
      await ack(await inTime(work()).catch((error) => failed(definition, slack, view, error)));
      if (id === callbackIds.lastPage) await afterSubmit(slack, client, user);
    });
  on(callbackIds.page, submitPage);
  on(callbackIds.lastPage, submitLastPage);
}

async function submitPage<T extends Types>(one: Submission<T>): Promise<ViewResponseAction> {
  const { definition, slack, ref, view, receivedAt } = one;
  const { service } = definition;
  const { page, fromLastPage } = readMetadata(definition, view);
  const found = readPageEdit(view, { at: receivedAt });
  if (lacksWhy(readAnswer(view))) {
    const sentence = 'Say in a few words what was missing, so that you two can change it.';
    return errors(definition, view, sentence);
  }
  const goTo = fromLastPage ? LAST_PAGE : page + 1;
  const change =
    found && hasChanges(found.edit)
      ? await service.savePage(slack.services, ref, found, { goTo })
      : await service.goTo(slack.services, ref, goTo);
  if (!change.done) {
    return refused(one, change.because, ({ answers }) => {
      return !found || isKept(answers.get(found.competency) ?? emptyAnswer, found.edit);
    });
  }
  const questionnaire = await service.read(slack.services, ref);
  return updated(await draftView(definition, slack, questionnaire));
}

async function submitLastPage<T extends Types>(one: Submission<T>): Promise<ViewResponseAction> {
  const { definition, slack, ref, view, receivedAt } = one;
  const { service } = definition;
  const edit = readLastPageEdit(definition, view, { at: receivedAt });
  const written = hasChanges(edit) ? edit : undefined;
  const change = await service.submit(slack.services, ref, written);
  if (!change.done) {
    return refused(one, change.because, (stored) => isKept(definition.lastPageOf(stored), edit));
  }
  return updated(submittedView(definition, await service.read(slack.services, ref)));
}

/** Pressing twice is no mistake: if all of the page is in what was submitted, that is what is shown. */
async function refused<T extends Types>(
  { definition, slack, ref, view }: Submission<T>,
  because: T['refusal'],
  isAllKept: (questionnaire: T['questionnaire']) => boolean,
): Promise<ViewResponseAction> {
  const read = () => definition.service.read(slack.services, ref);
  if (!definition.closedRefusals.includes(because)) {
    const questionnaire = await read();
    if (questionnaire.state !== 'draft' && isAllKept(questionnaire)) {
      return updated(submittedView(definition, questionnaire, { already: true }));
    }
  }
  return errors(definition, view, await definition.refusalText(because, read));
}

/** A sentence at the page's text field; on the last page at its first, below what is still open. */
function errors<T extends Types>(
  { lastPageBlockId }: Definition<T>,
  view: ViewOutput,
  sentence: string,
): ViewResponseAction {
  const prefix = blockIds.text('');
  const block = view.blocks.find(({ block_id }) => block_id?.startsWith(prefix));
  return fieldError(block?.block_id ?? lastPageBlockId, sentence);
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
  return errors(definition, view, sentence);
}
