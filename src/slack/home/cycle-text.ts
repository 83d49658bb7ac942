import type { Overview } from '../../services/person/index.js';
import { dayText } from '../ui/blocks.js';

/** Where the person is in the current cycle, in a sentence. Not escaped. */
export function cycleText({ cycle, nextCycle, checkIn }: Overview): string {
  if (!cycle) {
    return nextCycle
      ? `No check-in is open. The next one, ${nextCycle.name}, opens on ${dayText(nextCycle.opensOn)}.`
      : 'No check-in is open, and the next one has no dates yet.';
  }
  const due = `${dayText(cycle.dueOn)}; conversations start on ${dayText(cycle.reviewOn)}`;
  switch (checkIn) {
    case 'none':
      return `Your check-in for ${cycle.name} is open until ${due}.`;
    case 'draft':
      return `Your check-in for ${cycle.name} is begun. Send it by ${due}.`;
    case 'submitted':
      return `Your check-in for ${cycle.name} is in. Conversations start on ${dayText(cycle.reviewOn)}.`;
    case 'revealed':
      return `Your check-in for ${cycle.name} and your manager's view are both in. Conversations start on ${dayText(cycle.reviewOn)}.`;
  }
}

/** What the button that opens my check-in says. */
export const checkInLabels: Record<Overview['checkIn'], string> = {
  none: 'Start my check-in',
  draft: 'Go on with my check-in',
  submitted: 'My check-in',
  revealed: 'My check-in',
};
