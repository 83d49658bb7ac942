import type { PersonStatus, StatusState } from '../../services/completion/index.js';
import type { Shell } from '../shell.js';
import { table } from '../table.js';

/** How far somebody is in a cycle. */
export const stateText: Record<StatusState, string> = {
  not_begun: 'not begun',
  not_sent: 'begun, not sent',
  waits_for_view: 'waits for a view',
  both_in: 'both views are in',
  talked: 'talked',
  left_out: 'left out',
};

/** People by their managers, with how far they are. */
export function peopleTable(people: readonly PersonStatus[], shell: Shell): string {
  return table(
    people,
    [
      { title: 'Manager', text: ({ manager }) => manager ?? '' },
      { title: 'Person', text: ({ name, slackUserId }) => `${name} (${slackUserId})` },
      { title: 'How far', text: ({ state }) => stateText[state] },
    ],
    shell,
  );
}
