import { randomUUID } from 'node:crypto';
import type { App, ViewOutput, ViewResponseAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { localDay } from '../../domain/time/time-zone.js';
import { describeError } from '../../services/errors/index.js';
import {
  deleteManagerNote,
  keepManagerNote,
  ManagerNoteError,
  subjectOfManagerNote,
} from '../../services/manager-note/index.js';
import { personOf } from '../bolt/actor.js';
import type { SlackContext } from '../bolt/context.js';
import { onAction } from '../bolt/listen.js';
import { discardTyped, withTyped } from '../form-draft/links.js';
import { inTime } from '../ui/error-banner.js';
import { failureText } from '../ui/failure-text.js';
import { fieldError, readFilled } from '../ui/form.js';
import { showWindow } from '../ui/open-window.js';
import { pressed } from '../ui/press.js';
import { slackValues } from '../ui/slack-values.js';
import { replaceView } from '../ui/windows.js';
import { noteForm } from './blocks.js';
import { actionIds, callbackIds, fields, noteMetadata } from './ids.js';

/** Draws the page about a report, on which notes stand. */
type DrawReport = (
  slack: SlackContext,
  slackUserId: string,
  reportId: string,
) => Promise<ModalView>;

/** A manager's own notes about a report: keeping one, and deleting it on the page about them. */
export function register(app: App, slack: SlackContext, drawReport: DrawReport): void {
  const { services, workspace } = slack;

  onAction(app, actionIds.add, async (press) => {
    const { user, view } = press.body;
    const { id: authorId, timeZone } = await personOf(slack, user.id);
    const about = {
      workspaceId: workspace.id,
      authorId,
      subjectId: pressed(slackValues.id, press),
    };
    const subject = await subjectOfManagerNote(services, about);
    const today = localDay(services.clock.now(), timeZone);
    const form = noteForm(subject, { id: randomUUID(), today, viewId: view?.id });
    await showWindow(press, await withTyped(slack, user.id, form));
  });

  app.view(callbackIds.form, async ({ ack, body, view, client }) => {
    const { id: user } = body.user;
    const refused = await inTime(keep(slack, user, view)).catch((error) =>
      failed(slack, view, error),
    );
    if (refused) return ack(refused);
    await ack();
    await discardTyped(slack, user, view);
    const { subjectId, viewId } = noteMetadata.read(view);
    if (viewId === undefined) return;
    try {
      await replaceView(client, viewId, await drawReport(slack, user, subjectId));
    } catch (error) {
      services.log.warn({ user, ...describeError(error) }, 'the page of a report was not redrawn');
    }
  });

  onAction(app, actionIds.delete, async (press) => {
    const { user, view } = press.body;
    const { id: authorId } = await personOf(slack, user.id);
    const author = { workspaceId: workspace.id, authorId };
    const subjectId = await deleteManagerNote(services, author, pressed(slackValues.id, press));
    if (!subjectId || !view) return;
    await replaceView(press.client, view.id, await drawReport(slack, user.id, subjectId));
  });
}

async function keep(
  slack: SlackContext,
  slackUserId: string,
  view: ViewOutput,
): Promise<ViewResponseAction | undefined> {
  const { services, workspace } = slack;
  const { id: authorId } = await personOf(slack, slackUserId);
  const { id, subjectId } = noteMetadata.read(view);
  const filled = readFilled(view);
  const note = filled.get(fields.note)?.value ?? '';
  const happenedOn = filled.get(fields.happenedOn)?.value ?? '';
  const about = { workspaceId: workspace.id, authorId, subjectId };
  await keepManagerNote(services, about, { id, note, happenedOn });
  return undefined;
}

/** A sentence at the field that it is about, or at the note. */
function failed({ services }: SlackContext, view: ViewOutput, error: unknown): ViewResponseAction {
  const field = error instanceof ManagerNoteError ? error.field : 'note';
  const what = "I couldn't keep that";
  const advice = 'What you typed is still here; press Keep again in a minute.';
  const { blockId = fields[field] } = readFilled(view).get(fields[field]) ?? {};
  return fieldError(blockId, failureText(services.log, error, { what, advice }));
}
