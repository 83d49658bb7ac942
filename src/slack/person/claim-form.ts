import type { ModalView } from '@slack/types';
import type { Claim } from '../../services/person/index.js';
import { limits, plainText, section } from '../ui/blocks.js';
import { field } from '../ui/form.js';
import { modal } from '../ui/modal.js';
import { displayName, listOfNames } from '../ui/text.js';
import { callbackIds, claimField } from './ids.js';

/** So many people are asked at once. */
const mostPeople = 20;

export const claimTitle = 'Your reports';

/** The form in which a manager says who reports to them. `problem` is mrkdwn. */
export function claimForm(problem?: string): ModalView {
  return modal({
    callbackId: callbackIds.claim,
    title: claimTitle,
    submit: 'Ask them',
    close: 'Cancel',
    blocks: [
      ...(problem === undefined ? [] : [section(problem)]),
      section(
        'Each of them is asked whether that is right. Once somebody says yes, you are their manager on Ladder, and their manager until then is told.',
      ),
      field({
        blockId: claimField,
        label: 'Who reports to you?',
        element: {
          type: 'multi_users_select',
          action_id: claimField,
          placeholder: plainText('Pick people'),
          max_selected_items: mostPeople,
        },
      }),
    ],
  });
}

/** What became of it, person by person. `unknown`: why some can't be asked, in mrkdwn. */
export function claimedView(claims: readonly Claim[], unknown: readonly string[]): ModalView {
  const asked = claims.filter(({ outcome }) => outcome === 'asked');
  const others = claims.flatMap(({ outcome, ...person }) =>
    outcome === 'asked' ? [] : [`${displayName(person)} ${reasons[outcome]}`],
  );
  const lines = [...others, ...unknown].map((line) => `• ${line}`).join('\n');
  const fact =
    asked.length > 0
      ? `${listOfNames(asked)} ${asked.length === 1 ? 'is' : 'are'} asked. You hear it when somebody says yes or no.`
      : 'Nobody is asked.';
  return modal({
    callbackId: callbackIds.claimed,
    title: claimTitle,
    blocks: [section(`*${fact}*`), ...(lines ? [section(lines.slice(0, limits.sectionText))] : [])],
  });
}

const reasons: Record<Exclude<Claim['outcome'], 'asked'>, string> = {
  is_you: 'is you.',
  is_yours: 'reports to you already.',
  is_above:
    'is above you: you report to them, directly or through others. Ask an admin if that is wrong.',
  not_here: 'is no member of this workspace now.',
};
