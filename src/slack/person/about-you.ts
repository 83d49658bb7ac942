import type { ModalView } from '@slack/types';
import type { Framework } from '../../domain/framework/framework.js';
import type { Day } from '../../domain/time/day.js';
import { openCheckInButton } from '../check-in/links.js';
import { askAdminsText, showRoleButton } from '../role/links.js';
import { actions, escapeMrkdwn, header, mention, section } from '../ui/blocks.js';
import { modal } from '../ui/modal.js';
import { callbackIds, fields } from './ids.js';
import { aboutYouMetadata } from './input.js';
import { placeInputs } from './place-form.js';

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
  const { framework, roleKey, inRoleSince, managerSlackUserId, why, goOn } = data;
  return modal({
    callbackId: callbackIds.save,
    title: 'About you',
    submit: 'Save',
    close: 'Cancel',
    metadata: aboutYouMetadata.write({ ...(goOn && { goOn }) }),
    blocks: [
      ...(why ? [section(why)] : []),
      ...placeInputs({
        ...{ fields, framework, needsRole: true },
        place: { roleKey, inRoleSince, managerSlackUserId },
        labels: { role: 'Your role', manager: 'Your manager' },
      }),
    ],
  });
}

/** Instead of the form, for somebody who may not set their own: whom to ask, by Slack id. */
export function askAdminsModal(
  adminsToAsk: readonly string[],
  { why, whose }: { why?: string; whose?: string } = {},
): ModalView {
  return modal({
    callbackId: callbackIds.saved,
    title: 'About you',
    blocks: [...(why ? [section(why)] : []), section(askAdminsText(adminsToAsk, whose))],
  });
}

export interface Saved {
  roleKey: string;
  roleTitle: string;
  managerSlackUserId: string | undefined;
  /** The manager whose yes it waits for. */
  waitsFor: string | undefined;
  goOn?: 'check_in' | undefined;
}

/** After saving: what is set now, and the way on. */
export function savedModal(saved: Saved): ModalView {
  const { roleKey, roleTitle, managerSlackUserId, waitsFor, goOn } = saved;
  if (waitsFor !== undefined) return askedModal(roleTitle, waitsFor);
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
      actions([...(goOn === 'check_in' ? [checkIn] : []), showRoleButton(roleKey)]),
    ],
  });
}

function askedModal(roleTitle: string, waitsFor: string): ModalView {
  const asked = `${mention(waitsFor)} is asked whether that is right: ${escapeMrkdwn(roleTitle)}, and the manager you chose.`;
  return modal({
    callbackId: callbackIds.saved,
    title: 'About you',
    blocks: [
      header('Sent'),
      section(
        `${asked} Until they say yes, everything stays as it was. You are told their answer.`,
      ),
    ],
  });
}
