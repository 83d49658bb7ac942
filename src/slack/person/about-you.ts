import type { InputBlock, ModalView, UsersSelect } from '@slack/types';
import type { Framework } from '../../domain/framework/framework.js';
import type { Day } from '../../domain/time/day.js';
import { roleOptions } from '../role/pickers.js';
import {
  actions,
  button,
  escapeMrkdwn,
  header,
  type KnownBlock,
  mention,
  plainText,
  section,
  select,
} from '../ui/blocks.js';
import { callbackIds, fields } from './ids.js';
import { writeMetadata } from './input.js';

export interface AboutYou {
  framework: Framework;
  roleKey: string | undefined;
  inRoleSince: Day | undefined;
  managerSlackUserId: string | undefined;
  /** Why it is asked now, in mrkdwn; shown on top. */
  why?: string;
  /** Offers to go on to the check-in once it is saved. */
  goOn?: 'check_in';
}

/** The form in which I set my role, since when, and my manager. */
export function aboutYouModal(data: AboutYou): ModalView {
  const { framework, why, goOn } = data;
  return {
    type: 'modal',
    callback_id: callbackIds.save,
    title: plainText('About you'),
    submit: plainText('Save'),
    close: plainText('Cancel'),
    private_metadata: writeMetadata({ ...(goOn && { goOn }) }),
    blocks: [
      ...(why ? [section(why)] : []),
      input(fields.roleKey, 'Your role', {
        element: select({
          actionId: fields.roleKey,
          placeholder: 'Pick your role',
          options: roleOptions(framework),
          chosen: data.roleKey,
        }),
      }),
      input(fields.inRoleSince, 'In this role since', {
        optional: true,
        hint: 'The day is enough to the month; it is only set against the usual years.',
        element: {
          type: 'datepicker',
          action_id: fields.inRoleSince,
          placeholder: plainText('Pick a day'),
          ...(data.inRoleSince && { initial_date: data.inRoleSince }),
        },
      }),
      input(fields.managerSlackUserId, 'Your manager', {
        optional: true,
        hint: 'They see how far your check-in is and, once both views are in, what you wrote.',
        element: managerPicker(data.managerSlackUserId),
      }),
    ],
  };
}

function managerPicker(chosen: string | undefined): UsersSelect {
  return {
    type: 'users_select',
    action_id: fields.managerSlackUserId,
    placeholder: plainText('Pick a person'),
    ...(chosen && { initial_user: chosen }),
  };
}

function input(
  blockId: string,
  label: string,
  rest: { element: InputBlock['element']; optional?: boolean; hint?: string },
): InputBlock {
  const { element, optional = false, hint } = rest;
  return {
    type: 'input',
    block_id: blockId,
    label: plainText(label),
    element,
    optional,
    ...(hint && { hint: plainText(hint) }),
  };
}

export interface Saved {
  roleTitle: string;
  managerSlackUserId: string | undefined;
  goOn?: 'check_in' | undefined;
}

/** After saving: what is set now, and the way on. */
export function savedModal({ roleTitle, managerSlackUserId, goOn }: Saved): ModalView {
  const manager = managerSlackUserId
    ? `Your manager is ${mention(managerSlackUserId)}.`
    : 'No manager is set, so nobody else sees your check-ins for now.';
  const checkIn = button({
    text: 'Go on to my check-in',
    actionId: 'check_in.open',
    style: 'primary',
  });
  const blocks: KnownBlock[] = [
    header('Saved'),
    section(`You are ${escapeMrkdwn(roleTitle)}. ${manager}`),
    ...(goOn === 'check_in' ? [actions([checkIn])] : []),
  ];
  return {
    type: 'modal',
    callback_id: callbackIds.saved,
    title: plainText('About you'),
    close: plainText('Close'),
    blocks,
  };
}
