import { comeBack, goAway, LongAbsenceError } from '../../services/availability/index.js';
import { FieldError } from '../../services/errors/index.js';
import { deferMessage } from '../../services/reminder/index.js';
import { actor } from '../bolt/actor.js';
import type { Register } from '../bolt/context.js';
import { onAction } from '../bolt/listen.js';
import { context } from '../ui/blocks.js';
import { inTime } from '../ui/error-banner.js';
import { failureText } from '../ui/failure-text.js';
import { fieldError, readFilled, updated } from '../ui/form.js';
import { showWindow } from '../ui/open-window.js';
import { answerBelow, chosen, postOf, showMessage } from '../ui/press.js';
import { replaceView } from '../ui/windows.js';
import { awayForm, awayNotice, backNotice, longAwayForm } from './away-form.js';
import { backSentence } from './buttons.js';
import { actionIds, callbackIds, throughField } from './ids.js';
import { awayMetadata, snoozeChoice } from './input.js';
import { heldRow, overRow } from './snooze-row.js';

/** "Remind me later", "I'm away until …" and "I'm back", in any message or view; said privately below a message. */
export const register: Register = (app, slack) => {
  onAction(app, actionIds.snooze, async (press) => {
    const who = await actor(slack, press.body.user.id);
    const choice = chosen(snoozeChoice, press);
    const message = postOf(press.body.container);
    const deferred = await deferMessage(slack.services, { ...who, choice, message });
    const row = 'isOver' in deferred ? overRow() : heldRow(deferred.until);
    await answerBelow(press, { text: 'Noted.', blocks: [row] });
  });

  onAction(app, actionIds.away, (press) =>
    showWindow(press, awayForm(postOf(press.body.container))),
  );

  onAction(app, actionIds.back, async (press) => {
    const { user, view } = press.body;
    await comeBack(slack.services, await actor(slack, user.id));
    if (!view) await showMessage(press, { text: backSentence, blocks: [context(backSentence)] });
    if (view?.type === 'modal') await replaceView(press.client, view.id, backNotice());
    await slack.publishHome(press.client, user.id);
  });

  app.view(callbackIds.away, async ({ ack, body, view, client }) => {
    const carried = awayMetadata.read(view);
    const work = async () => {
      const who = await actor(slack, body.user.id);
      const through = readFilled(view).get(throughField)?.value;
      return goAway(slack.services, { ...who, through, ...carried });
    };
    try {
      const { until } = await inTime(work());
      await ack(updated(awayNotice(until)));
    } catch (error) {
      if (error instanceof LongAbsenceError) {
        return ack(updated(longAwayForm(error, carried.message)));
      }
      const what = "I couldn't hold your messages back";
      const sentence = failureText(slack.services.log, error, { what, user: body.user.id });
      const kept = error instanceof FieldError ? '' : ' The day is still here.';
      return ack(fieldError(throughField, `${sentence}${kept}`));
    }
    await slack.publishHome(client, body.user.id);
  });
};
