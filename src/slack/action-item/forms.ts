import type { App, BlockAction, ViewOutput, ViewResponseAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import {
  type ActionItemRef,
  type ActionItemResult,
  closedWords,
  dropActionItem,
  readActionItem,
  rescheduleActionItem,
} from '../../services/action-item/index.js';
import { describeError, FieldError } from '../../services/errors/index.js';
import { actor } from '../bolt/actor.js';
import type { SlackContext } from '../bolt/context.js';
import { onAction } from '../bolt/listen.js';
import { checkInOfRecord } from '../conversation/links.js';
import { discardTyped, withTyped } from '../form-draft/links.js';
import { button } from '../ui/blocks.js';
import { inTime } from '../ui/error-banner.js';
import { failureText } from '../ui/failure-text.js';
import { fieldError, readFilled, updated } from '../ui/form.js';
import { openWindow } from '../ui/open-window.js';
import { pressed } from '../ui/press.js';
import { slackValues } from '../ui/slack-values.js';
import { replaceView } from '../ui/windows.js';
import { resultText } from './done.js';
import { type DrawRecord, drawList } from './draw.js';
import { actionIds, callbackIds, fields } from './ids.js';
import { type ActionItemMetadata, actionItemMetadata } from './input.js';
import { dropView, notices, rescheduleView } from './views.js';

/** "Move" and "Drop": each a form that asks why. */
export function registerForms(app: App, slack: SlackContext, drawRecord: DrawRecord): void {
  const open = (actionId: string, form: typeof rescheduleView) =>
    onAction(app, actionId, async (press) => {
      const id = pressed(slackValues.id, press);
      await openWindow(press, {
        log: slack.services.log,
        notices,
        loading: 'One moment.',
        draw: () => drawForm(slack, press.body, id, form),
        replaces: [],
        what: 'that action',
        again: button({ text: 'Try again', actionId, value: id }),
      });
    });
  open(actionIds.move, rescheduleView);
  open(actionIds.drop, dropView);

  const on = (
    callbackId: string,
    event: 'moved' | 'dropped',
    change: (
      ref: ActionItemRef,
      filled: (name: string) => string | undefined,
    ) => Promise<ActionItemResult>,
  ) =>
    app.view(callbackId, async ({ ack, body, view, client }) => {
      const work = async () => {
        const { actionId: actionItemId } = actionItemMetadata.read(view);
        const ref = { ...(await actor(slack, body.user.id)), actionItemId };
        const filled = readFilled(view);
        return change(ref, (name) => filled.get(name)?.value);
      };
      try {
        const words = resultText(await inTime(work()), event);
        await ack(updated(notices.notice(words)));
        await discardTyped(slack, body.user.id, view);
        await refreshBelow(slack, drawRecord, client, { user: body.user.id, view, note: words });
      } catch (error) {
        await ack(failed(slack, view, error));
      }
    });
  on(callbackIds.move, 'moved', (ref, filled) =>
    rescheduleActionItem(slack.services, ref, {
      dueOn: filled(fields.dueOn),
      reason: filled(fields.reason) ?? '',
    }),
  );
  on(callbackIds.drop, 'dropped', (ref, filled) =>
    dropActionItem(slack.services, ref, { reason: filled(fields.reason) ?? '' }),
  );
}

async function drawForm(
  slack: SlackContext,
  { user, view }: BlockAction,
  actionId: string,
  form: typeof rescheduleView,
): Promise<ModalView> {
  const ref = { ...(await actor(slack, user.id)), actionItemId: actionId };
  const action = await readActionItem(slack.services, ref);
  if (action.state === 'done') return notices.failure(closedWords('already_done'));
  if (action.state === 'dropped') return notices.failure(closedWords('already_dropped'));
  return withTyped(slack, user.id, form(action, { actionId, below: belowOf(view) }));
}

/** The list or the record that the form is laid over. */
function belowOf(view: BlockAction['view']): ActionItemMetadata['below'] {
  if (view?.callback_id === callbackIds.list) {
    return { viewId: view.id, kind: 'list', of: view.private_metadata };
  }
  const checkInId = view && checkInOfRecord(view);
  return checkInId ? { viewId: view.id, kind: 'record', of: checkInId } : undefined;
}

/**
 * The change is saved; a failure to redraw the modal below must not be reported as a failure of it.
 */
async function refreshBelow(
  slack: SlackContext,
  drawRecord: DrawRecord,
  client: WebClient,
  { user, view, note }: { user: string; view: ViewOutput; note: string },
): Promise<void> {
  const { below } = actionItemMetadata.read(view);
  if (!below) return;
  try {
    const fresh =
      below.kind === 'list'
        ? await drawList(slack, user, { reportId: below.of, note })
        : await drawRecord(slack, user, below.of, note);
    await replaceView(client, below.viewId, fresh);
  } catch (error) {
    slack.services.log.warn(
      describeError(error),
      'the window below a form could not be drawn anew',
    );
  }
}

function failed({ services }: SlackContext, view: ViewOutput, error: unknown): ViewResponseAction {
  const sentence = failureText(services.log, error, { what: "I couldn't save that" });
  const field =
    error instanceof FieldError && error.field === 'dueOn' ? fields.dueOn : fields.reason;
  const kept = error instanceof FieldError ? '' : ' What you typed is still here.';
  const blockId = readFilled(view).get(field)?.blockId ?? fields.reason;
  return fieldError(blockId, `${sentence}${kept}`);
}
