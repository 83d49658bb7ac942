import type { ViewOutput, ViewResponseAction } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { describeError } from '../../services/errors/index.js';
import { changeEvidence, EvidenceError, keepEvidence } from '../../services/evidence/index.js';
import { actor } from '../bolt/actor.js';
import type { Register, SlackContext } from '../bolt/context.js';
import { discardTyped } from '../form-draft/links.js';
import { inTime } from '../ui/error-banner.js';
import { failureText } from '../ui/failure-text.js';
import { fieldError, readFilled, updated } from '../ui/form.js';
import { replaceView } from '../ui/windows.js';
import { callbackIds, fields } from './ids.js';
import { type FormMetadata, formMetadata, readForm } from './input.js';
import { drawList, keptView } from './windows.js';

/** "Keep" and "Save". Whatever goes wrong, the form stays open with its text. */
export const registerSubmit: Register = (app, slack) => {
  app.view(callbackIds.form, async ({ ack, body, view, client }) => {
    const saved = await inTime(save(slack, body.user.id, view)).catch((error) =>
      failure(slack, view, error),
    );
    if ('response_action' in saved) return ack(saved);
    const { list } = saved;
    await (list ? ack() : ack(updated(keptView(competencyIn(slack, view)))));
    await discardTyped(slack, body.user.id, view);
    if (!list) return;
    await redraw(slack, client, body.user.id, list);
  });
};

async function save(
  slack: SlackContext,
  slackUserId: string,
  view: ViewOutput,
): Promise<Pick<FormMetadata, 'list'>> {
  const { id, mode, message, list } = formMetadata.read(view);
  const keeper = await actor(slack, slackUserId);
  const piece = { id, ...readForm(view) };
  if (mode === 'keep') await keepEvidence(slack.services, keeper, { ...piece, message });
  else await changeEvidence(slack.services, keeper, piece);
  return { list };
}

/** A sentence at the field that it is about, or at the note. */
function failure({ services }: SlackContext, view: ViewOutput, error: unknown): ViewResponseAction {
  const wanted = error instanceof EvidenceError ? fields[error.field] : fields.note;
  const filled = readFilled(view);
  const { blockId = fields.note } = filled.get(wanted) ?? filled.get(fields.note) ?? {};
  const what = "I couldn't keep that";
  const advice = 'What you typed is still here; press the button again in a minute.';
  const sentence = failureText(services.log, error, { what, advice, view: view.callback_id });
  return fieldError(blockId, sentence);
}

/** The name of the competency that the piece was put under. */
function competencyIn({ services, workspace }: SlackContext, view: ViewOutput) {
  const { competencyKey } = readForm(view);
  const { framework } = services.frameworks.current(workspace.id);
  return framework.competencies.find(({ key }) => key === competencyKey)?.name;
}

/** Redraws the list below the form. The piece is saved, so that a failure here loses nothing. */
async function redraw(
  slack: SlackContext,
  client: WebClient,
  slackUserId: string,
  { viewId, ...place }: NonNullable<FormMetadata['list']>,
): Promise<void> {
  try {
    await replaceView(client, viewId, await drawList(slack, slackUserId, place));
  } catch (error) {
    const fields = { user: slackUserId, ...describeError(error) };
    slack.services.log.warn(fields, 'a list was not redrawn');
  }
}
