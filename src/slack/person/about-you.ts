import type { ModalView, UsersSelect } from '@slack/types';
import type { Framework } from '../../domain/framework/framework.js';
import type { Day } from '../../domain/time/day.js';
import { openCheckInButton } from '../check-in/links.js';
import { fieldPicker, roleOptions } from '../role/links.js';
import { actions, escapeMrkdwn, header, mention, plainText, section } from '../ui/blocks.js';
import { dayInput, field } from '../ui/form.js';
import { modal } from '../ui/modal.js';
import { callbackIds, fields } from './ids.js';
import { aboutYouMetadata } from './input.js';

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
  return modal({
    callbackId: callbackIds.save,
    title: 'About you',
    submit: 'Save',
    close: 'Cancel',
    metadata: aboutYouMetadata.write({ ...(goOn && { goOn }) }),
    blocks: [
      ...(why ? [section(why)] : []),
      field({
        blockId: fields.roleKey,
        label: 'Your role',
        element: fieldPicker({
          actionId: fields.roleKey,
          placeholder: 'Pick your role',
          options: roleOptions(framework),
          chosen: data.roleKey,
        }),
      }),
      field({
        blockId: fields.inRoleSince,
        label: 'In this role since',
        optional: true,
        hint: 'Any day of the right month will do; it is only compared with the usual years.',
        element: dayInput(fields.inRoleSince, data.inRoleSince),
      }),
      field({
        blockId: fields.managerSlackUserId,
        label: 'Your manager',
        optional: true,
        hint: 'They see how far your check-in is and, once both views are in, what you wrote.',
        element: managerPicker(data.managerSlackUserId),
      }),
    ],
  });
}

function managerPicker(chosen: string | undefined): UsersSelect {
  return {
    type: 'users_select',
    action_id: fields.managerSlackUserId,
    placeholder: plainText('Pick a person'),
    ...(chosen && { initial_user: chosen }),
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
  const checkIn = openCheckInButton('Go on to my check-in', { style: 'primary' });
  return modal({
    callbackId: callbackIds.saved,
    title: 'About you',
    blocks: [
      header('Saved'),
      section(`You are ${escapeMrkdwn(roleTitle)}. ${manager}`),
      ...(goOn === 'check_in' ? [actions([checkIn])] : []),
    ],
  });
}
