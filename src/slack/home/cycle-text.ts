import type { Button } from '@slack/types';
import { closesAfter } from '../../domain/cycle/cycle.js';
import type { Role } from '../../domain/framework/framework.js';
import type { Overview } from '../../services/person/index.js';
import { openCheckInButton } from '../check-in/links.js';
import { dayText } from '../ui/blocks.js';

/** Where the person, who has this role on the ladder, is in the current cycle. Not escaped. */
export function cycleText(overview: Overview, role: Role | undefined): string {
  const { cycle, nextCycle, checkIn } = overview;
  if (!cycle) {
    return nextCycle
      ? `No check-in is open. The next one, ${nextCycle.name}, opens on ${dayText(nextCycle.opensOn)}.`
      : 'No check-in is open, and the next one has no dates yet.';
  }
  switch (checkIn) {
    case 'none':
      return notBegun(overview, cycle, role);
    case 'draft':
      return `Your check-in for ${cycle.name} is begun. ${sendBy(overview, cycle)}`;
    case 'submitted':
      return `Your check-in for ${cycle.name} is in. ${whoReads(overview, cycle)}`;
    case 'revealed':
      return `Your check-in for ${cycle.name} and your manager's view are both in. ${conversations(overview, cycle)}`;
  }
}

/** The button to the person's check-in; none while there is nothing for them to begin. */
export function myCheckInButtons(overview: Overview, role: Role | undefined): Button[] {
  const { cycle, checkIn, leftOut } = overview;
  if (!cycle || (checkIn === 'none' && (leftOut || !role))) return [];
  const isAsked = !leftOut && (checkIn === 'none' || checkIn === 'draft');
  return [openCheckInButton(labels[checkIn], isAsked ? { style: 'primary' } : {})];
}

const labels: Record<Overview['checkIn'], string> = {
  none: 'Start my check-in',
  draft: 'Go on with my check-in',
  submitted: 'My check-in',
  revealed: 'My check-in',
};

type OpenCycle = NonNullable<Overview['cycle']>;

function notBegun(overview: Overview, cycle: OpenCycle, role: Role | undefined): string {
  const { leftOut, today, adminsToAsk } = overview;
  if (leftOut) {
    const until = leftOut.until ? ` until ${dayText(leftOut.until)}` : '';
    return `You are left out of ${cycle.name}${until}, so no check-in is asked of you.`;
  }
  if (!role) {
    const first = adminsToAsk ? 'and yours is not set yet' : 'so pick your role first';
    return `The check-in for ${cycle.name} is open until ${dayText(lastDay(overview, cycle))}. It goes through what your role asks, ${first}.`;
  }
  if (today <= cycle.dueOn) {
    return `Your check-in for ${cycle.name} is open until ${dayText(cycle.dueOn)}. ${conversations(overview, cycle)}`;
  }
  return `Your check-in for ${cycle.name} was due on ${dayText(cycle.dueOn)}. You can still send it until ${dayText(closesAfter(cycle))}.`;
}

function sendBy({ today, leftOut }: Overview, cycle: OpenCycle): string {
  if (leftOut) return 'You are left out of this review, so you need not send it.';
  return today <= cycle.dueOn
    ? `Send it by ${dayText(cycle.dueOn)}.`
    : `It was due on ${dayText(cycle.dueOn)}; you can still send it until ${dayText(closesAfter(cycle))}.`;
}

/** Until the day that is asked for, and after it as long as the cycle takes check-ins. */
function lastDay({ today }: Overview, cycle: OpenCycle) {
  return today <= cycle.dueOn ? cycle.dueOn : closesAfter(cycle);
}

function whoReads(overview: Overview, cycle: OpenCycle): string {
  return overview.managerSlackUserId === undefined
    ? 'Nobody else reads it while you have no manager here.'
    : conversations(overview, cycle);
}

function conversations({ today, talkedOn }: Overview, { reviewOn }: OpenCycle): string {
  if (talkedOn) return `You talked on ${dayText(talkedOn)}.`;
  const verb = today > reviewOn ? 'Conversations started' : 'Conversations start';
  return `${verb} on ${dayText(reviewOn)}.`;
}
