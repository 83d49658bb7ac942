import type { BlockAction, ViewOutput, ViewResponseAction } from '@slack/bolt';
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
import type { Register, SlackContext } from '../bolt/context.js';
import { failureText } from '../bolt/failure.js';
import { callbackIds as conversationCallbackIds } from '../conversation/ids.js';
import { readMetadata as readRecordMetadata } from '../conversation/input.js';
import { drawRecord } from '../conversation/record.js';
import { button } from '../ui/blocks.js';
import { inTime } from '../ui/error-banner.js';
import { readFilled } from '../ui/form.js';
import { openWindow } from '../ui/open-window.js';
import { actor, orTrouble, type Press, pressedValue } from '../ui/press.js';
import { replaceView } from '../ui/windows.js';
import { resultWords } from './done.js';
import { drawList } from './draw.js';
import { actionIds, callbackIds, fields } from './ids.js';
import { type Metadata, parseId, readMetadata } from './input.js';
import { dropView, noticeView, refusalView, rescheduleView } from './views.js';

/** "Move" and "Drop": each a form that asks why. */
export const registerForms: Register = (app, slack) => {
  const open = (actionId: string, form: typeof rescheduleView) =>
    app.action<BlockAction>(actionId, async ({ ack, body, client, respond }) => {
      await ack();
      const press = { body, client };
      const view = orTrouble(slack.services, drawForm(slack, press, form), {
        what: "I couldn't open that action",
        trouble: refusalView,
      });
      const loading = noticeView('One moment.');
      const again = button({ text: 'Try again', actionId, value: pressedValue(press) ?? '' });
      await openWindow(
        { ...press, respond },
        { loading, view, what: 'that action', again, ours: [] },
      );
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
        const { actionId } = readMetadata(view);
        const ref = { ...(await actor(slack, body.user.id)), actionId };
        const filled = readFilled(view);
        return change(ref, (name) => filled.get(name)?.value);
      };
      try {
        const words = resultWords(await inTime(work()), event);
        await ack({ response_action: 'update', view: noticeView(words) });
        await refreshBelow(slack, client, { user: body.user.id, view, note: words });
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
};

async function drawForm(
  slack: SlackContext,
  press: Press,
  form: typeof rescheduleView,
): Promise<ModalView> {
  const actionId = parseId(pressedValue(press));
  const ref = { ...(await actor(slack, press.body.user.id)), actionId };
  const action = await readActionItem(slack.services, ref);
  if (action.state === 'done') return refusalView(closedWords('already_done'));
  if (action.state === 'dropped') return refusalView(closedWords('already_dropped'));
  const below = belowOf(press);
  return form(action, { actionId, ...(below && { below }) });
}

/** The list or the record that the form is laid over. */
function belowOf({ body }: Press): Metadata['below'] {
  const { view } = body;
  if (view?.callback_id === callbackIds.list) {
    return { viewId: view.id, kind: 'list', of: view.private_metadata };
  }
  if (view?.callback_id === conversationCallbackIds.record) {
    return { viewId: view.id, kind: 'record', of: readRecordMetadata(view).checkInId };
  }
  return undefined;
}

/** The change is made; that the window below can't be drawn anew is no reason to say otherwise. */
async function refreshBelow(
  slack: SlackContext,
  client: WebClient,
  { user, view, note }: { user: string; view: ViewOutput; note: string },
): Promise<void> {
  const { below } = readMetadata(view);
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
  return { response_action: 'errors', errors: { [blockId]: `${sentence}${kept}` } };
}
