import type { ModalView } from '@slack/types';
import {
  type ActionItem,
  type ListedActionItem,
  longestReason,
} from '../../services/action-item/index.js';
import type { ActionItemList } from '../../services/conversation/index.js';
import { commentButton, confirmButton } from '../conversation/links.js';
import { type Form, proseField } from '../form-draft/links.js';
import {
  actions as actionRow,
  context,
  count,
  dayText,
  header,
  type KnownBlock,
  limits,
  mention,
  section,
} from '../ui/blocks.js';
import { dayInput, field } from '../ui/form.js';
import { idMetadata } from '../ui/metadata.js';
import { modal } from '../ui/modal.js';
import { noticesOf } from '../ui/notices.js';
import { fittingActionItems } from './blocks.js';
import { callbackIds, fields } from './ids.js';
import { type ActionItemMetadata, actionItemMetadata } from './input.js';
import { whatBlock, whenText } from './words.js';

export const notices = noticesOf(callbackIds.notice, 'Actions');

const mostOfAKind = 10;
const charactersOfAKind = 60_000;

/** All actions of a report, as they or their manager see them. `note`: the result of the last press, in mrkdwn. */
export function listView(list: ActionItemList, { note }: { note?: string | undefined }): ModalView {
  const { viewer, report, actionItems: actions, withReports, conversation } = list;
  const isOwn = viewer.id === report.id;
  const open = actions.filter(({ state }) => state === 'open');
  const closed = actions.filter(({ state }) => state !== 'open');
  const group = (title: string, some: ListedActionItem[]): KnownBlock[] => {
    if (some.length === 0) return [];
    const { blocks, more } = fittingActionItems(some, {
      reader: viewer.slackUserId,
      most: mostOfAKind,
      characters: charactersOfAKind,
    });
    const rest = more > 0 ? [context(`And ${count(more, 'more action')}, later or older.`)] : [];
    return [header(title), ...blocks, ...rest];
  };
  const whose = isOwn ? 'You and your manager' : `You and ${mention(report.slackUserId)}`;
  const none = open.length + withReports.length === 0;
  return modal({
    callbackId: callbackIds.list,
    title: 'Actions',
    metadata: idMetadata.write(report.id),
    blocks: [
      ...(note ? [context(note)] : []),
      ...(conversation ? conversationBlocks(conversation) : []),
      section(
        none
          ? `${whose} have no open actions. You agree on them when you have talked.`
          : `Either of you can press these; the other one hears of it.`,
      ),
      ...group('Open', open),
      ...group('What you do for your reports', withReports),
      ...group('Done or dropped of late', closed),
    ].slice(0, limits.viewBlocks),
  });
}

function conversationBlocks(
  conversation: NonNullable<ActionItemList['conversation']>,
): KnownBlock[] {
  const { id, heldOn, isReaders, confirmed, comment } = conversation;
  const state = isReaders
    ? confirmed
      ? 'You have confirmed it.'
      : 'Is the record as you remember it?'
    : confirmed
      ? 'They have confirmed it.'
      : 'They are asked to confirm it.';
  return [
    section(`*You talked with your manager on ${dayText(heldOn)}.* ${state}`),
    actionRow([
      ...(isReaders && !confirmed ? [confirmButton(id, { style: 'primary' })] : []),
      commentButton(id, comment ? 'Change my comment' : 'Comment'),
    ]),
  ];
}

/** Another day for an action, and why. */
export function rescheduleView(action: ActionItem, metadata: ActionItemMetadata): ModalView {
  return modal({
    callbackId: callbackIds.move,
    title: 'Move an action',
    submit: 'Move',
    close: 'Cancel',
    metadata: actionItemMetadata.write(metadata),
    blocks: [
      ...aboutBlocks(action),
      field({
        blockId: fields.dueOn,
        label: 'By when instead?',
        element: dayInput(fields.dueOn, undefined),
      }),
      reasonField({ kind: callbackIds.move, of: metadata.actionId }, 'Why does it move?'),
    ],
  });
}

/** An action that is not to be done any more, and why. */
export function dropView(action: ActionItem, metadata: ActionItemMetadata): ModalView {
  return modal({
    callbackId: callbackIds.drop,
    title: 'Drop an action',
    submit: 'Drop',
    close: 'Cancel',
    metadata: actionItemMetadata.write(metadata),
    blocks: [
      ...aboutBlocks(action),
      reasonField(
        { kind: callbackIds.drop, of: metadata.actionId },
        'Why is it not to be done any more?',
      ),
    ],
  });
}

function aboutBlocks(action: ActionItem): KnownBlock[] {
  const { what, measure } = action;
  return [whatBlock({ what, measure }), context(whenText(action))];
}

function reasonField(form: Form, label: string): KnownBlock {
  return proseField({
    form,
    actionId: fields.reason,
    label,
    hint: 'The other one of you two reads it.',
    text: '',
    longest: longestReason,
  });
}
