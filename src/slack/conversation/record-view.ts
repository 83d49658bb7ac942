import type { ModalView } from '@slack/types';
import type { ConversationRecord, HeldConversation } from '../../services/conversation/index.js';
import {
  actions,
  button,
  context,
  dayText,
  escapeMrkdwn,
  header,
  type KnownBlock,
  mention,
  said,
  section,
} from '../ui/blocks.js';
import { modal } from '../ui/modal.js';
import { noticesOf } from '../ui/notices.js';
import { addButton, agreedBlocks, stillOpenBlocks } from './agreed-blocks.js';
import { actionIds, callbackIds } from './ids.js';
import { recordMetadata } from './input.js';
import { commentButton, confirmButton } from './links.js';
import { talkBlocks } from './talk-blocks.js';
import { otherOf, plainName } from './words.js';

const title = 'Your conversation';

export const notices = noticesOf(callbackIds.notice, title);

/** More than these and the list says how many more there are; a window takes a hundred blocks. */
const mostActions = 16;

/**
 * Returns the modal of a record with its action items. `note` is the result of the last press.
 * Mrkdwn.
 */
export function recordView(
  record: ConversationRecord,
  held: HeldConversation,
  note?: string,
): ModalView {
  const { checkInId, cycleName, actionItems: agreed, canChange } = record;
  const who = mention(otherOf(record).slackUserId);
  const more = agreed.length - mostActions;
  const fact = `*You and ${who} talked on ${dayText(held.heldOn)}.* ${escapeMrkdwn(cycleName)}`;
  const changeDay = button({
    text: 'Change the day',
    actionId: actionIds.day,
    value: checkInId,
  });
  return modal({
    callbackId: callbackIds.record,
    title,
    ...(held.hasUnsentChanges && { submit: 'Tell them now' }),
    metadata: recordMetadata.write({ checkInId }),
    blocks: [
      canChange ? section(fact, { accessory: changeDay }) : section(fact),
      ...(note ? [context(note)] : []),
      ...answerBlocks(record, held, who),
      ...stillOpenBlocks(record),
      header('What you agreed on'),
      ...(agreed.length === 0 ? [section('Nothing yet. One or two actions are plenty.')] : []),
      ...agreed.slice(0, mostActions).flatMap((action) => agreedBlocks(record, action)),
      ...(more > 0 ? [context(`${more} more are in the list of all actions.`)] : []),
      ...(canChange ? [actions([addButton(checkInId, agreed.length)])] : []),
      ...talkBlocks(record, held),
      ...(canChange
        ? []
        : [context('You recorded it with the manager you had then, so it stays as it is.')]),
      ...notifiedBlocks(record, held, who),
    ],
  });
}

/** Whether the other one knows of the reader's last change to the day or the actions. */
function notifiedBlocks(
  { reader }: ConversationRecord,
  { hasUnsentChanges, changedBy }: HeldConversation,
  who: string,
): KnownBlock[] {
  if (changedBy !== reader) return [];
  const words = hasUnsentChanges
    ? `All of it is saved. I tell ${who} in about ten minutes, so that it comes as one message; or press Tell them now.`
    : `All of it is saved, and ${who} has been told.`;
  return [context(words)];
}

/** The state of the confirmation, what each of the two says about it, and the reader's own answers. */
function answerBlocks(
  record: ConversationRecord,
  { id, changedBy, confirmedAt, comments, hasUnsentChanges }: HeldConversation,
  who: string,
): KnownBlock[] {
  const { reader, canChange } = record;
  const isReaders = changedBy !== reader;
  const state = confirmedAt
    ? `${isReaders ? 'You have' : `${who} has`} confirmed it.`
    : isReaders
      ? `${who} changed it last. Is it as you remember it?`
      : `${who} has not confirmed it yet.`;
  const own = comments[reader];
  const other = comments[reader === 'report' ? 'manager' : 'report'];
  const buttons = [
    ...(isReaders && !confirmedAt ? [confirmButton(id, { style: 'primary' })] : []),
    ...(isReaders || own ? [commentButton(id, own ? 'Change my comment' : 'Comment')] : []),
  ];
  return [
    ...(isReaders || confirmedAt || !(hasUnsentChanges || other) ? [context(state)] : []),
    ...(other ? [said(`${plainName(otherOf(record))} says:`, other)] : []),
    ...(own ? [said('You say:', own)] : []),
    ...(canChange && buttons.length > 0 ? [actions(buttons)] : []),
  ];
}
