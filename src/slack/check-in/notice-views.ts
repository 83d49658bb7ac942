import type { ModalView } from '@slack/types';
import type { CheckIn, UnsentCheckIn } from '../../services/check-in/index.js';
import type { Cycle } from '../../services/cycle/index.js';
import { aboutYouButton } from '../person/links.js';
import { notices } from '../questionnaire/notice-views.js';
import { lostRoleText, showRoleButton } from '../role/links.js';
import { actions, dayText, escapeMrkdwn, section } from '../ui/blocks.js';
import { checkInDefinition } from './definition.js';
import { openCheckInButton, unsentButton } from './links.js';

/** Between two cycles: when the next one opens, and what there is to read until then. */
export function noCycleView(
  next: Cycle | undefined,
  {
    roleKey,
    lostRole,
    unsent,
  }: {
    roleKey: string | undefined;
    lostRole: string | undefined;
    unsent: readonly UnsentCheckIn[];
  },
): ModalView {
  const when = next
    ? `The next one, ${escapeMrkdwn(next.name)}, opens on ${dayText(next.opensOn)}. Conversations start on ${dayText(next.reviewOn)}.`
    : 'The next one has no dates yet.';
  const hasRole = roleKey !== undefined && lostRole === undefined;
  const then = hasRole
    ? 'You get a message when it opens.'
    : 'It goes through what your role asks: set your role, and you get a message when it opens.';
  return notices(checkInDefinition).notice([
    section(`*No check-in is open right now.* ${when} ${then}`),
    ...(lostRole === undefined ? [] : [section(lostRoleText(lostRole))]),
    actions([
      !hasRole ? aboutYouButton('Set my role') : showRoleButton(roleKey),
      ...(unsent.length > 0 ? [unsentButton('What I did not send')] : []),
    ]),
  ]);
}

/** A check-in that has begun again for another role, and the way into it. */
export function restartedView({ cycle, role }: CheckIn): ModalView {
  return notices(checkInDefinition).notice([
    section(
      `*Your check-in for ${escapeMrkdwn(cycle.name)} begins again*, now for your role as ${escapeMrkdwn(role.title)}.`,
    ),
    actions([openCheckInButton('Go to page 1', { style: 'primary' })]),
  ]);
}
