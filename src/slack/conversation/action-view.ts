import type { ModalView } from '@slack/types';
import type { ActionItem } from '../../services/action-item/index.js';
import {
  type Agreement,
  type ConversationRecord,
  longestText,
} from '../../services/conversation/index.js';
import { proseField } from '../form-draft/links.js';
import { dayText, type KnownBlock, mention, option, said, section, select } from '../ui/blocks.js';
import { dayInput, field } from '../ui/form.js';
import { modal } from '../ui/modal.js';
import { callbackIds, fields } from './ids.js';
import { recordMetadata } from './input.js';
import { otherOf, plainName } from './words.js';

export interface ActionItemForm {
  /** A new id for a new action item, so that submitting the form twice creates one. */
  actionId: string;
  /** Undefined for a new one. */
  action: ActionItem | undefined;
  /** The window with the record, below the form. */
  recordViewId: string | undefined;
  /** What the reader has typed about an action that the other one has changed meanwhile. */
  typed?: Agreement;
}

/** One action: what, how the two will see it, by when, whose, which competency. */
export function actionItemView(
  record: ConversationRecord,
  { actionId, action, recordViewId, typed }: ActionItemForm,
): ModalView {
  const { checkInId, reader, report, manager, competencies } = record;
  const filled = typed ?? action;
  const own = (name: string) => `${name}:${actionId}`;
  const form = action
    ? { kind: 'conversation.action', of: actionId }
    : { kind: 'conversation.new_action', of: checkInId };
  const sides = [
    option(`${plainName(report)}${reader === 'report' ? ' (you)' : ''}`, 'report'),
    option(`${plainName(manager)}${reader === 'manager' ? ' (you)' : ''}`, 'manager'),
  ];
  const chosen = sides.find(({ value }) => value === (filled?.side ?? 'report'));
  return modal({
    callbackId: callbackIds.action,
    title: action ? 'Change an action' : 'Add an action',
    submit: 'Save',
    close: 'Cancel',
    metadata: recordMetadata.write({
      ...{ checkInId, actionId, recordViewId },
      ...(action && { version: action.version }),
    }),
    blocks: [
      ...(typed && action ? conflictBlocks(record, action) : []),
      proseField({
        form,
        actionId: fields.what,
        label: 'What is to be done?',
        text: filled?.what ?? '',
        longest: longestText,
      }),
      proseField({
        form,
        actionId: fields.measure,
        label: 'How will you two see that it is done?',
        text: filled?.measure ?? '',
        longest: longestText,
        multiline: true,
      }),
      field({
        blockId: own(fields.dueOn),
        label: 'By when?',
        element: dayInput(fields.dueOn, filled?.dueOn),
      }),
      field({
        blockId: own(fields.owner),
        label: 'Who does it?',
        element: {
          type: 'radio_buttons',
          action_id: fields.owner,
          options: sides,
          ...(chosen && { initial_option: chosen }),
        },
      }),
      ...(competencies.length > 0
        ? [
            field({
              blockId: own(fields.competency),
              label: 'Which competency does it help?',
              optional: true,
              element: select({
                actionId: fields.competency,
                placeholder: 'Any or none',
                options: competencies.map(({ key, name }) => option(name, key)),
                chosen: filled?.competencyKey,
              }),
            }),
          ]
        : []),
    ],
  });
}

/** What the other one has saved since the form was opened. */
function conflictBlocks(record: ConversationRecord, action: ActionItem): KnownBlock[] {
  const other = otherOf(record);
  return [
    section(
      `*${mention(other.slackUserId)} changed this action while you wrote, so yours is not saved yet.* Both are here: put them together below, then save.`,
    ),
    said(`As ${plainName(other)} saved it, due on ${dayText(action.dueOn)}:`, action.what),
    ...(action.measure ? [said('Seen by:', action.measure)] : []),
  ];
}
