import type { ModalView } from '@slack/types';
import type { ActionItem } from '../../services/action-item/index.js';
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
  quotation,
  section,
} from '../ui/blocks.js';
import { dayInput, field } from '../ui/form.js';
import { modal } from '../ui/modal.js';
import { noticesOf } from '../ui/notices.js';
import { actionIds, callbackIds, fields } from './ids.js';
import { recordMetadata } from './input.js';

const title = 'Your conversation';

export const notices = noticesOf(callbackIds.notice, title);

/** When the two talked: the first thing to record. */
export function heldView({ checkInId, cycleName, report, today, held }: ConversationRecord) {
  const who = mention(report.slackUserId);
  return modal({
    callbackId: callbackIds.held,
    title,
    submit: 'Save and go on',
    close: 'Cancel',
    metadata: recordMetadata.write({ checkInId }),
    blocks: [
      section(
        `*You and ${who}, ${escapeMrkdwn(cycleName)}.* Record that you have talked, then note what you agreed on. ${who} is asked to confirm it.`,
      ),
      field({
        blockId: fields.heldOn,
        label: 'When did you talk?',
        element: dayInput(fields.heldOn, held?.heldOn ?? today),
      }),
    ],
  });
}

/** More than these and the list says how many more there are; a window takes a hundred blocks. */
const mostActions = 20;
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
  const { checkInId, report, cycleName, actionItems: agreed } = record;
  const who = mention(report.slackUserId);
  const more = agreed.length - mostActions;
  return modal({
    callbackId: callbackIds.record,
    title,
    ...(held.hasUnsentChanges && { submit: 'Tell them now' }),
    metadata: recordMetadata.write({ checkInId }),
    blocks: [
      section(`*You and ${who} talked on ${dayText(held.heldOn)}.* ${escapeMrkdwn(cycleName)}`, {
        accessory: button({ text: 'Change the day', actionId: actionIds.day, value: checkInId }),
      }),
      ...(note ? [context(note)] : []),
      ...answerBlocks(held, who),
      ...stillOpenBlocks(record),
      header('What you agreed on'),
      ...(agreed.length === 0 ? [section('Nothing yet. One or two actions are plenty.')] : []),
      ...agreed.slice(0, mostActions).flatMap((action) => agreedBlocks(record, action)),
      ...(more > 0 ? [context(`${more} more are in the list of all actions.`)] : []),
      actions([
        button({
          text: agreed.length === 0 ? 'Add an action' : 'Add another action',
          actionId: actionIds.add,
          value: checkInId,
          ...(agreed.length === 0 && { style: 'primary' }),
        }),
      ]),
      context(notifiedWords(held, who)),
    ],
  });
}

function notifiedWords({ hasUnsentChanges }: HeldConversation, who: string): string {
  return hasUnsentChanges
    ? `All of it is saved. I tell ${who} in about ten minutes, so that it comes as one message; or press Tell them now.`
    : `All of it is saved, and ${who} has been told.`;
}

function answerBlocks({ confirmedAt, comment, hasUnsentChanges }: HeldConversation, who: string) {
  const confirmed = confirmedAt ? [context(`${who} has confirmed it.`)] : [];
  const said = comment ? [section(`${who} says:`), quotation(comment)] : [];
  if (confirmed.length + said.length > 0 || hasUnsentChanges) return [...confirmed, ...said];
  return [context(`${who} has not confirmed it yet.`)];
}

/** Asks about each open action item of earlier conversations: done, moved or dropped. */
function stillOpenBlocks({ manager, competencies, stillOpen }: ConversationRecord): KnownBlock[] {
  if (stillOpen.length === 0) return [];
  const { blocks, more } = fittingActionItems(stillOpen, {
    ...{ reader: manager.slackUserId, competencies },
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

function agreedBlocks({ manager, competencies }: ConversationRecord, action: ActionItem) {
  const shown = actionItemBlocks(action, {
    reader: manager.slackUserId,
    competencies,
    buttons: false,
  });
  if (action.state !== 'open') return shown;
  const { id } = action;
  const change = button({ text: 'Change', actionId: actionIds.edit, value: id });
  return [...shown, actions([change, dropActionItemButton(id)], `agreed:${id}`)];
}
