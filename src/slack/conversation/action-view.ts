import type { ModalView } from '@slack/types';
import type { ActionItem } from '../../services/action-item/index.js';
import { type ConversationRecord, longestText } from '../../services/conversation/index.js';
import { proseField } from '../form-draft/links.js';
import { option, select } from '../ui/blocks.js';
import { dayInput, field } from '../ui/form.js';
import { modal } from '../ui/modal.js';
import { callbackIds, fields } from './ids.js';
import { recordMetadata } from './input.js';

export interface ActionItemForm {
  /** A new id for a new action item, so that submitting the form twice creates one. */
  actionId: string;
  /** Undefined for a new one. */
  action: ActionItem | undefined;
  /** The window with the record, below the form. */
  recordViewId: string | undefined;
}

/** One action: what, how the two will see it, by when, whose, which competency. */
export function actionItemView(
  record: ConversationRecord,
  { actionId, action, recordViewId }: ActionItemForm,
): ModalView {
  const { checkInId, report, manager, competencies } = record;
  const own = (name: string) => `${name}:${actionId}`;
  const form = action
    ? { kind: 'conversation.action', of: actionId }
    : { kind: 'conversation.new_action', of: checkInId };
  const sides = [
    option(displayName(report), 'report'),
    option(`${displayName(manager)} (you)`, 'manager'),
  ];
  const chosen = sides.find(({ value }) => value === (action?.side ?? 'report'));
  return modal({
    callbackId: callbackIds.action,
    title: action ? 'Change an action' : 'Add an action',
    submit: 'Save',
    close: 'Cancel',
    metadata: recordMetadata.write({ checkInId, actionId, recordViewId }),
    blocks: [
      proseField({
        form,
        actionId: fields.what,
        label: 'What is to be done?',
        text: action?.what ?? '',
        longest: longestText,
      }),
      proseField({
        form,
        actionId: fields.measure,
        label: 'How will you two see that it is done?',
        text: action?.measure ?? '',
        longest: longestText,
        multiline: true,
      }),
      field({
        blockId: own(fields.dueOn),
        label: 'By when?',
        element: dayInput(fields.dueOn, action?.dueOn),
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
                chosen: action?.competencyKey,
              }),
            }),
          ]
        : []),
    ],
  });
}

const longestName = 60;

/** An option holds 75 characters; a name that is longer gives way to an ellipsis. */
function displayName({ name, slackUserId }: { name: string; slackUserId: string }): string {
  const known = name || slackUserId;
  return known.length > longestName ? `${known.slice(0, longestName)}…` : known;
}
