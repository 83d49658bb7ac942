import type { ConversationRecord } from '../../services/conversation/index.js';
import { escapeMrkdwn, mention, section } from '../ui/blocks.js';
import { dayInput, field } from '../ui/form.js';
import { modal } from '../ui/modal.js';
import { callbackIds, fields } from './ids.js';
import { recordMetadata } from './input.js';
import { otherOf } from './words.js';

/** When the two talked: the first thing to record. */
export function heldView(record: ConversationRecord) {
  const { checkInId, cycleName, today, held } = record;
  const who = mention(otherOf(record).slackUserId);
  const was = held?.heldOn;
  return modal({
    callbackId: callbackIds.held,
    title: 'When you talked',
    submit: 'Save and go on',
    close: 'Cancel',
    metadata: recordMetadata.write({ checkInId, ...(was && { was }) }),
    blocks: [
      section(
        `*You and ${who}, ${escapeMrkdwn(cycleName)}.* Record that you have talked, then note what you agreed on. ${who} is asked to confirm it, and can add to it.`,
      ),
      field({
        blockId: fields.heldOn,
        label: 'When did you talk?',
        element: dayInput(fields.heldOn, was ?? today),
      }),
    ],
  });
}
