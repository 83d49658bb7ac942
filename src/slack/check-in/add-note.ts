import { randomUUID } from 'node:crypto';
import type { ViewOutput, ViewResponseAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { addCheckInNote, longestNote, requireAddable } from '../../services/check-in/index.js';
import { actor } from '../bolt/actor.js';
import type { Register, SlackContext } from '../bolt/context.js';
import { onAction } from '../bolt/listen.js';
import { discardTyped, proseField, withTyped } from '../form-draft/links.js';
import { context, section } from '../ui/blocks.js';
import { inTime } from '../ui/error-banner.js';
import { failureText } from '../ui/failure-text.js';
import { fieldError, readFilled } from '../ui/form.js';
import { metadata } from '../ui/metadata.js';
import { modal } from '../ui/modal.js';
import { showWindow } from '../ui/open-window.js';
import { pressed } from '../ui/press.js';
import { slackValues } from '../ui/slack-values.js';
import { addNoteAction } from './links.js';

const callbackId = 'check_in.note';
const noteField = 'check_in.note_text';

/** A new note has its id before it is saved, so that it is saved once. */
const noteMetadata = metadata(z.object({ id: slackValues.id, checkInId: slackValues.id }));

/** A note to a check-in that both sides have seen, so that it doesn't change any more. */
export const registerAddNote: Register = (app, slack) => {
  onAction(app, addNoteAction, async (press) => {
    const { id: user } = press.body.user;
    const checkInId = pressed(slackValues.id, press);
    await requireAddable(slack.services, { ...(await actor(slack, user)), checkInId });
    await showWindow(press, await withTyped(slack, user, noteForm(checkInId)));
  });

  app.view(callbackId, async ({ ack, body, view }) => {
    const refused = await inTime(add(slack, body.user.id, view)).catch((error) =>
      failed(slack, view, error),
    );
    if (refused) return ack(refused);
    await ack();
    await discardTyped(slack, body.user.id, view);
  });
};

function noteForm(checkInId: string): ModalView {
  return modal({
    callbackId,
    title: 'Add a note',
    submit: 'Add',
    close: 'Cancel',
    metadata: noteMetadata.write({ id: randomUUID(), checkInId }),
    blocks: [
      section(
        'Your check-in stays as it is, since both of you have seen it. A note stands below it, with today’s date.',
      ),
      proseField({
        form: { kind: callbackId, of: checkInId },
        actionId: noteField,
        label: 'What do you want to add or put right?',
        text: '',
        longest: longestNote,
        multiline: true,
      }),
      context(
        'The two of you read it, in the brief and in your history. It can’t be changed later.',
      ),
    ],
  });
}

async function add(slack: SlackContext, slackUserId: string, view: ViewOutput): Promise<undefined> {
  const { id, checkInId } = noteMetadata.read(view);
  const text = readFilled(view).get(noteField)?.value ?? '';
  const ref = { ...(await actor(slack, slackUserId)), checkInId };
  await addCheckInNote(slack.services, ref, { id, text });
}

/** A sentence at the field. */
function failed({ services }: SlackContext, view: ViewOutput, error: unknown): ViewResponseAction {
  const what = "I couldn't add that";
  const advice = 'What you typed is still here; press Add again in a minute.';
  const { blockId = noteField } = readFilled(view).get(noteField) ?? {};
  return fieldError(blockId, failureText(services.log, error, { what, advice }));
}
