import type { ModalView } from '@slack/types';
import type { ListedActionItem } from '../../services/action-item/index.js';
import type { ConversationRecord, HeldConversation } from '../../services/conversation/index.js';
import {
  actionItemBlocks,
  dropActionItemButton,
  fittingActionItems,
} from '../action-item/links.js';
import {
  actions,
  button,
  context,
  count,
  dayText,
  escapeMrkdwn,
  header,
  type KnownBlock,
  mention,
  said,
  section,
} from '../ui/blocks.js';
import { dayInput, field } from '../ui/form.js';
import { modal } from '../ui/modal.js';
import { noticesOf } from '../ui/notices.js';
import { actionIds, callbackIds, fields } from './ids.js';
import { recordMetadata } from './input.js';
import { commentButton, confirmButton } from './links.js';
import { talkBlocks } from './talk-blocks.js';
import { otherOf, plainName } from './words.js';

const title = 'Your conversation';

export const notices = noticesOf(callbackIds.notice, title);

/** When the two talked: the first thing to record. */
export function heldView(record: ConversationRecord) {
  const { checkInId, cycleName, today, held } = record;
  const who = mention(otherOf(record).slackUserId);
  const was = held?.heldOn;
  return modal({
    callbackId: callbackIds.held,
    title,
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

/** More than these and the list says how many more there are; a window takes a hundred blocks. */
const mostActions = 16;
const mostStillOpen = 8;
const stillOpenCharacters = 30_000;

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

function addButton(checkInId: string, agreed: number) {
  return button({
    text: agreed === 0 ? 'Add an action' : 'Add another action',
    actionId: actionIds.add,
    value: checkInId,
    ...(agreed === 0 && { style: 'primary' }),
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

/** Asks about each open action item of earlier conversations: done, moved or dropped. */
function stillOpenBlocks(record: ConversationRecord): KnownBlock[] {
  const { reader, stillOpen } = record;
  if (stillOpen.length === 0) return [];
  const { blocks, more } = fittingActionItems(stillOpen, {
    reader: record[reader].slackUserId,
    ...{ most: mostStillOpen, characters: stillOpenCharacters },
  });
  return [
    header('Still open from earlier'),
    context('Done, does it need another day, or is it not to be done any more?'),
    ...blocks,
    ...(more > 0
      ? [context(`And ${count(more, 'more action')}, in the list of all actions.`)]
      : []),
  ];
}

function agreedBlocks(record: ConversationRecord, action: ListedActionItem) {
  const { canChange, reader } = record;
  const shown = actionItemBlocks(action, {
    reader: record[reader].slackUserId,
    buttons: false,
  });
  if (action.state !== 'open' || !canChange) return shown;
  const { id } = action;
  const change = button({ text: 'Change', actionId: actionIds.edit, value: id });
  return [...shown, actions([change, dropActionItemButton(id)], `agreed:${id}`)];
}
